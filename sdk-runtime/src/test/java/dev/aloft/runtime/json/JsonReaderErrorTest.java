package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonReaderErrorTest {
    @Test
    void failureIsOneOfTheNativeEvent() {
        JsonException failure = failure(() -> reading("[1,]", JsonReader::skip));

        assertThat(failure.code()).isEqualTo("ALOFT-201");
        assertThat(failure.kind()).isEqualTo(AloftException.Kind.NATIVE_EVENT);
        assertThat(failure.reason())
                .isEqualTo(
                        "The event cannot be read: found ']' at byte 3, expected a value. Check what invokes the function.");
    }

    @Test
    void structure() {
        refuses("", "the end at byte 0, expected a value");
        refuses(" ", "the end at byte 1, expected a value");
        refuses("\ufeff", "the end at byte 3, expected a value");
        refuses("[", "the end at byte 1, expected a value");
        refuses("[1", "the end at byte 2, expected ',' or ']'");
        refuses("[1 2]", "'2' at byte 3, expected ',' or ']'");
        refuses("[1}", "'}' at byte 2, expected ',' or ']'");
        refuses("[,1]", "',' at byte 1, expected a value");
        refuses("{", "the end at byte 1, expected a name in quotes");
        refuses("{1:2}", "'1' at byte 1, expected a name in quotes");
        refuses("{\"a\":1,}", "'}' at byte 7, expected a name in quotes");
        refuses("{\"a\"1}", "'1' at byte 4, expected ':'");
        refuses("{\"a\":}", "'}' at byte 5, expected a value");
        refuses("{\"a\":1 \"b\":2}", "'\"' at byte 7, expected ',' or '}'");
        refuses("{} {}", "'{' at byte 3, expected nothing after the value");
        refuses("[1]//", "'/' at byte 3, expected nothing after the value");
    }

    @Test
    void words() {
        refuses("nul", "the end at byte 3, expected null");
        refuses("[trie]", "'i' at byte 3, expected true");
        refuses("False", "'F' at byte 0, expected a value");
        refuses("nulls", "'s' at byte 4, expected nothing after the value");
    }

    @Test
    void numbers() {
        refuses("-", "the end at byte 1, expected a digit");
        refuses("[01]", "'1' at byte 2, expected no digit after a leading zero");
        refuses("[1.]", "']' at byte 3, expected a digit");
        refuses("[1e+]", "']' at byte 4, expected a digit");
        refuses("[+1]", "'+' at byte 1, expected a value");
        refuses("[0x1]", "'x' at byte 2, expected ',' or ']'");
    }

    @Test
    void strings() {
        refuses("\"a", "the end at byte 2, expected '\"' at the end of a string");
        refuses("\"a\tb\"", "the byte 0x09 at byte 2, expected control characters in strings to be escaped");
        refuses("\"\\a\"", "'a' at byte 2, expected one of \" \\ / b f n r t u after a backslash");
        refuses("\"\\", "the end at byte 2, expected one of \" \\ / b f n r t u after a backslash");
        refuses("\"\\u12g4\"", "'g' at byte 5, expected four hexadecimal digits after \\u");
        refuses("\"\\u12", "the end at byte 5, expected four hexadecimal digits after \\u");
        String half = "half of a surrogate pair at byte 1, expected both halves, since UTF-8 cannot hold one alone";
        refuses("\"\\ud800\"", half);
        refuses("\"\\udc00\"", half);
        refuses("\"\\ud800\\ud800\"", half);
        refuses("\"\\ud800", half);
    }

    @Test
    void malformedUtf8AlsoInWhatIsSkipped() {
        refuses(hex("22 C0 AF 22"), "the byte 0xc0 at byte 1, expected UTF-8");
        refuses(hex("22 ED A0 80 22"), "the byte 0xed at byte 1, expected UTF-8");
        refuses(hex("22 F4 90 80 80 22"), "the byte 0xf4 at byte 1, expected UTF-8");
        refuses(hex("22 61 E2 82 22"), "the byte 0xe2 at byte 2, expected UTF-8");
        refuses(hex("7B 22 FF 22"), "the byte 0xff at byte 2, expected UTF-8");
        refuses(hex("FF FE 5B 00"), "the byte 0xff at byte 0, expected a value");
    }

    @Test
    void repeatedNamesHoweverSpelled() {
        refuses("{\"a\":1,\"a\":2}", "a repeated name at byte 7, expected each name once in an object");
        refuses(
                "[{\"a\":1,\"b\":{\"a\":1},\"\\u0061\":2}]",
                "a repeated name at byte 20, expected each name once in an object");
    }

    @Test
    void depth() {
        String deepest = "at byte 200, expected at most 200 objects and arrays in one another";
        refuses("[".repeat(201), "'[' " + deepest);
        refuses("[".repeat(200) + "{", "'{' " + deepest);
    }

    @Test
    void valuesOfAnotherKind() {
        refuses("[]", JsonReader::beginObject, "an array at byte 0, expected an object");
        refuses("null", JsonReader::beginArray, "null at byte 0, expected an array");
        refuses("7", JsonReader::string, "a number at byte 0, expected a string");
        refuses("null", JsonReader::string, "null at byte 0, expected a string");
        refuses("{}", JsonReader::stringOrNull, "an object at byte 0, expected a string");
        refuses("\"true\"", JsonReader::bool, "a string at byte 0, expected a boolean");
        refuses("true", JsonReader::int64, "a boolean at byte 0, expected a number");
        refuses("-1", JsonReader::base64, "a number at byte 0, expected a string");
        refuses(" null", JsonReader::scalar, "null at byte 1, expected a string, a number or a boolean");
        refuses("nope", JsonReader::scalar, "'o' at byte 1, expected null");
        refuses("?", JsonReader::peek, "'?' at byte 0, expected a value");
        refuses("", JsonReader::string, "the end at byte 0, expected a string");
    }

    @Test
    void moreOrLessThanTheCallerReads() {
        refuses(
                "[1,2]",
                json -> {
                    json.beginArray();
                    json.int64();
                    json.endArray();
                },
                "'2' at byte 3, expected ']'");
        refuses(
                "{\"a\":1}",
                json -> {
                    json.beginObject();
                    json.endObject();
                },
                "'\"' at byte 1, expected '}'");
        refuses(
                "[]",
                json -> {
                    json.beginArray();
                    json.int64();
                },
                "']' at byte 1, expected a value");
        refuses(
                "{}",
                json -> {
                    json.beginObject();
                    json.name();
                },
                "'}' at byte 1, expected a name in quotes");
    }

    private static void refuses(String text, String found) {
        refuses(text.getBytes(StandardCharsets.UTF_8), found);
    }

    private static void refuses(byte[] text, String found) {
        refuses(
                text,
                json -> {
                    json.skip();
                    json.end();
                },
                found);
    }

    private static void refuses(String text, Consumer<JsonReader> calls, String found) {
        refuses(text.getBytes(StandardCharsets.UTF_8), calls, found);
    }

    private static void refuses(byte[] text, Consumer<JsonReader> calls, String found) {
        assertThat(failure(() -> calls.accept(new JsonReader(text))))
                .hasMessage(
                        "ALOFT-201 The event cannot be read: found " + found + ". Check what invokes the function.");
    }

    private static void reading(String text, Consumer<JsonReader> calls) {
        calls.accept(new JsonReader(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonException failure(ThrowingCallable call) {
        return assertThatExceptionOfType(JsonException.class).isThrownBy(call).actual();
    }

    private static byte[] hex(String octets) {
        return HexFormat.ofDelimiter(" ").parseHex(octets);
    }
}
