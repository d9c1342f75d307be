package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void everyKindOfValueIsWritten() {
        JsonWriter json = new JsonWriter();

        json.beginObject();
        json.name("text").string("a");
        json.name("numbers")
                .beginArray()
                .number(-7)
                .number(Long.MIN_VALUE)
                .number(new BigDecimal("1.50"))
                .endArray();
        json.name("flags").beginArray().bool(true).bool(false).nullValue().endArray();
        json.name("bytes").base64(new byte[] {'H', 'i'});
        json.name("utf8").utf8("caf\u00e9".getBytes(StandardCharsets.UTF_8));
        json.name("raw").raw("{\"b\": 1}".getBytes(StandardCharsets.UTF_8));
        json.name("empty")
                .beginArray()
                .beginObject()
                .endObject()
                .beginArray()
                .endArray()
                .endArray();
        json.endObject();

        String text = new String(json.toByteArray(), StandardCharsets.UTF_8);
        assertThat(text)
                .isEqualTo("{\"text\":\"a\",\"numbers\":[-7,-9223372036854775808,1.50],\"flags\":[true,false,null],"
                        + "\"bytes\":\"SGk=\",\"utf8\":\"caf\u00e9\",\"raw\":{\"b\": 1},\"empty\":[{},[]]}");
        assertThat(json.size()).isEqualTo(json.toByteArray().length).isEqualTo(text.length() + 1);
    }

    @Test
    void finishedTextIsSentAsItIs() throws IOException {
        JsonWriter json = new JsonWriter(1000);
        json.beginArray().string("a").number(1).endArray();
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        json.writeTo(target);

        assertThat(target.toByteArray()).isEqualTo(json.toByteArray()).hasSize(7);
    }

    @Test
    void unfinishedTextIsNotSent() {
        JsonWriter json = new JsonWriter().beginArray();
        ByteArrayOutputStream target = new ByteArrayOutputStream();

        assertThatIllegalStateException()
                .isThrownBy(() -> json.writeTo(target))
                .withMessage("writeTo() is not possible here: it does not follow what was written before.");
        assertThat(target.size()).isZero();
    }

    @Test
    void quotesBackslashesAndControlCharactersAreEscaped() {
        String text = "\"\\/\b\f\n\r\t\0\u001f\u007f<>&\u2028\u00e9\ud83d\ude00";
        String escaped = "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f<>&\u2028\u00e9\ud83d\ude00\"";

        assertThat(written(json -> json.string(text))).isEqualTo(escaped);
        assertThat(written(json -> json.utf8(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(escaped);
        assertThat(written(json -> json.beginObject().name(text).nullValue().endObject()))
                .isEqualTo("{" + escaped + ":null}");
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        assertThat(written(json -> json.string("a\ud83d"))).isEqualTo("\"a\ufffd\"");
        assertThat(written(json -> json.string("\ude00\ud83d\ud83d\ude00b")))
                .isEqualTo("\"\ufffd\ufffd\ud83d\ude00b\"");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JsonWriter().utf8(new byte[] {'a', (byte) 0xc0, (byte) 0xaf}))
                .withMessage("The text is not valid UTF-8 at byte 1.");
    }

    @Test
    void decimalsKeepTheirSpelling() {
        for (String number : new String[] {"0", "1.50", "1E+30", "-1.5E-20", "0.000001"}) {
            assertThat(written(json -> json.number(new BigDecimal(number)))).isEqualTo(number);
        }
    }

    @Test
    void anyTextComesBackFromTheReader() {
        long seed = System.nanoTime();
        RandomJson random = new RandomJson(new Random(seed));
        JsonWriter json = new JsonWriter(0);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            String text = random.characters();
            all.append(text);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(reread(writer -> writer.string(text)).string())
                    .as("seed %d", seed)
                    .isEqualTo(text);
            assertThat(reread(writer -> writer.utf8(utf8)).utf8())
                    .as("seed %d", seed)
                    .isEqualTo(utf8);
        }

        byte[] written = json.string(all.toString()).toByteArray();

        assertThat(new JsonReader(written).string()).as("seed %d", seed).isEqualTo(all.toString());
    }

    @Test
    void anyBytesComeBackFromTheReader() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            byte[] content = new byte[random.nextInt(200)];
            random.nextBytes(content);
            assertThat(reread(writer -> writer.base64(content)).base64())
                    .as("seed %d", seed)
                    .isEqualTo(content);
            long number = random.nextLong() >> random.nextInt(64);
            assertThat(reread(writer -> writer.number(number)).int64())
                    .as("seed %d", seed)
                    .isEqualTo(number);
        }
    }

    @Test
    void depthIsNotLimited() {
        JsonWriter json = new JsonWriter();
        for (int i = 0; i < 1000; i++) {
            json.beginArray();
        }
        for (int i = 0; i < 1000; i++) {
            json.endArray();
        }

        assertThat(json.toByteArray()).hasSize(2000);
    }

    @Test
    void callsThatCannotFollowAreRefused() {
        rejects("Writing a value", json -> json.number(1).number(2));
        rejects("Writing a value", json -> json.beginObject().string("a"));
        rejects("Writing a value", json -> json.beginObject().endObject().beginArray());
        rejects("name()", json -> json.name("a"));
        rejects("name()", json -> json.beginArray().name("a"));
        rejects("name()", json -> json.beginObject().name("a").name("b"));
        rejects("endObject()", json -> json.beginArray().endObject());
        rejects("endObject()", json -> json.beginObject().name("a").endObject());
        rejects("endObject()", JsonWriter::endObject);
        rejects("endArray()", json -> json.beginObject().endArray());
        rejects("endArray()", json -> json.beginArray().endArray().endArray());
        rejects("toByteArray()", JsonWriter::toByteArray);
        rejects("toByteArray()", json -> json.beginArray().number(1).toByteArray());
    }

    private static void rejects(String call, Consumer<JsonWriter> calls) {
        assertThatIllegalStateException()
                .isThrownBy(() -> calls.accept(new JsonWriter()))
                .withMessage(call + " is not possible here: it does not follow what was written before.");
    }

    private static JsonReader reread(Consumer<JsonWriter> write) {
        JsonWriter json = new JsonWriter(0);
        write.accept(json);
        return new JsonReader(json.toByteArray());
    }

    private static String written(Consumer<JsonWriter> write) {
        JsonWriter json = new JsonWriter(0);
        write.accept(json);
        byte[] utf8 = json.toByteArray();
        String text = new String(utf8, StandardCharsets.UTF_8);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).as("valid UTF-8").isEqualTo(utf8);
        return text;
    }
}
