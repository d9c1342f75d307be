package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.AloftException;
import dev.aloft.BatchHandler;
import dev.aloft.BatchResult;
import dev.aloft.Body;
import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.runtime.PairCodec.Pair;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchCallTest {
    private final RecordingInvocation invocation = new RecordingInvocation();
    private final List<List<String>> batches = new ArrayList<>();

    @Test
    void messagesComeTogetherAndInOrder() {
        List<Context> contexts = new ArrayList<>();
        invocation.attempt = 2;

        DeliveryResult result = deliver(Body.class, TestItems.of("a", "b@g", "c"), (messages, context) -> {
            contexts.add(context);
            return BatchResult.allHandled();
        });

        assertThat(batches).containsExactly(List.of("a", "b", "c"));
        assertThat(result.isDone()).isTrue();
        assertThat(contexts.get(0).attempt()).hasValue(2);
        assertThat(contexts.get(0).coldStart()).isTrue();
        assertThat(contexts.get(0).traceContext()).isEmpty();
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void unreadableMessagesAreLeftOut() {
        List<DeliveryItem> items = List.of(
                TestItems.unreadable("a", null),
                TestItems.item("b", null, "left=right"),
                TestItems.item("c", null, "nothing"));

        DeliveryResult result = deliver(Pair.class, items, (messages, context) -> BatchResult.allHandled());

        assertThat(batches).containsExactly(List.of("b"));
        assertThat(told(result)).isEqualTo("FAILED HANDLED FAILED");
    }

    @Test
    void functionIsNotCalledWithoutAReadableMessage() {
        DeliveryResult result = deliver(
                String.class,
                List.of(TestItems.unreadable("a", null), TestItems.unreadable("b", "g")),
                (messages, context) -> BatchResult.allHandled());

        assertThat(batches).isEmpty();
        assertThat(told(result)).isEqualTo("FAILED FAILED");
    }

    @Test
    void whatFollowsAnUnreadableMessageOfItsGroupComesAgainWithIt() {
        List<DeliveryItem> items = List.of(
                TestItems.item("a", "g"),
                TestItems.unreadable("b", "g"),
                TestItems.item("c", "g"),
                TestItems.item("d", "h"));

        DeliveryResult result = deliver(String.class, items, (messages, context) -> BatchResult.allHandled());

        assertThat(batches).containsExactly(List.of("a", "d"));
        assertThat(told(result)).isEqualTo("HANDLED FAILED NOT_ATTEMPTED HANDLED");
    }

    @Test
    void reportedMessagesFailForTheirReason() {
        DeliveryResult result = deliver(
                String.class,
                TestItems.of("a", "b", "c", "d"),
                (messages, context) -> BatchResult.builder()
                        .failed(messages.get(0), "the index is full")
                        .failed(messages.get(1), new Rejected("never"))
                        .failed(messages.get(2), new RetryLater(Duration.ofMillis(1), "busy"))
                        .build());

        assertThat(told(result)).isEqualTo("FAILED REJECTED FAILED HANDLED");
        assertThat(result.failure(0)).isInstanceOf(IllegalStateException.class).hasMessage("the index is full");
        assertThat(result.delaySeconds()).isEqualTo(1);
        assertThat(invocation.log).hasSize(3);
    }

    @Test
    void messagesOfOneIdAreToldApart() {
        DeliveryResult result = deliver(
                String.class,
                TestItems.of("a", "a"),
                (messages, context) ->
                        BatchResult.builder().failed(messages.get(1), "x").build());

        assertThat(told(result)).isEqualTo("HANDLED FAILED");
    }

    @Test
    void orderedGroupIsNotDoneBehindAFailure() {
        DeliveryResult result = deliver(
                String.class,
                TestItems.of("a@g", "b@g", "c@h", "d@g", "e@g", "f"),
                (messages, context) -> BatchResult.builder()
                        .failed(messages.get(1), "x")
                        .failed(messages.get(4), new Rejected("y"))
                        .build());

        assertThat(told(result)).isEqualTo("HANDLED FAILED HANDLED NOT_ATTEMPTED NOT_ATTEMPTED HANDLED");
    }

    @Test
    void throwingFailsAllThatWereHandedOver() {
        List<DeliveryItem> items =
                List.of(TestItems.item("a", null), TestItems.unreadable("b", null), TestItems.item("c", null));

        DeliveryResult result = deliver(String.class, items, (messages, context) -> {
            throw new IOException("no database");
        });

        assertThat(told(result)).isEqualTo("FAILED FAILED FAILED");
        assertThat(result.failure(2)).isSameAs(result.failure(0)).isInstanceOf(IOException.class);
        assertThat(invocation.log).hasSize(2);
        assertThat(invocation.log.get(0))
                .startsWith(
                        "ERROR Function f did not handle message a and 1 more: java.io.IOException: no database\n\tat ");
        assertThat(invocation.log.get(1))
                .startsWith("ERROR Function f did not handle message b: dev.aloft.AloftException: ");
    }

    @Test
    void thrownRejectionDoesNotGiveUpTheWholeBatch() {
        DeliveryResult result = deliver(String.class, TestItems.of("a", "b"), (messages, context) -> {
            throw new Rejected("no such customer");
        });

        assertThat(told(result)).isEqualTo("FAILED FAILED");
        assertThat(invocation.log)
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR Function f did not handle message a and 1 more: dev.aloft.Rejected: no such customer");
    }

    @Test
    void errorAndInterruptionFailTheBatchToo() {
        DeliveryResult error = deliver(String.class, TestItems.of("a"), (messages, context) -> {
            throw new StackOverflowError();
        });
        DeliveryResult interrupted = deliver(String.class, TestItems.of("a"), (messages, context) -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(told(error)).isEqualTo("FAILED");
        assertThat(told(interrupted)).isEqualTo("FAILED");
    }

    @Test
    void nullResultFailsTheBatch() {
        DeliveryResult result = deliver(String.class, TestItems.of("a", "b"), (messages, context) -> none());

        assertThat(told(result)).isEqualTo("FAILED FAILED");
        assertThat(result.failure(0))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-421 Function f returned null. Return a BatchResult, for example BatchResult.allHandled().");
    }

    @Test
    void failureOfAnUnknownMessageFailsTheBatch() {
        DeliveryResult result = deliver(
                String.class,
                TestItems.of("a", "b"),
                (messages, context) -> BatchResult.builder()
                        .failed(messages.get(0), "x")
                        .failed(messages.get(1).withPayload("copy"), "y")
                        .build());

        assertThat(told(result)).isEqualTo("FAILED FAILED");
        assertThat(result.failure(0))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-422 Function f reported the failure of a message that is not in the batch. Pass the message objects"
                                + " of the list.");
    }

    @SuppressWarnings("NullAway") // what a careless handler returns
    private static BatchResult none() {
        return null;
    }

    private <T> DeliveryResult deliver(Class<T> payload, List<DeliveryItem> items, BatchHandler<T> handler) {
        FunctionRuntime runtime = TestFunctions.batch(payload, (messages, context) -> {
            batches.add(messages.stream().map(Message::id).toList());
            return handler.handle(messages, context);
        });
        return runtime.deliver(runtime.select(TestFunctions.ORIGIN), items, invocation);
    }

    private static String told(DeliveryResult result) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < result.size(); i++) {
            told.add(told(result, i, result.failure(i)));
        }
        return String.join(" ", told);
    }

    private static String told(DeliveryResult result, int index, @Nullable Throwable failure) {
        if (result.isRejected(index)) {
            return "REJECTED";
        }
        if (result.isDone(index)) {
            return "HANDLED";
        }
        return failure == null && !result.isAttempted(index) ? "NOT_ATTEMPTED" : "FAILED";
    }
}
