package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every simulated broker delivers to a handler that fails in every way there is; no message is lost. More messages and another seed
 * by {@code -Daloft.brokers.messages=1000000 -Daloft.brokers.seed=7}.
 */
class NothingLostTest {
    private static final int MESSAGES = Integer.getInteger("aloft.brokers.messages", 10_000);
    private static final long SEED = Long.getLong("aloft.brokers.seed", System.nanoTime());
    private static final List<Row> ROWS = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void everyMessageIsHandledRejectedOrDeadLettered(Scenario scenario) {
        Row row = scenario.run(SEED, scenario.share(MESSAGES));

        ROWS.add(row);
        assertThat(row).as("seed %d", SEED).matches(Row::isSound);
        assertThat(row.handled()).as("handled").isGreaterThan(row.messages() / 2);
        if (!scenario.isLossyPlatform()) {
            assertThat(row.dropped()).as("dropped by the platform").isZero();
        }
    }

    @Test
    void withoutRetryPolicyEventHubsGivesUpBatchesThatFailed() {
        Row row = Scenario.EVENT_HUBS_BARE.run(SEED, 2_000);

        assertThat(row.dropped()).as("seed %d", SEED).isGreaterThan(row.messages() / 10);
    }

    @Test
    void withoutRetryPolicyCosmosDbGivesUpBatchesThatFailed() {
        Row row = Scenario.COSMOS_DB_BARE.run(SEED, 2_000);

        assertThat(row.dropped()).as("seed %d", SEED).isGreaterThan(row.messages() / 10);
    }

    @Test
    void withoutRetryPolicyATimerGivesUpFiringsThatFailed() {
        Row row = Scenario.TIMER_BARE.run(SEED, 2_000);

        assertThat(row.dropped()).as("seed %d", SEED).isGreaterThan(row.messages() / 20);
    }

    /** They make up for what fails now and then, not for what fails every time. */
    @ParameterizedTest
    @EnumSource(names = {"SQL_TABLE", "TIMER"})
    void aFewAttemptsAreEnoughForAlmostAll(Scenario scenario) {
        Row row = scenario.run(SEED, 2_000);

        assertThat(row.dropped()).as("seed %d", SEED).isLessThan(row.messages() / 50);
    }

    @AfterAll
    static void printTable() {
        System.out.println("seed " + SEED + System.lineSeparator() + Row.table(ROWS));
    }
}
