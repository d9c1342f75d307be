package dev.aloft.testkit.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.testkit.runtime.HttpField;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final HttpField TYPE = new HttpField("Content-Type", "text/plain; charset=utf-8");
    private static final HttpField COOKIE = new HttpField("Set-Cookie", "a=1");

    @Test
    void whatOnlyDescribesTheConnectionIsNoDifference() {
        Observation plain = seen(TYPE);
        Observation dated =
                seen(new HttpField("Date", "today"), new HttpField("content-type", "text/plain;charset=UTF-8"));

        assertThat(dated.differencesFrom(plain)).isEmpty();
    }

    @Test
    void orderOfNamesIsNoDifference() {
        assertThat(seen(TYPE, COOKIE).differencesFrom(seen(COOKIE, TYPE))).isEmpty();
    }

    @Test
    void aHeaderThatIsDoubledIsADifference() {
        assertThat(seen(TYPE, TYPE).differencesFrom(seen(TYPE)))
                .containsExactly("`content-type: text/plain;charset=utf-8`");
        assertThat(seen(COOKIE, COOKIE).differencesFrom(seen(COOKIE))).containsExactly("`set-cookie: a=1`");
        assertThat(seen(COOKIE).differencesFrom(seen(COOKIE, COOKIE))).containsExactly("no `set-cookie: a=1`");
    }

    @Test
    void statusAndBodyAreCompared() {
        Observation other = Observation.of(500, List.of(), new byte[] {'b'});

        assertThat(other.differencesFrom(seen()))
                .containsExactly("status 500 instead of 200", "body `b` instead of `a`");
    }

    private static Observation seen(HttpField... fields) {
        return Observation.of(200, List.of(fields), new byte[] {'a'});
    }
}
