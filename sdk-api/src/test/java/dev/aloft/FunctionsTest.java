package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private final HttpHandler handler = (request, context) -> HttpResponse.ok();

    @Test
    void functionsKeepTheirOrderAndHandlers() {
        Functions functions = Functions.builder()
                .http("b", "GET", "/b", handler)
                .http("a", List.of("GET", "PUT"), "/a", () -> handler)
                .build();

        assertThat(functions.functions())
                .containsExactly(
                        FunctionDefinition.http("b", "/b", "GET"), FunctionDefinition.http("a", "/a", "GET", "PUT"));
        assertThat(functions.handler("a", null)).isSameAs(handler);
    }

    @Test
    void wrongRouteIsRefusedAtOnce() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Functions.builder().http("a", "GET", "a", handler))
                .withMessage("ALOFT-010 Route \"a\" does not begin with a slash. Write for example /orders/{id}.");
    }

    @Test
    void unknownHandlerIsRefused() {
        Functions functions =
                Functions.builder().http("a", "GET", "/a", handler).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> functions.handler("b", null))
                .withMessage("No function b in [a]");
    }

    @Test
    void messagesAndEventsAreBoundByTheirKind() {
        MessageHandler<String> message = (received, context) -> {};
        BatchHandler<byte[]> batch = (received, context) -> BatchResult.allHandled();
        EventHandler event = (received, context) -> {};

        Functions functions =
                Functions.builder()
                        .queue("q", "orders", String.class, message)
                        .topic("t", "news", String.class, message)
                        .stream("s", "clicks", String.class, message)
                        .batch("b", new MessageBinding(Kind.STREAM, "views"), byte[].class, batch)
                        .event("e", List.of("placed"), event)
                        .build();

        assertThat(functions.functions())
                .containsExactly(
                        FunctionDefinition.message("q", Kind.QUEUE, "orders"),
                        FunctionDefinition.message("t", Kind.TOPIC, "news"),
                        FunctionDefinition.message("s", Kind.STREAM, "clicks"),
                        FunctionDefinition.message("b", Kind.STREAM, "views"),
                        FunctionDefinition.event("e", "", "placed"));
        assertThat(functions.handler("q", null)).isSameAs(message);
        assertThat(functions.handler("b", null)).isSameAs(batch);
        assertThat(functions.handler("e", null)).isSameAs(event);
        assertThat(functions.payloadType("s")).isSameAs(String.class);
        assertThat(functions.payloadType("b")).isSameAs(byte[].class);
    }

    @Test
    void whatHappensToObjectsByTheClockAndInDatabasesIsBoundByItsKind() {
        StorageHandler storage = (event, context) -> {};
        ScheduleHandler schedule = (event, context) -> {};
        ChangeHandler<Document> change = (received, context) -> {};

        Functions functions = Functions.builder()
                .storage("o", "uploads", List.of(StorageEvent.Kind.DELETED), storage)
                .schedule("c", "30 3 * * *", schedule)
                .change("d", "products", Document.class, change)
                .build();

        assertThat(functions.functions())
                .containsExactly(
                        FunctionDefinition.storage("o", "uploads", StorageEvent.Kind.DELETED),
                        FunctionDefinition.schedule("c", "30 3 * * *", "UTC"),
                        FunctionDefinition.change("d", "products"));
        assertThat(functions.handler("o", null)).isSameAs(storage);
        assertThat(functions.handler("c", null)).isSameAs(schedule);
        assertThat(functions.handler("d", null)).isSameAs(change);
        assertThat(functions.payloadType("d")).isSameAs(Document.class);
    }

    @Test
    void functionWithoutMessagesHasNoPayload() {
        Functions functions =
                Functions.builder().http("a", "GET", "/a", handler).build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> functions.payloadType("a"))
                .withMessage(
                        "ALOFT-115 The function index dev.aloft.Functions does not tell which payload function a asks for."
                                + " Override payloadType.");
    }

    @Test
    void wrongSourceIsRefusedAtOnce() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Functions.builder().queue("q", "1", String.class, (message, context) -> {}))
                .withMessageStartingWith("ALOFT-040 The source name \"1\" is not valid.");
    }
}
