package dev.aloft.testkit.brokers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.spi.MessageBinding.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The test of the test: answers that are wrong in one place only are found. */
class ControlTest {
    private static final long SEED = 4_711;
    private static final int MESSAGES = 2_000;

    @ParameterizedTest
    @EnumSource
    void oneFailureInThreeThatIsKeptSecretIsFound(Scenario scenario) {
        Row row = scenario.run(SEED, MESSAGES, (honest, simulation) -> new Liar(honest, 3));

        assertThat(row).matches(run -> run.unhandledAcknowledgements() > 0, "has acknowledged what was not handled");
        assertThat(row).matches(run -> !run.isSound());
    }

    @Test
    void adapterThatDoesNotKnowTheGroupsIsFound() {
        RuntimeTarget.Shape ungrouped = new RuntimeTarget.Shape(Ids::uuid, message -> null, false);

        Row row = Scenario.SQS_FIFO.run(
                SEED, MESSAGES, (honest, simulation) -> new RuntimeTarget(simulation, Map.of(), false, ungrouped));

        assertThat(row)
                .returns(0, Row::unhandledAcknowledgements)
                .matches(run -> run.orderViolations() > 0, "has messages out of order");
    }

    @Test
    void settingThatPromisesReportsWhereThereAreNoneLosesMessages() {
        Ledger ledger = new Ledger(MESSAGES, 0);
        Simulation simulation = new Simulation(new FaultPlan(SEED, 0, 0), ledger);
        Target told = LambdaTarget.deploy(
                new SimulatedApplication.Setup(simulation, Kind.QUEUE, false),
                Map.of("ALOFT_PARTIAL_BATCH", "on"),
                AwsEvents::sqs);

        new SqsStandardBroker(10, 5, false).run(simulation, told);

        assertThat(ledger.row("told wrongly")).matches(run -> run.lost() > 0, "has lost messages");
    }
}
