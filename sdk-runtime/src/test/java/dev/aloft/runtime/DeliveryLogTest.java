package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryLogTest {
    private static final FunctionDefinition QUEUE = FunctionDefinition.message("f", Kind.QUEUE, "orders");

    private final RecordingInvocation invocation = new RecordingInvocation();

    @Test
    void eachFailureIsOneEntry() {
        log(
                TestItems.of("a", "b", "c", "d"),
                Outcome.thrown(new IOException("no database")),
                Outcome.HANDLED,
                Outcome.thrown(new Rejected("no such customer")),
                Outcome.thrown(new IOException("no database")));

        assertThat(invocation.log).hasSize(3);
        assertThat(invocation.log.get(0))
                .startsWith("ERROR Function f did not handle message a: java.io.IOException: no database\n\tat ");
        assertThat(invocation.log.get(1))
                .startsWith("ERROR Function f rejected message c: dev.aloft.Rejected: no such customer\n\tat ");
        assertThat(invocation.log.get(2)).startsWith("ERROR Function f did not handle message d: ");
    }

    @Test
    void nothingIsLoggedOfWhatWasHandled() {
        log(TestItems.of("a", "b"), Outcome.HANDLED, Outcome.HANDLED);

        assertThat(invocation.log).isEmpty();
    }

    @Test
    void failureOfAWholeBatchIsOneEntry() {
        Outcome batch = Outcome.batchThrown(new IOException("no database"));

        log(TestItems.of("a", "b", "c", "d"), Outcome.HANDLED, batch, Outcome.thrown(new IOException()), batch);

        assertThat(invocation.log).hasSize(2);
        assertThat(invocation.log.get(0))
                .startsWith("ERROR Function f did not handle message b and 1 more: java.io.IOException: no database\n");
        assertThat(invocation.log.get(1)).startsWith("ERROR Function f did not handle message c: ");
    }

    @Test
    void whatWasNotAttemptedIsOneWarning() {
        log(TestItems.of("a", "b", "c"), Outcome.thrown(new IOException()), Outcome.BLOCKED, Outcome.OUT_OF_TIME);

        assertThat(invocation.log).hasSize(2);
        assertThat(invocation.log.get(1))
                .isEqualTo(
                        "WARNING Function f did not attempt 2 of 3 messages: they follow a failed one whose order they keep, or"
                                + " the time was nearly over.");
    }

    @Test
    void itemHasTheNameOfItsKind() {
        assertThat(logged(FunctionDefinition.message("f", Kind.STREAM, "clicks")))
                .isEqualTo("message");
        assertThat(logged(FunctionDefinition.event("f", ""))).isEqualTo("event");
        assertThat(logged(FunctionDefinition.storage("f", "uploads", StorageEvent.Kind.CREATED)))
                .isEqualTo("event");
        assertThat(logged(FunctionDefinition.schedule("f", "30 3 * * *", "UTC")))
                .isEqualTo("event");
        assertThat(logged(FunctionDefinition.change("f", "products"))).isEqualTo("change");
    }

    /** What the three kinds of entries call an item, which must be the same. */
    private String logged(FunctionDefinition function) {
        RecordingInvocation own = new RecordingInvocation();
        Outcome[] outcomes = {
            Outcome.thrown(new Traceless()), Outcome.thrown(new Rejected("never")), Outcome.OUT_OF_TIME
        };
        DeliveryLog.write(function, TestItems.of("a", "b", "c"), outcomes, own);
        String item = DeliveryLog.itemOf(function);

        assertThat(own.log).hasSize(3);
        assertThat(own.log.get(0)).startsWith("ERROR Function f did not handle " + item + " a: ");
        assertThat(own.log.get(1)).startsWith("ERROR Function f rejected " + item + " b: ");
        assertThat(own.log.get(2)).startsWith("WARNING Function f did not attempt 1 of 3 " + item + "s: they follow ");
        return item;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m\n2026 ERROR forged",
                "m\r\nforged",
                "m\n\tat forged",
                "m\nCaused by: forged",
                "m\n",
                "m\u001b[2J",
                "m\u0085",
                "m\u2028forged"
            })
    void idForgesNoLine(String id) {
        log(List.of(TestItems.item(id, null)), Outcome.thrown(new Traceless()));

        String firstLine = invocation.log.get(0).lines().findFirst().orElseThrow();
        assertThat(firstLine).matches("ERROR Function f did not handle message m[ -~]+: .*Traceless: x");
        assertThat(invocation.log.get(0).lines()).hasSize(1);
    }

    @Test
    void payloadIsNeverLogged() {
        List<String> received = new ArrayList<>();
        FunctionRuntime runtime = TestFunctions.queue(PairCodec.Pair.class, (message, context) -> {
            received.add(message.payload().right());
            throw new IOException("no database");
        });

        runtime.deliver(
                runtime.select(TestFunctions.ORIGIN),
                List.of(TestItems.item("m-1", null, "card=s3cret"), TestItems.item("m-2", null, "s3cret")),
                invocation);

        assertThat(received).containsExactly("s3cret");
        assertThat(invocation.log).hasSize(2).noneMatch(entry -> entry.contains("s3cret"));
    }

    private void log(List<DeliveryItem> items, Outcome... outcomes) {
        DeliveryLog.write(QUEUE, items, outcomes, invocation);
    }

    private static final class Traceless extends Exception {
        private static final long serialVersionUID = 1L;

        Traceless() {
            super("x", null, false, false);
        }
    }
}
