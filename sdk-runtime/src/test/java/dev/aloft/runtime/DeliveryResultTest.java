package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.AloftException;
import dev.aloft.Rejected;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding.Kind;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryResultTest {
    private static final FunctionDefinition QUEUE = FunctionDefinition.message("f", Kind.QUEUE, "orders");
    private static final String END = ". The platform delivers them again. The log has the reason of each.";

    private final Outcome failed = Outcome.thrown(new IOException("secret"));
    private final Outcome rejected = Outcome.thrown(new Rejected("never"));

    @Test
    void failureCountsWhatIsNotDone() {
        AloftException failure =
                result(Outcome.HANDLED, failed, rejected, failed).failure();

        assertThat(failure)
                .hasMessage(
                        "ALOFT-420 Function f did not handle 2 of 4 messages, the first failed with java.io.IOException"
                                + END)
                .hasCause(failed.failure());
        assertThat(failure.kind()).isEqualTo(AloftException.Kind.HANDLER);
    }

    @Test
    void failureTellsWhatWasNotAttempted() {
        assertThat(result(Outcome.HANDLED, failed, Outcome.BLOCKED, Outcome.OUT_OF_TIME)
                        .failure())
                .hasMessage(
                        "ALOFT-420 Function f did not handle 3 of 4 messages (2 of them not attempted), the first failed with"
                                + " java.io.IOException" + END);
    }

    @Test
    void failureWithoutAnyAttemptHasNoCause() {
        assertThat(result(Outcome.HANDLED, Outcome.OUT_OF_TIME).failure())
                .hasMessage("ALOFT-420 Function f did not handle 1 of 2 messages (1 of them not attempted)" + END)
                .hasNoCause();
    }

    @Test
    void rejectionIsNeverTheCause() {
        assertThat(result(rejected, failed).failure()).hasCause(failed.failure());
    }

    @Test
    void firstOpenIsTheFirstThatIsNotDone() {
        assertThat(result(Outcome.HANDLED, rejected, Outcome.BLOCKED, failed).firstOpen())
                .isEqualTo(2);
        assertThat(result(Outcome.HANDLED, rejected).firstOpen()).isEqualTo(2);
        assertThat(result(Outcome.HANDLED, rejected).isDone()).isTrue();
        assertThat(result(failed).isDone()).isFalse();
        assertThat(result().isDone()).isTrue();
    }

    private static DeliveryResult result(Outcome... outcomes) {
        List<DeliveryItem> items = Collections.nCopies(outcomes.length, TestItems.item("m-1", null));
        return new DeliveryResult(QUEUE, items, outcomes);
    }
}
