package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.50",
                "1E+2",
                "-1.5e-7",
                "1e999999999",
                "-9223372036854775809",
                "123456789012345678901234567890"
            })
    void numbersKeepTheirDigits(String number) {
        assertThat(reader(number).scalar()).isEqualTo(number);
    }

    @Test
    void base64OfAnyLengthIsDecoded() {
        for (int length = 0; length < 300; length++) {
            byte[] content = new byte[length];
            Arrays.setAll(new int[length], i -> content[i] = (byte) (i * 37));
            String text = Base64.getEncoder().encodeToString(content);

            assertThat(reader("\"" + text + "\"").base64()).isEqualTo(content);
            assertThat(reader("\"" + text.replace("/", "\\/").replace("A", "\\u0041") + "\"")
                            .base64())
                    .isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "====",
                "a",
                "aa",
                "aaa",
                "aa=",
                "a===",
                "=aaa",
                "aa=a",
                "aaaa=",
                "aaaa====",
                "-_-_",
                "aaa\\n",
                "aa\\naa",
                "aa aaaa",
                "aaaa\\r\\n",
                "aB==",
                "aC==",
                "aE==",
                "aI==",
                "aaB=",
                "aaC=",
                "aa==aa==",
                "\u00e9a==",
                "\\u0000aaa"
            })
    void otherBase64IsRefused(String text) {
        refuses(
                () -> reader(" \"" + text + "\"").base64(),
                "a string that is not Base64 at byte 1, expected the standard alphabet and padding");
    }

    @Test
    void readerGoesOnBehindBrokenBase64() {
        JsonReader json = reader("[\"SGk\",\"SGk=\",\"S\\u0047k=\",7]");
        json.beginArray();

        assertThat(json.base64OrNull()).isNull();
        assertThat(json.base64OrNull()).asString().isEqualTo("Hi");
        assertThat(json.base64OrNull()).asString().isEqualTo("Hi");
        refuses(json::base64OrNull, "a number at byte 26, expected a string");
    }

    @Test
    void base64IsAString() {
        refuses(() -> reader("null").base64(), "null at byte 0, expected a string");
    }

    private static void refuses(Runnable read, String found) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(read::run)
                .withMessage(
                        "ALOFT-201 The event cannot be read: found " + found + ". Check what invokes the function.");
    }

    private static JsonReader reader(String text) {
        return new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    }
}
