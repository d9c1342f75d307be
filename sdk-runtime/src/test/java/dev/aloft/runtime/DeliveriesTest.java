package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Context;
import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.TraceContext;
import dev.aloft.runtime.PairCodec.Pair;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final String SENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final RecordingInvocation invocation = new RecordingInvocation();
    private final List<Object> payloads = new ArrayList<>();
    private final List<Context> contexts = new ArrayList<>();

    @Test
    void payloadComesInTheTypeAskedFor() {
        deliver(String.class, (message, context) -> payloads.add(message.payload()), "a=b");
        deliver(byte[].class, (message, context) -> payloads.add(message.payload()), "a=b");
        deliver(Body.class, (message, context) -> payloads.add(message.payload().text()), "a=b");
        deliver(Pair.class, (message, context) -> payloads.add(message.payload()), "a=b");

        assertThat(payloads)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly("a=b", "a=b".getBytes(StandardCharsets.UTF_8), "a=b", new Pair("a", "b"));
    }

    @Test
    void messageOfATypedPayloadKeepsItsBody() {
        DeliveryResult result = deliver(
                Pair.class, (message, context) -> payloads.add(message.body().text() + message.id()), "a=b");

        assertThat(payloads).containsExactly("a=ba=b");
        assertThat(result.isDone()).isTrue();
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void payloadThatDoesNotFitFailsItsMessageWithoutACall() {
        DeliveryResult result =
                deliver(Pair.class, (message, context) -> payloads.add(message.payload()), "nothing", "a=b");

        assertThat(payloads).containsExactly(new Pair("a", "b"));
        assertThat(result.isDone(0)).isFalse();
        assertThat(result.isAttempted(0)).isTrue();
        assertThat(result.failure(0)).hasMessage("ALOFT-303 No property of the type is in the body.");
        assertThat(result.isDone(1)).isTrue();
    }

    @Test
    void bytesThatAreNoTextFailTheirMessage() {
        FunctionRuntime runtime =
                TestFunctions.queue(String.class, (message, context) -> payloads.add(message.payload()));
        Message<Body> message = Message.builder("m-1", new byte[] {(byte) 0xC0}).build();

        DeliveryResult result = runtime.deliver(
                runtime.select("f", TestFunctions.ORIGIN), List.of(DeliveryItem.of("m-1", null, message)), invocation);

        assertThat(payloads).isEmpty();
        assertThat(result.failure(0)).hasMessageStartingWith("ALOFT-305 ");
    }

    @Test
    void itemThatTheMapperCouldNotReadFailsWithoutACall() {
        FunctionRuntime runtime =
                TestFunctions.queue(String.class, (message, context) -> payloads.add(message.payload()));

        DeliveryResult result = runtime.deliver(
                runtime.select("f", TestFunctions.ORIGIN),
                List.of(TestItems.unreadable("", null), TestItems.item("m-2", null)),
                invocation);

        assertThat(payloads).containsExactly("m-2");
        assertThat(result.isDone(0)).isFalse();
        assertThat(result.id(0)).isEmpty();
        assertThat(invocation.log)
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR Function f did not handle message without an id: dev.aloft.AloftException: ALOFT-203 ");
    }

    @Test
    void outcomeIsWhatWasThrown() {
        DeliveryResult result = deliver(
                String.class,
                (message, context) -> {
                    switch (message.payload()) {
                        case "rejected" -> throw new Rejected("never");
                        case "later" -> throw new RetryLater(Duration.ofSeconds(90), "busy");
                        case "soon" -> throw new RetryLater(Duration.ofNanos(1), "busy");
                        case "error" -> throw new AssertionError("wrong");
                        default -> payloads.add(message.payload());
                    }
                },
                "rejected",
                "later",
                "soon",
                "error",
                "fine");

        assertThat(result.size()).isEqualTo(5);
        assertThat(result.isDone(0)).isTrue();
        assertThat(result.isRejected(0)).isTrue();
        assertThat(result.failure(0)).isInstanceOf(Rejected.class);
        assertThat(result.isDone(1)).isFalse();
        assertThat(result.isRejected(1)).isFalse();
        assertThat(result.delaySeconds(1)).isEqualTo(90);
        assertThat(result.delaySeconds(2)).isEqualTo(1);
        assertThat(result.isDone(3)).isFalse();
        assertThat(result.delaySeconds(3)).isZero();
        assertThat(result.isDone(4)).isTrue();
        assertThat(result.failure(4)).isNull();
        assertThat(result.delaySeconds()).isEqualTo(90);
        assertThat(result.firstOpen()).isEqualTo(1);
    }

    @Test
    void interruptionIsPassedOn() {
        DeliveryResult result = deliver(
                String.class,
                (message, context) -> {
                    throw new InterruptedException();
                },
                "a",
                "b");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(result.isAttempted(0)).isTrue();
        assertThat(result.isAttempted(1)).isFalse();
    }

    @Test
    void contextIsAboutTheMessage() {
        invocation.attempt = 7;
        invocation.traceparent = "00-11111111111111111111111111111111-1111111111111111-00";
        FunctionRuntime runtime = TestFunctions.queue(String.class, (message, context) -> contexts.add(context));
        List<DeliveryItem> items = List.of(
                DeliveryItem.of(
                        "m-1",
                        null,
                        Message.builder("m-1", "a")
                                .attempt(3)
                                .trace(TraceContext.parse(SENT, null).orElseThrow())
                                .build()),
                TestItems.item("m-2", null));

        runtime.deliver(runtime.select("f", TestFunctions.ORIGIN), items, invocation);
        runtime.deliver(runtime.select("f", TestFunctions.ORIGIN), items, invocation);

        assertThat(contexts).extracting(Context::coldStart).containsExactly(true, true, false, false);
        assertThat(contexts.get(0).attempt()).hasValue(3);
        assertThat(contexts.get(1).attempt()).hasValue(7);
        assertThat(traceparent(contexts.get(0))).isEqualTo(SENT);
        assertThat(traceparent(contexts.get(1))).isEqualTo(invocation.traceparent);
        assertThat(contexts.get(0).functionName()).isEqualTo("f");
        assertThat(contexts.get(0).invocationId()).isEqualTo("i-1");
        assertThat(invocation.begun).containsExactly("f cold", "f warm");
    }

    @Test
    void eventIsHandedOverWithItsTrace() {
        List<Event> received = new ArrayList<>();
        FunctionRuntime runtime = TestFunctions.runtime(Functions.builder().event("f", List.of(), (event, context) -> {
            received.add(event);
            contexts.add(context);
        }));
        Event event = Event.builder("e-1", "/shop", "placed")
                .extension("traceparent", SENT)
                .build();

        DeliveryResult result = runtime.deliver(
                runtime.select(Origin.event("aws:events", "placed", "/shop")),
                List.of(DeliveryItem.of(event)),
                invocation);

        assertThat(received).containsExactly(event);
        assertThat(traceparent(contexts.get(0))).isEqualTo(SENT);
        assertThat(result.isDone()).isTrue();
        assertThat(result.id(0)).isEqualTo("e-1");
    }

    private <T> DeliveryResult deliver(Class<T> payload, MessageHandler<T> handler, String... texts) {
        FunctionRuntime runtime = TestFunctions.queue(payload, handler);
        return runtime.deliver(runtime.select("f", TestFunctions.ORIGIN), TestItems.of(texts), invocation);
    }

    private static String traceparent(Context context) {
        return context.traceContext().orElseThrow().traceparent();
    }
}
