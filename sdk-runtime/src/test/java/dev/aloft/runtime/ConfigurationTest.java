package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @Test
    void unsetNumbersHaveDefaults() {
        Configuration configuration = new Configuration(Map.of("ALOFT_PARALLELISM", " "));

        assertThat(configuration.parallelism()).isEqualTo(1);
        assertThat(configuration.deadlineMargin()).isEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "64,64", "' 8 ',8", "007,7"})
    void numberInItsRangeIsTaken(String text, int number) {
        assertThat(new Configuration(Map.of("ALOFT_PARALLELISM", text)).parallelism())
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "65", "-1", "+1", "1.5", "1e1", "x", "1 2", "4294967297", "18446744073709551617", "\u0661"})
    void otherNumberIsRefused(String text) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> new Configuration(Map.of("ALOFT_PARALLELISM", text)).parallelism())
                .withMessage(
                        "ALOFT-116 The setting ALOFT_PARALLELISM is not a whole number from 1 to 64. Change it, or remove it.");
    }

    @Test
    void marginIsInMilliseconds() {
        assertThat(margin("0")).isZero();
        assertThat(margin("600000")).isEqualTo(600_000);
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> margin("600001"))
                .withMessage(
                        "ALOFT-116 The setting ALOFT_DEADLINE_MARGIN is not a whole number from 0 to 600000. Change it, or remove it.");
    }

    @Test
    void wrongNumberIsToldAtTheStart() {
        Map<String, String> settings = Map.of("ALOFT_PARALLELISM", "many");

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionRuntime.start(
                        "test", settings, TestFunctions.payload((message, context) -> {}, () -> String.class)))
                .withMessageStartingWith("ALOFT-116 ");
    }

    private static int margin(String text) {
        return new Configuration(Map.of("ALOFT_DEADLINE_MARGIN", text)).deadlineMargin();
    }
}
