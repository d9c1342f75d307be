package dev.aloft.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void medianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Series.of(30, 10, 20).median()).isEqualTo(20);
    }

    @Test
    void medianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Series.of(40, 10, 20, 30).median()).isEqualTo(25);
    }

    @Test
    void ratiosAreTakenWithinARound() {
        Series own = Series.of(10, 200, 30);
        Series other = Series.of(20, 400, 20);

        assertThat(own.over(other).range("%.1f")).isEqualTo("0.5 (0.5..1.5)");
    }

    @Test
    void differencesAreTakenWithinARound() {
        Series own = Series.of(10, 200);
        Series other = Series.of(8, 100);

        assertThat(own.minus(other).range("%.0f")).isEqualTo("51 (2..100)");
    }

    @Test
    void roundsMustMatch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Series.of(1, 2).over(Series.of(1)))
                .withMessage("The rounds differ: 2 and 1");
    }
}
