package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.MessageSources.ORDER;
import static dev.aloft.processor.MessageSources.SHIP_ORDER;
import static dev.aloft.processor.MessageSources.messageHandler;
import static dev.aloft.processor.MessageSources.method;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with functions of messages and events, apart from their payloads. */
class MessageErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @QueueTrigger("orders")  | @QueueTrigger  | dev.aloft.MessageHandler or dev.aloft.BatchHandler
            @TopicTrigger("orders")  | @TopicTrigger  | dev.aloft.MessageHandler or dev.aloft.BatchHandler
            @StreamTrigger("orders") | @StreamTrigger | dev.aloft.MessageHandler or dev.aloft.BatchHandler
            @EventTrigger            | @EventTrigger  | dev.aloft.EventHandler
            """)
    void classThatIsNoHandler(String annotation, String trigger, String interfaces) {
        Compilation compilation = compile(shop(annotation + " public class Ship {}"));

        assertThatOnlyError(compilation)
                .says("ALOFT-020 The class shop.Ship carries " + trigger + " but does not implement " + interfaces
                        + ". Implement it, or move the annotation to a public method with a handler's parameters and"
                        + " result.")
                .pointsAt("Ship.java", trigger);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @QueueTrigger("orders") | @QueueTrigger | HttpHandler     | @HttpTrigger | dev.aloft.MessageHandler or dev.aloft.BatchHandler | HttpResponse handle(HttpRequest request
            @EventTrigger           | @EventTrigger | MessageHandler<String> | @QueueTrigger, @TopicTrigger, @StreamTrigger | dev.aloft.EventHandler | void handle(Message<String> message
            @HttpTrigger(path = "/") | @HttpTrigger | EventHandler    | @EventTrigger | dev.aloft.HttpHandler | void handle(Event event
            """)
    void classWithTheHandlerOfAnotherTrigger(
            String annotation, String trigger, String handler, String fitting, String interfaces, String method) {
        Compilation compilation = compile(shop(annotation + " public class Ship implements " + handler + " {}")
                .replace("{}", "{ public " + method + ", Context context) { throw new IllegalStateException(); } }"));

        assertThatOnlyError(compilation)
                .says("ALOFT-047 The class shop.Ship carries " + trigger + " but implements dev.aloft."
                        + handler.replace("<String>", "") + ", which goes with " + fitting
                        + ". Change the annotation, or implement " + interfaces + " instead.")
                .pointsAt("Ship.java", trigger);
    }

    @Test
    void classThatHandlesMessagesInTwoWays() {
        Compilation compilation = compile(ORDER, SHIP_ORDER.replace("MessageHandler<Order> {", """
                        MessageHandler<Order>, BatchHandler<Order> {
                            @Override
                            public BatchResult handle(java.util.List<Message<Order>> all, Context context) { return null; }
                        """));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-048 The class shop.ShipOrder implements dev.aloft.MessageHandler and dev.aloft.BatchHandler, so"
                                + " it is not known how it is called. Implement one of them.")
                .pointsAt("ShipOrder.java", "@QueueTrigger");
    }

    @Test
    void triggerOnInterface() {
        Compilation compilation =
                compile(shop("@StreamTrigger(\"clicks\") public interface Index extends BatchHandler<String> {}"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-021 @StreamTrigger stands on the interface shop.Index, of which no handler can be created. Put"
                                + " it on a public class or on a method of one.")
                .pointsAt("Index.java", "@StreamTrigger");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @QueueTrigger("orders") | public void on(String payload, Context context) {} | void on(java.lang.String, dev.aloft.Context)
            @QueueTrigger("orders") | public void on(Message<String> message) {} | void on(dev.aloft.Message<java.lang.String>)
            @QueueTrigger("orders") | public String on(Message<String> message, Context context) { return ""; } | java.lang.String on(dev.aloft.Message<java.lang.String>, dev.aloft.Context)
            @QueueTrigger("orders") | public void on(java.util.List<Message<String>> all, Context context) {} | void on(java.util.List<dev.aloft.Message<java.lang.String>>, dev.aloft.Context)
            @QueueTrigger("orders") | public BatchResult on(java.util.List<String> all, Context context) { return null; } | dev.aloft.BatchResult on(java.util.List<java.lang.String>, dev.aloft.Context)
            @QueueTrigger("orders") | public BatchResult on(java.util.Set<Message<String>> all, Context context) { return null; } | dev.aloft.BatchResult on(java.util.Set<dev.aloft.Message<java.lang.String>>, dev.aloft.Context)
            @QueueTrigger("orders") | public void on(Event event, Context context) {} | void on(dev.aloft.Event, dev.aloft.Context)
            """)
    void methodWithAnotherSignature(String annotation, String method, String found) {
        assertThatOnlyError(compile(method(annotation, method)))
                .says(
                        "ALOFT-027 The method shop.Orders.on does not have a handler's parameters and result. Expected: void"
                                + " on(Message<T>, Context) or BatchResult on(java.util.List<Message<T>>, Context), all of"
                                + " dev.aloft. Found: " + found + ".")
                .pointsAt("Orders.java", "@QueueTrigger");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public void on(Message<String> message, Context context) {} | void on(dev.aloft.Message<java.lang.String>, dev.aloft.Context)
            public int on(Event event, Context context) { return 0; }   | int on(dev.aloft.Event, dev.aloft.Context)
            """)
    void methodOfAnEventWithAnotherSignature(String method, String found) {
        assertThatOnlyError(compile(method("@EventTrigger", method)))
                .says(
                        "ALOFT-027 The method shop.Orders.on does not have a handler's parameters and result. Expected: void"
                                + " on(Event, Context), all of dev.aloft. Found: " + found + ".")
                .pointsAt("Orders.java", "@EventTrigger");
    }

    @Test
    void methodThatIsStatic() {
        String method = "public static void on(Message<String> message, Context context) {}";

        assertThatOnlyError(compile(method("@TopicTrigger(\"news\")", method)))
                .says(
                        "ALOFT-028 The method shop.Orders.on is static. A function is a public method that is not static, so"
                                + " that the functions of a class share its fields.")
                .pointsAt("Orders.java", "@TopicTrigger");
    }

    @Test
    void twoTriggersOnAClass() {
        Compilation compilation =
                compile(ORDER, SHIP_ORDER.replace("public final", "@TopicTrigger(\"news\") public final"));

        assertThatOnlyError(compilation)
                .says("ALOFT-043 The class shop.ShipOrder carries @QueueTrigger and @TopicTrigger, while a function has"
                        + " exactly one trigger. Write a class or method for each of them.")
                .pointsAt("ShipOrder.java", "@TopicTrigger");
    }

    @Test
    void twoTriggersOnAMethodHideNoMistakeOfAnotherOne() {
        Compilation compilation = compile(shop("public class Orders {"
                + " @EventTrigger @HttpTrigger(path = \"/a\")"
                + " public HttpResponse list(HttpRequest request, Context context) { return null; }"
                + " @QueueTrigger(\"a b\") public void on(Message<String> message, Context context) {} }"));

        assertThat(compilation).hadErrorCount(2);
        assertThat(compilation)
                .hadErrorContaining(
                        "ALOFT-043 The method shop.Orders.list carries @HttpTrigger and @EventTrigger, while a"
                                + " function has exactly one trigger. Write a class or method for each of them.");
        assertThat(compilation).hadErrorContaining("ALOFT-040 ");
    }

    @Test
    void triggerOnClassAndAnotherOneOnItsMethod() {
        Compilation compilation =
                compile(handler("@HttpTrigger(path = \"/a\")", "Orders").replace("HttpHandler {", """
                        HttpHandler {
                            @EventTrigger public void on(Event event, Context context) {}
                        """));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-030 The class shop.Orders carries @HttpTrigger, and its method on carries @EventTrigger. Move the"
                                + " annotation of the class to the method that it is meant for, for example handle.")
                .pointsAt("Orders.java", "@HttpTrigger");
    }

    @Test
    void badSourceName() {
        assertThatOnlyError(compile(messageHandler("@QueueTrigger(\"my orders\")", "Ship", "String")))
                .says(
                        "ALOFT-040 The source name \"my orders\" is not valid. Allowed: a letter, then up to 79 letters, digits,"
                                + " hyphens, dots or underscores. The platform's own name, whatever it is, goes into the setting"
                                + " ALOFT_SOURCE_<NAME>.")
                .pointsAt("Ship.java", "\"my orders\"");
    }

    @Test
    void twoSourcesWithOneSetting() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure=false"),
                messageHandler("@QueueTrigger(\"eu-orders\")", "Ship", "String"),
                messageHandler("@TopicTrigger(\"eu.orders\")", "Tell", "String"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-041 The sources of the functions ship (shop.Ship, queue messages of eu-orders) and tell (shop.Tell,"
                                + " topic messages of eu.orders) differ, but the one setting ALOFT_SOURCE_EU_ORDERS holds the"
                                + " platform's name of both. Rename one of the sources.")
                .pointsAt("Tell.java", "\"eu.orders\"");
    }

    @Test
    void twoFunctionsOfOneQueue() {
        Compilation compilation = compile(
                messageHandler("@QueueTrigger(\"orders\")", "Ship", "String"),
                messageHandler("@QueueTrigger(\"orders\")", "Tell", "String"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-042 The functions ship (shop.Ship, queue messages of orders) and tell (shop.Tell, queue messages of"
                                + " orders) take from one queue, of which each message goes to one of them only, whichever comes"
                                + " first. Handle them in one function, or use a topic.")
                .pointsAt("Tell.java", "\"orders\"");
    }

    @Test
    void eventTypeTwice() {
        String method = "public void on(Event event, Context context) {}";

        assertThatOnlyError(compile(method("@EventTrigger(type = {\"a\", \"b\", \"a\"})", method)))
                .says("ALOFT-049 @EventTrigger names the type \"a\" twice. Remove one of them.")
                .pointsAt("Orders.java", "\"a\"})");
    }

    @Test
    void blankEventType() {
        String method = "public void on(Event event, Context context) {}";

        assertThatOnlyError(compile(method("@EventTrigger(type = \" \")", method)))
                .says(
                        "ALOFT-050 @EventTrigger names a blank type, which no event has. Leave type out to take every type.")
                .pointsAt("Orders.java", "\" \"");
    }

    @Test
    void nameThatAnHttpFunctionHasToo() {
        Compilation compilation = compile(
                handler("PlaceOrder", "POST", "/orders"),
                messageHandler("@QueueTrigger(\"orders\") @FunctionName(\"place-order\")", "Ship", "String"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-003 The functions shop.PlaceOrder and shop.Ship are both named place-order (names compare without"
                                + " case). Rename one of them with @FunctionName.")
                .pointsAt("Ship.java", "\"place-order\"");
    }
}
