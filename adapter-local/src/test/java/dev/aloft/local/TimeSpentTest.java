package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Functions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A function that takes long, without anybody waiting for it. */
class TimeSpentTest {
    private LocalFunctions functions = LocalFunctions.of(Functions.builder()
            .queue("take-parcel", "parcels", String.class, (parcel, context) -> spend(parcel.payload()))
            .build());

    private void spend(String time) throws InterruptedException {
        functions.spend(Duration.parse(time));
    }

    @Test
    void whatAFunctionTakesGoesBy() {
        functions = functions.withProfile("calm");

        functions.queue("parcels").send("PT2H");
        functions.deliverAll();

        assertThat(functions.now()).isEqualTo("2026-01-01T02:00:00Z");
        assertThat(functions.outcomes("take-parcel").handled()).isEqualTo(1);
    }

    @Test
    void whatTakesLongerThanThePlatformGivesTimesOut() {
        functions = functions.withProfile("azure");

        functions.queue("parcels").send("PT5M1S");
        functions.deliverAll();

        assertThat(functions.outcomes("take-parcel").timedOut()).isEqualTo(5);
        assertThat(functions.outcomes("take-parcel").deadLettered()).isEqualTo(1);
        assertThat(functions.now()).isAfterOrEqualTo("2026-01-01T00:25:00Z");
    }

    @Test
    void onlyAFunctionSpendsTime() {
        assertThatThrownBy(() -> spend("PT1S"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Only a function spends time; a test lets it go by with advance.");
    }
}
