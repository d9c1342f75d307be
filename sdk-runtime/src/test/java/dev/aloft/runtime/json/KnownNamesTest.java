package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    private static final String BODY = new String("body");

    @Test
    void knownNameIsTheSameString() {
        assertThat(name("{\"body\":1}", KnownNames.of("headers", BODY))).isSameAs(BODY);
    }

    @Test
    void otherNamesAreReadAsWell() {
        KnownNames known = KnownNames.of(BODY);

        assertThat(name("{\"bodies\":1}", known)).isEqualTo("bodies");
        assertThat(name("{\"bo\\u0064y\":1}", known)).isEqualTo("body");
        assertThat(name("{\"bödy\":1}", known)).isEqualTo("bödy");
        assertThat(name("{\"\":1}", known)).isEmpty();
    }

    @Test
    void nothingIsKnownOfNoNames() {
        assertThat(name("{\"body\":1}", KnownNames.of())).isEqualTo("body");
    }

    @Test
    void allOfManyAreFound() {
        for (int count = 1; count < 200; count++) {
            String[] names =
                    IntStream.range(0, count).mapToObj(i -> "x-" + i % 7 + i).toArray(String[]::new);
            KnownNames known = KnownNames.of(names);

            for (String name : names) {
                assertThat(name("{\"" + name + "\":1}", known)).isSameAs(name);
            }
            assertThat(name("{\"x-\":1}", known)).isEqualTo("x-");
        }
    }

    private static String name(String text, KnownNames known) {
        JsonReader json = new JsonReader(text.getBytes(StandardCharsets.UTF_8), known);
        json.beginObject();
        assertThat(json.hasNext()).isTrue();
        return json.name();
    }
}
