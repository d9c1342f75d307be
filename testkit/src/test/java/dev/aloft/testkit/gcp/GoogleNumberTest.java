package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.00", "42", "4.2E2", "9223372036854775807", "-9223372036854775808"})
    void wholeNumbersOf64BitsStayWhole(String number) {
        assertThat(GoogleNumber.of(new BigDecimal(number)))
                .isInstanceOf(Long.class)
                .isEqualTo(new BigDecimal(number).longValueExact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.20", "-0.1", "1E300", "1E19"})
    void othersAreTheDoubleOfTheSameDigits(String number) {
        assertThat(GoogleNumber.of(new BigDecimal(number)))
                .isInstanceOf(Double.class)
                .satisfies(near ->
                        assertThat(new BigDecimal(near.toString())).isEqualByComparingTo(new BigDecimal(number)));
    }

    @Test
    void whatWouldLoseDigitsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoogleNumber.of(new BigDecimal("12345678901234567890.123")))
                .withMessage("Firestore keeps whole numbers of 64 bits and doubles; 12345678901234567890.123 is neither"
                        + " without loss.");
        assertThatIllegalArgumentException().isThrownBy(() -> GoogleNumber.of(new BigDecimal("1E999")));
    }
}
