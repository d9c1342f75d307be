package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.MessageSources.ORDER;
import static dev.aloft.processor.MessageSources.messageHandler;
import static dev.aloft.processor.MessageSources.method;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadErrorsTest {
    private static final String QUEUE = "@QueueTrigger(\"orders\")";

    /** The compiler's own warnings of raw types are left to it. */
    private static Compilation compile(String... sources) {
        return Sources.compile(List.of("-Xlint:-rawtypes"), sources);
    }

    @Test
    void handlerWithoutTypeArgument() {
        Compilation compilation = compile(shop(QUEUE + " public class Ship implements MessageHandler {"
                + " @Override public void handle(Message message, Context context) {} }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-044 The payload that shop.Ship asks for is not known, because no type argument tells it. Name a"
                                + " type, for example MessageHandler<Order> or Message<String>.")
                .pointsAt("Ship.java", "@QueueTrigger");
    }

    @Test
    void superclassWithoutTypeArgument() {
        Compilation compilation = compile(MessageSources.BASE, shop(QUEUE + " public class Ship extends Base {}"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-044 The payload that shop.Ship asks for is not known, because no type argument tells it. Name a"
                                + " type, for example MessageHandler<Order> or Message<String>.")
                .pointsAt("Ship.java", "@QueueTrigger");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public void on(Message message, Context context) {}                          | no type argument tells it
            public BatchResult on(java.util.List<Message> all, Context context) { return null; } | no type argument tells it
            public void on(Message<?> message, Context context) {}                       | ? is a wildcard
            public void on(Message<? extends Number> message, Context context) {}        | ? extends java.lang.Number is a wildcard
            public <T> void on(Message<T> message, Context context) {}                   | T is a type variable
            public <T> void on(Message<java.util.List<T[]>> message, Context context) {} | T is a type variable
            public <T> void on(Message<java.util.List<? super T>> message, Context context) {} | T is a type variable
            public <T> BatchResult on(java.util.List<Message<T>> all, Context context) { return null; } | T is a type variable
            """)
    void methodThatDoesNotTellItsPayload(String method, String reason) {
        assertThatOnlyError(compile(method(QUEUE, method)))
                .says("ALOFT-044 The payload that shop.Orders.on asks for is not known, because " + reason
                        + ". Name a type, for example MessageHandler<Order> or Message<String>.")
                .pointsAt("Orders.java", "@QueueTrigger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order", "Order[]", "java.util.Map<String, Order>", "java.util.List<? extends Order>"})
    void payloadThatIsNotPublic(String payload) {
        Compilation compilation = compile(ORDER.replace("public ", ""), messageHandler(QUEUE, "Ship", payload));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-045 The payload shop.Order that shop.Ship asks for is out of reach for the function index, because"
                                + " shop.Order is not public. Make it public.")
                .pointsAt("Ship.java", "@QueueTrigger");
    }

    @Test
    void payloadInsideOfAClassThatIsNotPublic() {
        Compilation compilation = compile(
                "package shop; class Model { public record Order() {} }", messageHandler(QUEUE, "Ship", "Model.Order"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-045 The payload shop.Model.Order that shop.Ship asks for is out of reach for the function index,"
                                + " because shop.Model is not public. Make it public.")
                .pointsAt("Ship.java", "@QueueTrigger");
    }

    @Test
    void payloadThatIsAnInnerClass() {
        Compilation compilation = compile(
                "package shop; public class Model { public class Order {} }",
                messageHandler(QUEUE, "Ship", "Model.Order"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-046 The payload shop.Model.Order that shop.Ship asks for is an inner class, which cannot be created"
                                + " on its own. Make it static, or move it to a file of its own.")
                .pointsAt("Ship.java", "@QueueTrigger");
    }

    @Test
    void nestedRecordsAndInterfacesAreStaticByThemselves() {
        Compilation compilation = compile(
                "package shop; public class Model { public record Order() {} public interface Shape {}"
                        + " public enum Size { SMALL } public static class Item {} }",
                messageHandler(QUEUE, "Ship", "java.util.Map<Model.Size, java.util.Map<Model.Item, Model.Order>>"),
                messageHandler("@QueueTrigger(\"shapes\")", "Draw", "Model.Shape"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@QueueTrigger(\"a\") public class Broken implements MessageHandler<Missing> {}",
                "@QueueTrigger(\"a\") public class Broken implements MessageHandler<java.util.List<Missing[]>> {}",
                "@QueueTrigger public class Broken implements MessageHandler<String> {"
                        + " public void handle(Message<String> message, Context context) {} }",
                "@QueueTrigger(MISSING) public class Broken implements MessageHandler<String> {"
                        + " public void handle(Message<String> message, Context context) {} }",
                "@EventTrigger(type = {\"a\", MISSING}) public class Broken implements EventHandler {"
                        + " public void handle(Event event, Context context) {} }",
                "@EventTrigger(source = 7) public class Broken implements EventHandler {"
                        + " public void handle(Event event, Context context) {} }",
                "public class Broken { @QueueTrigger(\"a\")"
                        + " public void on(Message<Missing> message, Context context) {} }",
                "public class Broken { @QueueTrigger(\"a\")"
                        + " public BatchResult on(java.util.List<Message<Missing>> all, Context context) { return null; } }",
                "public class Broken { @QueueTrigger(\"a\") public void on(Missing<String> m, Context context) {} }"
            })
    void onlyTheCompilersOwnErrorsAreShown(String type) {
        Compilation compilation = compile(shop(type), messageHandler(QUEUE, "Ship", "String"));

        assertThat(compilation).failed();
        assertThat(compilation.errors())
                .isNotEmpty()
                .noneSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).contains("ALOFT-"));
    }
}
