package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aloft.AloftException;
import dev.aloft.BatchHandler;
import dev.aloft.BatchResult;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeHandler;
import dev.aloft.Context;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.spi.FunctionDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlerKindTest {
    private final RecordingInvocation invocation = new RecordingInvocation();
    private final List<Object> payloads = new ArrayList<>();

    @Test
    void bindingDecidesWhatAHandlerOfBothKindsGets() {
        Both both = new Both();
        FunctionRuntime runtime = TestFunctions.runtime(
                Functions.builder().queue("f", "orders", String.class, both).event("g", List.of(), both));
        Event event = Event.builder("e-1", "/shop", "placed").build();

        runtime.deliver(runtime.select("f", TestFunctions.ORIGIN), TestItems.of("m-1"), invocation);
        runtime.deliver(
                runtime.select("g", Origin.event("x", "placed", "/shop")), List.of(DeliveryItem.of(event)), invocation);

        assertThat(both.received).containsExactly("message m-1", "event e-1");
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void emptyDeliveryIsDoneWithoutAHandler() {
        FunctionRuntime runtime = TestFunctions.runtime(TestFunctions.broken(() -> {
            throw new IOException("no database");
        }));

        DeliveryResult result = runtime.deliver(runtime.select("f", TestFunctions.ORIGIN), List.of(), invocation);

        assertThat(result.size()).isZero();
        assertThat(result.isDone()).isTrue();
    }

    @Test
    void handlerThatCannotBeCreatedLeavesEverythingUntouched() {
        FunctionRuntime runtime = TestFunctions.runtime(TestFunctions.broken(() -> {
            throw new IOException("no database");
        }));

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> runtime.deliver(
                        runtime.select("f", TestFunctions.ORIGIN), TestItems.of("m-1", "m-2"), invocation))
                .withMessage(
                        "ALOFT-108 The handler of function f cannot be created: java.io.IOException was thrown by its"
                                + " constructor, its static initialiser or the handler factory. The cause follows.")
                .withCauseInstanceOf(IOException.class);
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void handlerOfAnotherKindIsNamed() {
        FunctionRuntime messages = TestFunctions.runtime(TestFunctions.broken(() -> "text"));
        EventHandler handler = (event, context) -> {};
        FunctionRuntime events = TestFunctions.runtime(TestFunctions.broken(() -> handler));

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() ->
                        messages.deliver(messages.select("f", TestFunctions.ORIGIN), TestItems.of("m-1"), invocation))
                .withMessage(
                        "ALOFT-107 Function f expects queue messages of orders, but its handler java.lang.String is no"
                                + " dev.aloft.MessageHandler or dev.aloft.BatchHandler.");
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(
                        () -> events.deliver(events.select("f", TestFunctions.ORIGIN), TestItems.of("m-1"), invocation))
                .withMessageStartingWith("ALOFT-107 Function f expects queue messages of orders, but its handler ");
    }

    @Test
    void eachKindNeedsItsOwnHandler() {
        assertThat(wrongHandler(FunctionDefinition.event("f", ""), Origin.event("x", "placed", "/shop")))
                .isEqualTo("events of every type, but its handler java.lang.String is no dev.aloft.EventHandler.");
        assertThat(wrongHandler(
                        FunctionDefinition.storage("f", "uploads", Kind.CREATED),
                        Origin.storage("x", Kind.CREATED, "uploads", "uploads")))
                .isEqualTo("storage events (created) of uploads, but its handler java.lang.String is no"
                        + " dev.aloft.StorageHandler.");
        assertThat(wrongHandler(FunctionDefinition.schedule("f", "30 3 * * *", "UTC"), Origin.schedule("x", "f", "f")))
                .isEqualTo(
                        "firings of its schedule, but its handler java.lang.String is no dev.aloft.ScheduleHandler.");
        assertThat(wrongHandler(
                        FunctionDefinition.change("f", "products"), Origin.changes("x", "products", "products")))
                .isEqualTo(
                        "database changes of products, but its handler java.lang.String is no dev.aloft.ChangeHandler.");
    }

    private String wrongHandler(FunctionDefinition function, Origin origin) {
        FunctionRuntime runtime = TestFunctions.runtime(TestFunctions.broken(function, () -> "text"));
        String expected = "ALOFT-107 Function f expects ";

        AloftException failure = catchThrowableOfType(
                AloftException.class, () -> runtime.deliver(runtime.select(origin), TestItems.of("e-1"), invocation));

        assertThat(failure).hasMessageStartingWith(expected);
        return failure.getMessage().substring(expected.length());
    }

    @Test
    void batchHandlerThatIsAlsoForChangesGetsChangesOneByOne() {
        Batches batches = new Batches();
        FunctionRuntime runtime =
                TestFunctions.runtime(Functions.builder().change("f", "products", Document.class, batches));
        ChangeEvent<Document> change = ChangeEvent.builder("c-1", ChangeEvent.Operation.INSERT, "products")
                .build();

        DeliveryResult result = runtime.deliver(
                runtime.select(Origin.changes("x", "products", "products")),
                List.of(DeliveryItem.of("c-1", null, change)),
                invocation);

        assertThat(result.isDone()).isTrue();
        assertThat(batches.received).containsExactly("change c-1");
    }

    @Test
    void payloadTypeThatCannotBeLoadedLeavesEverythingUntouched() {
        MessageHandler<String> handler = (message, context) -> payloads.add(message.payload());
        FunctionRuntime missing = TestFunctions.runtime(TestFunctions.payload(handler, () -> {
            throw new NoClassDefFoundError("shop/Order");
        }));

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() ->
                        missing.deliver(missing.select("f", TestFunctions.ORIGIN), TestItems.of("m-1"), invocation))
                .withMessage(
                        "ALOFT-115 The payload type of function f cannot be found: java.lang.NoClassDefFoundError was thrown"
                                + " by the function index. See that the class is in the application. The cause follows.")
                .withCauseInstanceOf(NoClassDefFoundError.class);
        assertThat(payloads).isEmpty();
    }

    @Test
    void indexWithoutPayloadTypeLeavesEverythingUntouched() {
        MessageHandler<String> handler = (message, context) -> payloads.add(message.payload());
        FunctionRuntime none = TestFunctions.runtime(TestFunctions.payload(handler, () -> null));

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> none.deliver(none.select("f", TestFunctions.ORIGIN), TestItems.of("m-1"), invocation))
                .withMessageStartingWith(
                        "ALOFT-115 The payload type of function f cannot be found: java.lang.NullPointerException ");
        assertThat(payloads).isEmpty();
    }

    /** For batches of messages and for changes. */
    private static final class Batches implements BatchHandler<String>, ChangeHandler<Document> {
        private final List<String> received = new ArrayList<>();

        @Override
        public BatchResult handle(List<Message<String>> messages, Context context) {
            received.add("messages");
            return BatchResult.allHandled();
        }

        @Override
        public void handle(ChangeEvent<Document> change, Context context) {
            received.add("change " + change.id());
        }
    }

    /** For messages and for events. */
    private static final class Both implements MessageHandler<String>, EventHandler {
        private final List<String> received = new ArrayList<>();

        @Override
        public void handle(Message<String> message, Context context) {
            received.add("message " + message.id());
        }

        @Override
        public void handle(Event event, Context context) {
            received.add("event " + event.id());
        }
    }
}
