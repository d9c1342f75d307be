package dev.aloft.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile sender can cost. Times are the best of several runs, for a busy machine. */
class JsonLimitsTest {
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void endlessNestingFailsAtOnce(String opening) {
        JsonTiming timing = JsonTiming.of(
                opening.repeat(100_000),
                json -> assertThatExceptionOfType(JsonException.class)
                        .isThrownBy(json::skip)
                        .withMessageContaining("at most 200 objects and arrays in one another"));

        assertThat(timing.best()).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void timeGrowsWithTheNumberOfNamesOnly() {
        Duration few = JsonTiming.of(names(30_000, ""), JsonReader::skip).best();
        Duration many = JsonTiming.of(names(300_000, ""), JsonReader::skip).best();

        // Quadratic time would be a hundred times as much.
        assertThat(many).isLessThan(few.multipliedBy(40).plusMillis(50));
    }

    @Test
    void lastOfManyNamesIsFoundRepeated() {
        String text = names(300_000, ",\"n123456\":0");

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> reader(text).skip())
                .withMessageContaining("a repeated name at byte " + text.lastIndexOf("\"n123456\""));
    }

    /** Were each compared with all before it, it would cost a thousand times more. */
    @Test
    void namesWithEqualHashCodesCostHardlyMoreThanOthers() {
        Duration equal = JsonTiming.of(names("Aa", "BB"), JsonReader::skip).best();
        Duration different = JsonTiming.of(names("Ab", "cD"), JsonReader::skip).best();

        assertThat(equal).isLessThan(different.multipliedBy(20));
    }

    /** 16,384 names of 28 characters, made of two pairs. */
    private static String names(String zero, String one) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < 1 << 14; i++) {
            text.append(i == 0 ? "\"" : ",\"");
            for (int bit = 0; bit < 14; bit++) {
                text.append((i >> bit & 1) == 0 ? zero : one);
            }
            text.append("\":0");
        }
        return text.append('}').toString();
    }

    private static String names(int count, String more) {
        StringBuilder text = new StringBuilder("{\"n0\":0");
        for (int i = 1; i < count; i++) {
            text.append(",\"n").append(i).append("\":0");
        }
        return text.append(more).append('}').toString();
    }

    private static JsonReader reader(String text) {
        return new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    }
}
