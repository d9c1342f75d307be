package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleHostTest {
    @Test
    void timeoutIsReadFromTheEnvironment() {
        assertThat(host(Map.of("CLOUD_RUN_TIMEOUT_SECONDS", "300")).timeoutMillis)
                .isEqualTo(300_000);
        assertThat(host(Map.of()).timeoutMillis).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "5m", " 5", "1.5", "\u0665", "99999999999"})
    void unusableTimeoutFailsAtStart(String seconds) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> host(Map.of("CLOUD_RUN_TIMEOUT_SECONDS", seconds)))
                .withMessage(
                        "ALOFT-113 The setting CLOUD_RUN_TIMEOUT_SECONDS is not a whole number of seconds above zero."
                                + " Set it to the service's request timeout, or remove it.");
    }

    private static GoogleHost host(Map<String, String> environment) {
        return GoogleHost.of(environment, System.out);
    }
}
