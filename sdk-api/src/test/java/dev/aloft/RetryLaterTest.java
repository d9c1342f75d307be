package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryLaterTest {
    @Test
    void delayReasonAndCauseAreKept() {
        Exception cause = new Exception("first");

        RetryLater retry = new RetryLater(Duration.ofMinutes(5), "the warehouse is closed", cause);

        assertThat(retry).hasMessage("the warehouse is closed").hasCause(cause);
        assertThat(retry.delay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(new RetryLater(Duration.ZERO, "a")).hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.000000001S", "P7D"})
    void delayWithinAWeekIsTaken(String delay) {
        assertThat(new RetryLater(Duration.parse(delay), "a").delay()).isEqualTo(Duration.parse(delay));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.000000001S", "PT168H0.000000001S", "PT200H"})
    void otherDelayIsRefused(String delay) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryLater(Duration.parse(delay), "a"))
                .withMessage("ALOFT-414 RetryLater takes a delay from zero to 7 days, not " + delay + ".");
    }
}
