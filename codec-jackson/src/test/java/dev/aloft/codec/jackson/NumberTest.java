package dev.aloft.codec.jackson;

import static dev.aloft.codec.jackson.Codec.read;
import static dev.aloft.codec.jackson.Codec.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTest {

    record Box(Object content) {}

    record Numbers(long whole, double real, double[] reals, float[] floats) {}

    @Test
    void numbersHaveAtMost1000Digits() {
        assertThat(read("9".repeat(1_000), BigInteger.class)).isEqualTo(new BigInteger("9".repeat(1_000)));

        assertThat(refused("9".repeat(1_001), BigInteger.class).code()).isEqualTo("ALOFT-301");
        assertThat(refused("{\"unknown\":" + "9".repeat(1_001) + "}", Box.class).code())
                .isIn("ALOFT-301", "ALOFT-303");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e400", "1E+309"})
    void noNumberBecomesInfinite(String number) {
        for (Class<?> type :
                List.of(double.class, Double.class, float.class, Float.class, Object.class, Number.class)) {
            assertThat(refused(number, type).code()).as(type.getName()).isEqualTo("ALOFT-302");
            assertThat(refused("[" + number + "]", type.arrayType()).code())
                    .as(type.getName())
                    .isEqualTo("ALOFT-302");
        }
        assertThat(refused("{\"content\":{\"a\":" + number + "}}", Box.class)).hasMessageContaining("$.content");
        assertThat(refused("{\"a\":" + number + "}", Map.class).code()).isEqualTo("ALOFT-302");
    }

    @Test
    void aTreeNeverHoldsAnInfiniteNumber() {
        for (String json : List.of("1e400", "{\"a\":[1e999999999]}")) {
            assertThat(refused(json, JsonNode.class).code()).isEqualTo("ALOFT-302");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1E400",
                "9223372036854775808",
                "1.5",
                "1.0",
                "\"1\"",
                "\"\"",
                "true",
                "null",
                "{}",
                "[1]"
            })
    void aWholeNumberIsNothingElse(String value) {
        assertThat(refused("{\"whole\":" + value + ",\"real\":1}", Numbers.class))
                .hasMessageStartingWith("ALOFT-302 ")
                .hasMessageContaining("$.whole");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"NaN\"", "\"Infinity\"", "\"-INF\"", "\"1.5\"", "\"\"", "true", "null"})
    void aRealNumberIsNothingElse(String value) {
        assertThat(refused("{\"whole\":1,\"real\":" + value + "}", Numbers.class))
                .hasMessageContaining("$.real");
        assertThat(refused("{\"whole\":1,\"real\":1,\"reals\":[" + value + "]}", Numbers.class))
                .hasMessageContaining("$.reals");
        assertThat(refused("{\"whole\":1,\"real\":1,\"floats\":[" + value + "]}", Numbers.class))
                .hasMessageContaining("$.floats");
    }

    @Test
    void negativeZeroAndSmallNumbersAreRead() {
        assertThat(read("{\"whole\":-0,\"real\":-0.0,\"reals\":[1e-400]}", Numbers.class)
                        .reals())
                .containsExactly(0.0);
    }

    @Test
    void aHugeExponentDoesNotBecomeAHugeInteger() {
        assertThat(refused("1e999999999", BigInteger.class).code()).isIn("ALOFT-301", "ALOFT-302");
        assertThat(read("1e999999999", BigDecimal.class)).isEqualTo(new BigDecimal("1e999999999"));
    }
}
