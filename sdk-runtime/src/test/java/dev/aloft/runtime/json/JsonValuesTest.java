package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {
    @Test
    void integersOf64BitsAreExact() {
        assertThat(reader("0").int64()).isZero();
        assertThat(reader("-0").int64()).isZero();
        assertThat(reader("9007199254740993").int64()).isEqualTo(9007199254740993L);
        assertThat(reader("9223372036854775807").int64()).isEqualTo(Long.MAX_VALUE);
        assertThat(reader("-9223372036854775808").int64()).isEqualTo(Long.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "9999999999999999999",
                "-9999999999999999999",
                "18446744073709551616",
                "100000000000000000000"
            })
    void largerIntegersAreRefused(String number) {
        refuses(() -> reader(number).int64(), "an integer that is too large at byte 0, expected one of 64 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e2", "1E-2", "-0.0"})
    void integersHaveNoFractionAndNoExponent(String number) {
        refuses(() -> reader(number).int64(), "a number with a fraction or an exponent at byte 0, expected an integer");
    }

    @Test
    void integersAroundTheLimitsAgreeWithBigInteger() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigInteger number = BigInteger.valueOf(random.nextLong()).shiftRight(random.nextInt(64));
            if (random.nextInt(4) == 0) {
                number = number.add(BigInteger.valueOf(random.nextBoolean() ? Long.MAX_VALUE : Long.MIN_VALUE));
            }
            JsonReader json = reader(number.toString());
            if (number.bitLength() < 64) {
                assertThat(json.int64()).as("seed %d", seed).isEqualTo(number.longValueExact());
            } else {
                assertThatExceptionOfType(JsonException.class)
                        .as("seed %d: %s", seed, number)
                        .isThrownBy(json::int64);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.50",
                "1E+2",
                "-1.5e-7",
                "0.1",
                "1e10000",
                "1e-10000",
                "123456789012345678901234567890"
            })
    void decimalsKeepTheirDigits(String number) {
        assertThat(reader(number).decimal()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void decimalsHaveAThousandDigitsAtMost() {
        String digits = "7".repeat(999);

        assertThat(reader("-" + digits + "." + 7).decimal()).isEqualTo(new BigDecimal("-" + digits + "." + 7));
        refuses(() -> reader(digits + "77").decimal(), "a number of 1001 digits at byte 0, expected at most 1000");
        refuses(
                () -> reader("0." + digits + "7").decimal(),
                "a number of 1001 digits at byte 0, expected at most 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e10001", "1E-10001", "0e+99999999999999999999", "1e999999999", "1.5e0000000020000"})
    void decimalsHaveNoHugeExponent(String number) {
        refuses(
                () -> reader(number).decimal(),
                "a number with a huge exponent at byte 0, expected one from -10000 to 10000");
        reader(number).skip();
    }

    @Test
    void leadingZerosOfAnExponentDoNotCount() {
        assertThat(reader("1e0000000000000000000005").decimal()).isEqualTo(new BigDecimal("1e5"));
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
