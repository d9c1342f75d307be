package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private final FaultPlan faults = new FaultPlan(42, 1_000, 500);

    @Test
    void everythingThatCanGoWrongDoes() {
        Map<Conduct, Integer> seen = new EnumMap<>(Conduct.class);
        for (int message = 0; message < 10_000; message++) {
            seen.merge(faults.conduct(message, 1), 1, Integer::sum);
        }

        assertThat(seen).containsOnlyKeys(EnumSet.allOf(Conduct.class));
        assertThat(seen.get(Conduct.HANDLE)).isBetween(8_000, 8_600);
    }

    @Test
    void sameSeedDoesTheSame() {
        FaultPlan again = new FaultPlan(42, 1_000, 500);

        for (int message = 0; message < 1_000; message++) {
            assertThat(again.conduct(message, 2)).isEqualTo(faults.conduct(message, 2));
        }
    }

    @Test
    void poisonIsNeverHandledAndEverythingElseInTheEndIs() {
        for (int message = 0; message < 1_000; message++) {
            boolean handled = faults.conduct(message, 4) == Conduct.HANDLE;

            assertThat(handled).isNotEqualTo(faults.isPoison(message));
        }
    }
}
