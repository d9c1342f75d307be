package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.MessageSources.ORDER;
import static dev.aloft.processor.MessageSources.SHIP_ORDER;
import static dev.aloft.processor.MessageSources.messageHandler;
import static dev.aloft.processor.MessageSources.method;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.expected;
import static dev.aloft.processor.Sources.generatedSource;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageIndexTest {
    private static String index(Compilation compilation) {
        assertThat(compilation).succeededWithoutWarnings();
        return generatedSource(compilation, "shop.AloftFunctions");
    }

    @Test
    void isCodeThatAPersonCouldHaveWritten() {
        Compilation compilation = compile(List.of("-Aaloft.azure.sourceSettings=true"), MessageSources.all());

        assertThat(index(compilation)).isEqualTo(expected("AloftFunctionsOfAllKinds.java"));
    }

    @Test
    void withoutMessagesNoPayloadIsAskedFor() {
        Compilation compilation = compile(MessageSources.COUNT_EVENTS);

        assertThat(index(compilation))
                .contains("FunctionDefinition.event(\"count-events\", \"\"));")
                .doesNotContain("payloadType");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Order                              | Order.class
            String                             | String.class
            Object                             | Object.class
            byte[]                             | byte[].class
            long[][]                           | long[][].class
            Body                               | Body.class
            Order[]                            | Order[].class
            java.util.List<Order>              | new GenericType<List<Order>>() {}.type()
            java.util.List<Order>[]            | new GenericType<List<Order>[]>() {}.type()
            java.util.Map<String, ? extends Order> | new GenericType<Map<String, ? extends Order>>() {}.type()
            java.util.List<? super Order>      | new GenericType<List<? super Order>>() {}.type()
            java.util.List<?>                  | new GenericType<List<?>>() {}.type()
            java.util.Map.Entry<Order, byte[]> | new GenericType<Entry<Order, byte[]>>() {}.type()
            """)
    void everyTypeCanBeThePayload(String payload, String written) {
        Compilation compilation = compile(ORDER, messageHandler("@QueueTrigger(\"orders\")", "Ship", payload));

        assertThat(index(compilation)).contains("            case \"ship\" -> " + written + ";\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Message<Order> message, Context context                 | MessageHandler<Order>
            Message<java.util.List<Order>> message, Context context | MessageHandler<List<Order>>
            Message<byte[]> message, Context context                | MessageHandler<byte[]>
            """)
    void methodsHaveAdaptersOfTheirPayload(String parameters, String handler) {
        Compilation compilation =
                compile(ORDER, method("@TopicTrigger(\"orders\")", "public void ship(" + parameters + ") {}"));

        assertThat(index(compilation)).contains("class OrdersShip implements " + handler + " {");
    }

    @Test
    void aPayloadMayBeNamedLikeTheApi() {
        Compilation compilation = compile(
                "package shop; public record Message(String text) {}",
                "package shop; import dev.aloft.Context; import dev.aloft.QueueTrigger; public class Type {"
                        + " @QueueTrigger(\"texts\")"
                        + " public void event(dev.aloft.Message<Message> message, Context context) {} }");

        assertThat(index(compilation))
                .contains("private @Nullable Type type;")
                .contains("class TypeEvent implements MessageHandler<Message> {")
                .contains("public void handle(dev.aloft.Message<Message> message, Context context)")
                .contains("public java.lang.reflect.Type payloadType(");
    }

    @Test
    void fieldsDoNotHideWhatIsHandled() {
        Compilation compilation = compile(
                ORDER,
                shop(
                        "public class Messages { @QueueTrigger(\"orders\")"
                                + " public BatchResult ship(java.util.List<Message<Order>> all, Context context) { return null; } }"));

        assertThat(index(compilation)).contains("return messages2.ship(messages, context);");
    }

    @Test
    void payloadsThatTheCompilerWarnsOfCauseNoWarning() {
        Compilation compilation = compile(
                shop("@Deprecated(forRemoval = true) public record Old(String id) {}"),
                shop("public class Orders {"
                        + " @SuppressWarnings(\"removal\") @QueueTrigger(\"old\")"
                        + " public void old(Message<java.util.List<Old>> message, Context context) {}"
                        + " @SuppressWarnings(\"rawtypes\") @QueueTrigger(\"raw\")"
                        + " public void raw(Message<java.util.Map> message, Context context) {} }"));

        assertThat(index(compilation)).contains("@SuppressWarnings({\"deprecation\", \"rawtypes\", \"removal\"})\n");
    }

    @Test
    void specialCharactersOfEventTypesSurvive() throws Exception {
        String type = "tab\\tquote\\\"back\\\\slash\\u00e9\\nend";
        Compilation compilation = compile(
                List.of("-encoding", "US-ASCII"),
                method("@EventTrigger(type = \"" + type + "\")", "public void on(Event event, Context context) {}"));

        assertThat(index(compilation))
                .contains("event(\"on\", \"\", \"tab\\011quote\\\"back\\\\slash\\u00e9\\012end\")");
        assertThat(new Loader(compilation).index().functions().get(0).binding().expects())
                .isEqualTo("events of the types [tab\tquote\"back\\slash\u00e9\nend]");
    }

    @Test
    void functionsOfTopicsAndStreamsMayShareTheirSource() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=clicks:kafka"),
                messageHandler("@TopicTrigger(\"orders\")", "Mail", "String"),
                messageHandler("@TopicTrigger(\"orders\")", "Stock", "String"),
                messageHandler("@StreamTrigger(\"clicks\")", "Count", "String"),
                messageHandler("@StreamTrigger(\"clicks\")", "Store", "String"),
                messageHandler("@QueueTrigger(\"orders\")", "Ship", "String"));

        assertThat(index(compilation)).contains("Kind.QUEUE, \"orders\"", "Kind.TOPIC, \"orders\"");
    }

    @Test
    void theClassOfAHandlerWithTwoInterfacesFollowsItsTrigger() {
        Compilation compilation = compile(ORDER, SHIP_ORDER.replace("MessageHandler<Order> {", """
                        MessageHandler<Order>, EventHandler {
                            @Override
                            public void handle(Event event, Context context) {}
                        """));

        assertThat(index(compilation)).contains("case \"ship-order\" -> Order.class;");
    }
}
