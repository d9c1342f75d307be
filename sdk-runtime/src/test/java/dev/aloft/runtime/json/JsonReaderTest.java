package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
    @Test
    void membersComeInTheirOrder() {
        JsonReader json = reader(" {\"path\" : \"/a\", \"deep\": {\"x\": [1, {}]}, \"body\": null } ");
        List<String> seen = new ArrayList<>();

        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            switch (name) {
                case "path" -> seen.add(name + "=" + json.string());
                case "body" -> seen.add(name + "=" + json.stringOrNull());
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();

        assertThat(seen).containsExactly("path=/a", "body=null");
    }

    @Test
    void elementsComeInTheirOrder() {
        JsonReader json = reader("[ \"a\",1 , true]");

        json.beginArray();

        assertThat(json.string()).isEqualTo("a");
        assertThat(json.int64()).isEqualTo(1);
        assertThat(json.bool()).isTrue();
        assertThat(json.hasNext()).isFalse();
        json.endArray();
        json.end();
    }

    @Test
    void emptyObjectAndArrayHaveNothing() {
        JsonReader json = reader("[{},[]]");

        json.beginArray();
        json.beginObject();
        assertThat(json.hasNext()).isFalse();
        json.endObject();
        json.beginArray();
        assertThat(json.hasNext()).isFalse();
        json.endArray();
        json.endArray();
        json.end();
    }

    @Test
    void askingDoesNotRead() {
        JsonReader json = reader("[null,7]");
        json.beginArray();

        assertThat(json.hasNext()).isTrue();
        assertThat(json.hasNext()).isTrue();
        assertThat(json.isNull()).isTrue();
        assertThat(json.peek()).isEqualTo(Token.NULL);
        assertThat(json.stringOrNull()).isNull();
        assertThat(json.isNull()).isFalse();
        assertThat(json.peek()).isEqualTo(Token.NUMBER);
        assertThat(json.int64()).isEqualTo(7);
        json.endArray();
    }

    @Test
    void everyKindOfValueHasItsToken() {
        JsonReader json = reader("[{},[],\"\",0,-1,true,false,null]");
        List<Token> tokens = new ArrayList<>();

        json.beginArray();
        while (json.hasNext()) {
            tokens.add(json.peek());
            json.skip();
        }
        json.endArray();

        assertThat(tokens)
                .containsExactly(
                        Token.OBJECT,
                        Token.ARRAY,
                        Token.STRING,
                        Token.NUMBER,
                        Token.NUMBER,
                        Token.BOOLEAN,
                        Token.BOOLEAN,
                        Token.NULL);
    }

    @Test
    void stringsAreUnescaped() {
        assertThat(reader("\"\"").string()).isEmpty();
        assertThat(reader("\"plain\"").string()).isEqualTo("plain");
        assertThat(reader("\"caf\u00e9 \u20ac \ud83d\ude00\"").string()).isEqualTo("caf\u00e9 \u20ac \ud83d\ude00");
        assertThat(reader("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"").string()).isEqualTo("\"\\/\b\f\n\r\t");
        assertThat(reader("\"\\u0000\\u00e9\\u20AC\\uD83D\\ude00\u00e9\"").string())
                .isEqualTo("\0\u00e9\u20ac\ud83d\ude00\u00e9");
    }

    @Test
    void utf8IsTheStringsBytes() {
        assertThat(reader("\"caf\u00e9\"").utf8()).isEqualTo(bytes("caf\u00e9"));
        assertThat(reader("\"\\u0000\\u00e9\\u20ac\\ud83d\\ude00\"").utf8())
                .isEqualTo(bytes("\0\u00e9\u20ac\ud83d\ude00"));
    }

    @Test
    void namesAreUnescaped() {
        JsonReader json = reader("{\"caf\\u00e9\":1,\"caf\u00e8\":2,\"\":3}");
        List<String> names = new ArrayList<>();

        json.beginObject();
        while (json.hasNext()) {
            names.add(json.name());
            json.skip();
        }

        assertThat(names).containsExactly("caf\u00e9", "caf\u00e8", "");
    }

    @Test
    void scalarIsTheTextAsWritten() {
        JsonReader json = reader("[\"a\\nb\",1.50,-0,1E+2,true,false]");
        List<String> texts = new ArrayList<>();

        json.beginArray();
        while (json.hasNext()) {
            texts.add(json.scalar());
        }

        assertThat(texts).containsExactly("a\nb", "1.50", "-0", "1E+2", "true", "false");
    }

    @Test
    void rawIsTheValueAsWritten() {
        JsonReader json = reader("{\"a\" :  { \"b\" : [ 1 , \"\\u0041\" ] }  , \"c\": null}");
        json.beginObject();

        json.name();
        assertThat(json.raw()).isEqualTo(bytes("{ \"b\" : [ 1 , \"\\u0041\" ] }"));
        json.name();
        assertThat(json.raw()).isEqualTo(bytes("null"));
        json.endObject();
        json.end();
    }

    @Test
    void oneByteOrderMarkIsPassedOver() {
        assertThat(reader("\ufeff\"a\"").string()).isEqualTo("a");
    }

    @Test
    void offsetTellsHowFarReadingCame() {
        JsonReader json = reader("{\"a\": 12}");

        assertThat(json.offset()).isZero();
        json.beginObject();
        assertThat(json.offset()).isEqualTo(1);
        json.name();
        assertThat(json.offset()).isEqualTo(5);
        json.int64();
        assertThat(json.offset()).isEqualTo(8);
    }

    @Test
    void nameOutOfPlaceIsAnErrorOfTheCaller() {
        rejects("name()", "[1]", json -> {
            json.beginArray();
            json.name();
        });
        rejects("name()", "{\"a\":1}", json -> {
            json.beginObject();
            json.name();
            json.name();
        });
    }

    @Test
    void valueOutOfPlaceIsAnErrorOfTheCaller() {
        rejects("Reading a value", "{\"a\":1}", json -> {
            json.beginObject();
            json.string();
        });
        rejects("Reading a value", "1", json -> {
            json.skip();
            json.skip();
        });
        rejects("hasNext()", "{\"a\":1}", json -> {
            json.beginObject();
            json.name();
            json.hasNext();
        });
        rejects("hasNext()", "1", JsonReader::hasNext);
    }

    @Test
    void endOutOfPlaceIsAnErrorOfTheCaller() {
        rejects("endArray()", "{}", json -> {
            json.beginObject();
            json.endArray();
        });
        rejects("endObject()", "{\"a\":1}", json -> {
            json.beginObject();
            json.name();
            json.endObject();
        });
        rejects("endObject()", "1", JsonReader::endObject);
        rejects("end()", "[1]", json -> {
            json.beginArray();
            json.end();
        });
        rejects("end()", "1", JsonReader::end);
    }

    private static void rejects(String call, String text, Consumer<JsonReader> calls) {
        assertThatIllegalStateException()
                .isThrownBy(() -> calls.accept(reader(text)))
                .withMessage(call + " is not possible here: it does not follow what was read before.");
    }

    private static JsonReader reader(String text) {
        return new JsonReader(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
