package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.EventHandler;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.MessageHandler;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final String ARN = "arn:aws:sqs:eu-central-1:123456789012:";
    private static final String HINT =
            " Bind that source to a function with the trigger for it, or set ALOFT_FUNCTION for this deployment.";

    private final MessageHandler<String> messages = (message, context) -> {};
    private final EventHandler events = (event, context) -> {};
    private final Functions.Builder functions = Functions.builder();

    @Test
    void onlyFunctionGetsMessagesOfAnyName() {
        functions.queue("ship", "orders", String.class, messages);

        SelectedFunction selected = runtime(Map.of()).select(queue("prod-orders-eu"));

        assertThat(selected.name()).isEqualTo("ship");
        assertThat(selected.binding()).isEqualTo(new MessageBinding(Kind.QUEUE, "orders"));
    }

    @Test
    void onlyFunctionOfAnotherKindRefuses() {
        functions.queue("ship", "orders", String.class, messages);
        FunctionRuntime runtime = runtime(Map.of());

        refuses(
                () -> runtime.select(stream("orders")),
                "ALOFT-204 Function ship expects queue messages of orders but got aws:kinesis (stream records of orders)."
                        + HINT);
        refuses(
                () -> runtime.select(event("a.b", "com.acme")),
                "ALOFT-204 Function ship expects queue messages of orders but got aws:events (an event of type a.b from com.acme)."
                        + HINT);
    }

    @Test
    void httpFunctionRefusesMessages() {
        functions.http("get", "GET", "/", (request, context) -> HttpResponse.ok());

        refuses(
                () -> runtime(Map.of()).select(queue("orders")),
                "ALOFT-204 Function get expects HTTP requests but got aws:sqs (queue messages of orders)." + HINT);
    }

    @Test
    void severalFunctionsOfOtherKindsAreListed() {
        functions.queue("ship", "orders", String.class, messages).event("count", List.of("a"), events);

        refuses(
                () -> runtime(Map.of()).select(stream("clicks")),
                "ALOFT-204 The functions expect something else: [ship (queue messages of orders), count (events of the types [a])],"
                        + " but got aws:kinesis (stream records of clicks)." + HINT);
    }

    @Test
    void sourceChoosesAmongSeveral() {
        functions
                .queue("ship", "orders", String.class, messages)
                .queue("bill", "invoices", String.class, messages)
                .stream("index", "orders", String.class, messages);
        FunctionRuntime runtime = runtime(Map.of());

        assertThat(runtime.select(queue("orders")).name()).isEqualTo("ship");
        assertThat(runtime.select(queue("invoices")).name()).isEqualTo("bill");
        assertThat(runtime.select(stream("orders")).name()).isEqualTo("index");
    }

    @Test
    void settingNamesTheSourceInShortOrInFull() {
        functions.queue("ship", "orders", String.class, messages).queue("bill", "invoices.eu", String.class, messages);

        FunctionRuntime runtime = runtime(
                Map.of("ALOFT_SOURCE_ORDERS", " prod-orders ", "ALOFT_SOURCE_INVOICES_EU", ARN + "prod-invoices"));

        assertThat(runtime.select(queue("prod-orders")).name()).isEqualTo("ship");
        assertThat(runtime.select(queue("prod-invoices")).name()).isEqualTo("bill");
    }

    @Test
    void blankSettingIsNone() {
        functions.queue("ship", "orders", String.class, messages).queue("bill", "invoices", String.class, messages);

        assertThat(runtime(Map.of("ALOFT_SOURCE_ORDERS", " "))
                        .select(queue("orders"))
                        .name())
                .isEqualTo("ship");
    }

    @Test
    void undeclaredSourceIsRefused() {
        functions.queue("ship", "orders", String.class, messages).queue("bill", "invoices", String.class, messages);

        refuses(
                () -> runtime(Map.of("ALOFT_SOURCE_ORDERS", "prod-orders")).select(queue("orders")),
                "ALOFT-207 No function declares the source aws:sqs (queue messages of orders). Declared: [ship (prod-orders by"
                        + " ALOFT_SOURCE_ORDERS), bill (invoices)]. Where the platform's name differs from the trigger's, set"
                        + " ALOFT_SOURCE_<NAME> to the platform's; or set ALOFT_FUNCTION for this deployment.");
    }

    @Test
    void sourceOfSeveralFunctionsIsRefused() {
        functions
                .topic("mail", "news", String.class, messages)
                .topic("stock", "news", String.class, messages)
                .topic("other", "tips", String.class, messages);

        refuses(
                () -> runtime(Map.of()).select(Origin.messages("aws:sns", List.of(Kind.TOPIC), "news", "news")),
                "ALOFT-208 Several functions declare the source aws:sns (topic messages of news): [mail, stock]. Deploy them one by"
                        + " one, each with ALOFT_FUNCTION and a subscription of its own.");
    }

    @Test
    void settingChoosesTheFunction() {
        functions.topic("mail", "news", String.class, messages).topic("stock", "news", String.class, messages);

        Origin origin =
                Origin.messages("gcp:pubsub", List.of(Kind.QUEUE, Kind.TOPIC), "other", "projects/p/topics/other");

        assertThat(runtime(Map.of("ALOFT_FUNCTION", "stock")).select(origin).name())
                .isEqualTo("stock");
    }

    @Test
    void platformMayNameTheFunction() {
        functions.queue("ship", "orders", String.class, messages).queue("bill", "invoices", String.class, messages);
        FunctionRuntime runtime = runtime(Map.of());

        assertThat(runtime.select("SHIP", queue("anything")).name()).isEqualTo("ship");
        refuses(
                () -> runtime.select("ship", stream("orders")),
                "ALOFT-204 Function ship expects queue messages of orders but got aws:kinesis (stream records of orders)."
                        + HINT);
        refuses(
                () -> runtime.select("none", queue("orders")),
                "ALOFT-102 No function named none. Available: [ship, bill]. Set ALOFT_FUNCTION to one of them, or remove it to serve"
                        + " all.");
    }

    @Test
    void eventsAreChosenByTheirType() {
        functions
                .event("placed", List.of("order.placed"), events)
                .event("paid", List.of("order.paid", "order.refunded"), events);
        FunctionRuntime runtime = runtime(Map.of());

        assertThat(runtime.select(event("order.placed", "s")).name()).isEqualTo("placed");
        assertThat(runtime.select(event("order.refunded", "s")).name()).isEqualTo("paid");
        refuses(
                () -> runtime.select(event("Order Shipped", "com.acme")),
                "ALOFT-207 No function declares the source aws:events (an event of type Order Shipped from com.acme). Declared:"
                        + " [placed (events of the types [order.placed]), paid (events of the types [order.paid, order.refunded])]."
                        + " Where the platform's name differs from the trigger's, set ALOFT_SOURCE_<NAME> to the platform's; or set"
                        + " ALOFT_FUNCTION for this deployment.");
    }

    @Test
    void onlyFunctionGetsNoEventOfATypeThatItDoesNotTake() {
        functions.event("placed", List.of("order.placed"), events);
        FunctionRuntime runtime = runtime(Map.of());

        assertThat(runtime.select(event("order.placed", "s")).name()).isEqualTo("placed");
        refuses(
                () -> runtime.select(event("order.paid", "s")),
                "ALOFT-204 Function placed expects events of the types [order.placed] but got aws:events (an event of type order.paid"
                        + " from s)." + HINT);
        refuses(
                () -> runtime.select("placed", event("order.paid", "s")),
                "ALOFT-204 Function placed expects events of the types [order.placed] but got aws:events (an event of type order.paid"
                        + " from s)." + HINT);
    }

    @Test
    void namesFromOutsideForgeNoLogLine() {
        functions.queue("ship", "orders", String.class, messages);

        refuses(
                () -> runtime(Map.of()).select(event("a\n2026 ERROR \u001b\u2028\u00e9", "x".repeat(300))),
                "ALOFT-204 Function ship expects queue messages of orders but got aws:events (an event of type a?2026 ERROR ??? from "
                        + "x".repeat(200) + ")." + HINT);
    }

    @Test
    void originIsToldByNameAndInWords() {
        assertThat(queue("orders").name()).isEqualTo("orders");
        assertThat(queue("orders")).hasToString("aws:sqs (queue messages of orders)");
        assertThat(event("t", "s").name()).isEqualTo("t");
    }

    @Test
    void eventOfNoKindNamesBothSides() {
        functions.queue("ship", "orders", String.class, messages);

        assertThat(runtime(Map.of()).unexpected("an API Gateway WebSocket event"))
                .hasMessage(
                        "ALOFT-204 Function ship expects queue messages of orders but got an API Gateway WebSocket event."
                                + HINT);
    }

    private FunctionRuntime runtime(Map<String, String> environment) {
        return FunctionRuntime.start("test", environment, functions.build());
    }

    private static Origin queue(String name) {
        return Origin.messages("aws:sqs", List.of(Kind.QUEUE), name, ARN + name);
    }

    private static Origin stream(String name) {
        return Origin.messages("aws:kinesis", List.of(Kind.STREAM), name, name);
    }

    private static Origin event(String type, String source) {
        return Origin.event("aws:events", type, source);
    }

    private static void refuses(ThrowingCallable selection, String message) {
        assertThatExceptionOfType(AloftException.class).isThrownBy(selection).withMessage(message);
    }
}
