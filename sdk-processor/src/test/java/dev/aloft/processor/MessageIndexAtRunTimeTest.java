package dev.aloft.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.BatchHandler;
import dev.aloft.BatchResult;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.MessageBinding.Kind;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIndexAtRunTimeTest {
    private static final String CALLS = Sources.shop("""
                public class Calls {
                    private String calls = "";

                    @QueueTrigger("singles")
                    public void one(Message<String> message, Context context) {
                        calls += message.payload();
                    }

                    @QueueTrigger("batches")
                    public BatchResult many(java.util.List<Message<String>> messages, Context context) {
                        calls += messages.size();
                        return BatchResult.builder().failed(messages.get(0), calls).build();
                    }

                    @EventTrigger(type = "a")
                    public void event(Event event, Context context) {
                        throw new IllegalStateException(calls + event.type());
                    }
                }
                """);

    private Loader loader;
    private FunctionIndex index;

    @BeforeEach
    void compiledApplication() throws Exception {
        loader = new Loader(Sources.compile(List.of("-Aaloft.azure.sourceSettings=true"), MessageSources.all()));
        index = loader.index();
    }

    @Test
    void listsTheFunctionsWithoutLoadingThem() {
        List<FunctionDefinition> functions = index.functions();

        assertThat(functions)
                .containsExactly(
                        FunctionDefinition.event("count-events", ""),
                        FunctionDefinition.message("import-orders", Kind.TOPIC, "imports"),
                        FunctionDefinition.message("index-clicks", Kind.STREAM, "clicks"),
                        FunctionDefinition.message("keep", Kind.QUEUE, "raw.clicks"),
                        FunctionDefinition.message("note", Kind.TOPIC, "news"),
                        FunctionDefinition.http("place-order", "/orders", "POST"),
                        FunctionDefinition.message("ship-order", Kind.QUEUE, "orders"),
                        FunctionDefinition.event(
                                "watch", "com.acme\\shop", "com.acme.order.placed", "com.acme.order.\"paid\""));
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions");
    }

    @Test
    void loadsOnlyTheHandlerOfTheInvokedFunction() throws Exception {
        Object handler = index.handler("ship-order", null);

        assertThat(handler).isInstanceOf(MessageHandler.class);
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions", "shop.ShipOrder");
    }

    @Test
    void loadsOnlyThePayloadOfTheInvokedFunction() {
        assertThat(index.payloadType("index-clicks").getTypeName()).isEqualTo("shop.Click");

        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions", "shop.Click");
    }

    @Test
    void aGenericPayloadKeepsItsArguments() {
        ParameterizedType type = (ParameterizedType) index.payloadType("import-orders");

        assertThat(type.getTypeName()).isEqualTo("java.util.List<shop.Order>");
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions", "shop.AloftFunctions$1", "shop.Order");
    }

    @Test
    void plainPayloadsLoadNothing() {
        assertThat(index.payloadType("keep")).isEqualTo(byte[].class);
        assertThat(index.payloadType("note")).isEqualTo(String.class);
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions");
    }

    @Test
    void onlyFunctionsOfMessagesHaveAPayload() {
        assertThatThrownBy(() -> index.payloadType("place-order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No payload of function place-order");
    }

    @ParameterizedTest
    @CsvSource({
        "import-orders, dev.aloft.BatchHandler",
        "index-clicks, dev.aloft.BatchHandler",
        "keep, dev.aloft.MessageHandler",
        "ship-order, dev.aloft.MessageHandler",
        "watch, dev.aloft.EventHandler",
        "count-events, dev.aloft.EventHandler"
    })
    void handlersHaveTheInterfaceOfTheirKind(String function, Class<?> type) throws Exception {
        assertThat(index.handler(function, null)).isInstanceOf(type);
    }

    @Test
    @SuppressWarnings("unchecked")
    void adaptersCallTheMethodsOfOneInstance() throws Exception {
        FunctionIndex calls = new Loader(Sources.compile(CALLS)).index();
        Message<String> message = Message.of("m-1", "text");
        Event event = Event.builder("e-1", "/shop", "com.acme.order.placed").build();

        ((MessageHandler<String>) calls.handler("one", null)).handle(message, null);
        BatchResult result = ((BatchHandler<String>) calls.handler("many", null)).handle(List.of(message), null);

        assertThat(result).isNotEqualTo(BatchResult.allHandled());
        assertThatThrownBy(() -> ((EventHandler) calls.handler("event", null)).handle(event, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("text1com.acme.order.placed");
    }
}
