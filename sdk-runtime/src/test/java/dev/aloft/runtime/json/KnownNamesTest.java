package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
    @Test
    void knownNameIsTheSameStringEveryTime() {
        KnownNames known = KnownNames.of("headers body\npath ");

        assertThat(name("{\"body\":1}", known)).isEqualTo("body").isSameAs(name("[{\"body\":2}]", known));
        assertThat(name("{\"path\":1}", known)).isEqualTo("path").isSameAs(name("{\"path\":2}", known));
    }

    @Test
    void otherNamesAreReadAsWell() {
        KnownNames known = KnownNames.of("body ");

        assertThat(name("{\"bodies\":1}", known)).isEqualTo("bodies");
        assertThat(name("{\"bo\\u0064y\":1}", known)).isEqualTo("body");
        assertThat(name("{\"b\u00f6dy\":1}", known)).isEqualTo("b\u00f6dy");
        assertThat(name("{\"\":1}", known)).isEmpty();
        assertThat(name("{\"body\":1}", KnownNames.of(""))).isEqualTo("body");
    }

    @Test
    void allOfManyAreFound() {
        for (int count = 1; count < 200; count++) {
            List<String> names =
                    IntStream.range(0, count).mapToObj(i -> "x" + i % 7 + i).toList();
            KnownNames known = KnownNames.of(String.join(" ", names) + " ");

            for (String name : names) {
                String text = "{\"" + name + "\":1}";
                assertThat(name(text, known)).isEqualTo(name).isSameAs(name(text, known));
            }
            assertThat(name("{\"x\":1}", known)).isEqualTo("x");
        }
    }

    /** Every name of one letter fits, even if all slots but one are taken. */
    @Test
    void shortNamesLeaveRoom() {
        KnownNames known = KnownNames.of("a b c d e f g h i j k l m n o p q r s t u v w x y z ");

        assertThat(name("{\"z\":1}", known)).isSameAs(name("{\"z\":1}", known));
        assertThat(name("{\"A\":1}", known)).isEqualTo("A");
    }

    private static String name(String text, KnownNames known) {
        JsonReader json = new JsonReader(text.getBytes(StandardCharsets.UTF_8), known);
        if (!json.isObject()) {
            json.beginArray();
        }
        json.beginObject();
        return json.name();
    }
}
