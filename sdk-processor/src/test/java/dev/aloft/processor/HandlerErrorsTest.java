package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlerErrorsTest {
    private static final String HANDLE =
            "public HttpResponse handle(HttpRequest request, Context context) {" + " return HttpResponse.ok(\"\"); }";

    @Test
    void classThatIsNoHandler() {
        Compilation compilation = compile(shop("@HttpTrigger(path = \"/a\") public class PlaceOrder {}"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-020 The class shop.PlaceOrder carries @HttpTrigger but does not implement dev.aloft.HttpHandler."
                                + " Implement it, or move the annotation to a public method with a handler's parameters and result.")
                .pointsAt("PlaceOrder.java", "@HttpTrigger");
    }

    @Test
    void triggerOnInterface() {
        Compilation compilation =
                compile(shop("@HttpTrigger(path = \"/a\") public interface PlaceOrder extends HttpHandler {}"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-021 @HttpTrigger stands on the interface shop.PlaceOrder, of which no handler can be created. Put"
                                + " it on a public class or on a method of one.")
                .pointsAt("PlaceOrder.java", "@HttpTrigger");
    }

    @ParameterizedTest
    @CsvSource({"enum PlaceOrder { ONE },enum", "@interface PlaceOrder {},annotation"})
    void triggerOnWhatIsNoClass(String declaration, String kind) {
        Compilation compilation = compile(shop("@HttpTrigger(path = \"/a\") public " + declaration));

        assertThatOnlyError(compilation)
                .says("ALOFT-021 @HttpTrigger stands on the " + kind
                        + " shop.PlaceOrder, of which no handler can be created."
                        + " Put it on a public class or on a method of one.")
                .pointsAt("PlaceOrder.java", "@HttpTrigger");
    }

    @Test
    void triggerOnMethodOfInterface() {
        Compilation compilation = compile(shop("""
                public interface Orders {
                    @HttpTrigger(path = "/orders")
                    HttpResponse list(HttpRequest request, Context context);
                }
                """));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-021 @HttpTrigger stands on the interface shop.Orders, of which no handler can be created. Put it"
                                + " on a public class or on a method of one.")
                .pointsAt("Orders.java", "@HttpTrigger");
    }

    @Test
    void classThatIsNotPublic() {
        Compilation compilation =
                compile(shop("@HttpTrigger(path = \"/a\") class PlaceOrder implements HttpHandler { " + HANDLE + " }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-022 The class shop.PlaceOrder is out of reach for the function index, because shop.PlaceOrder is"
                                + " not public. Make it public.")
                .pointsAt("PlaceOrder.java", "@HttpTrigger");
    }

    @Test
    void classInsideOfOneThatIsNotPublic() {
        Compilation compilation = compile(shop("class Shop { @HttpTrigger(path = \"/a\")"
                + " public static class PlaceOrder implements HttpHandler { " + HANDLE + " } }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-022 The class shop.Shop.PlaceOrder is out of reach for the function index, because shop.Shop is"
                                + " not public. Make it public.")
                .pointsAt("Shop.java", "@HttpTrigger");
    }

    @Test
    void innerClass() {
        Compilation compilation = compile(shop("public class Shop { @HttpTrigger(path = \"/a\")"
                + " public class PlaceOrder implements HttpHandler { " + HANDLE + " } }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-023 The class shop.Shop.PlaceOrder is an inner class, which cannot be created on its own. Make it"
                                + " static, or move it to a file of its own.")
                .pointsAt("Shop.java", "@HttpTrigger");
    }

    @Test
    void abstractClass() {
        Compilation compilation =
                compile(shop("@HttpTrigger(path = \"/a\") public abstract class PlaceOrder implements HttpHandler {}"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-024 The class shop.PlaceOrder is abstract, so no handler can be created of it. Remove abstract, or"
                                + " put the annotation on a subclass.")
                .pointsAt("PlaceOrder.java", "@HttpTrigger");
    }

    @Test
    void genericClass() {
        Compilation compilation = compile(shop(
                "@HttpTrigger(path = \"/a\") public class PlaceOrder<T> implements HttpHandler { " + HANDLE + " }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-025 The class shop.PlaceOrder has type parameters, for which nothing can be chosen when it is"
                                + " created. Remove them, or put the annotation on a subclass that names the types.")
                .pointsAt("PlaceOrder.java", "@HttpTrigger");
    }

    @Test
    void constructorWithParameters() {
        Compilation compilation =
                compile(shop("@HttpTrigger(path = \"/a\") public class PlaceOrder implements HttpHandler {"
                        + " public PlaceOrder(String warehouse) {} " + HANDLE + " }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-026 The class shop.PlaceOrder has no public constructor without parameters. Add one; or, if a"
                                + " dev.aloft.spi.HandlerFactory creates the handlers, compile with -Aaloft.handlerFactory=true.")
                .pointsAt("PlaceOrder.java", "@HttpTrigger");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public void place(HttpRequest request, Context context) {}     | void place(dev.aloft.HttpRequest, dev.aloft.Context)
            public HttpResponse place(HttpRequest request) { return null; } | dev.aloft.HttpResponse place(dev.aloft.HttpRequest)
            public HttpResponse place(Context context, HttpRequest request) { return null; } | dev.aloft.HttpResponse place(dev.aloft.Context, dev.aloft.HttpRequest)
            """)
    void methodWithAnotherSignature(String method, String found) {
        Compilation compilation = compile(shop("public class Orders { @HttpTrigger(path = \"/a\") " + method + " }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-027 The method shop.Orders.place does not have a handler's parameters and result. Expected:"
                                + " HttpResponse place(HttpRequest, Context), all of dev.aloft. Found: " + found + ".")
                .pointsAt("Orders.java", "@HttpTrigger");
    }

    @ParameterizedTest
    @CsvSource({"public static,static", "protected,not public", "'',not public"})
    void methodThatIsNotPublicOrIsStatic(String modifiers, String problem) {
        Compilation compilation = compile(shop("public class Orders { @HttpTrigger(path = \"/a\") " + modifiers
                + " HttpResponse place(HttpRequest request, Context context) { return null; } }"));

        assertThatOnlyError(compilation)
                .says("ALOFT-028 The method shop.Orders.place is " + problem
                        + ". A function is a public method that is not"
                        + " static, so that the functions of a class share its fields.")
                .pointsAt("Orders.java", "@HttpTrigger");
    }

    @Test
    void triggerOnClassAndOnItsMethod() {
        Compilation compilation =
                compile(shop("@HttpTrigger(path = \"/a\") public class Orders implements HttpHandler { "
                        + HANDLE + " @HttpTrigger(path = \"/b\")"
                        + " public HttpResponse list(HttpRequest request, Context context) { return null; } }"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-030 The class shop.Orders carries @HttpTrigger, and its method list carries @HttpTrigger. Move the"
                                + " annotation of the class to the method that it is meant for, for example handle.")
                .pointsAt("Orders.java", "@HttpTrigger(path = \"/a\")");
    }

    @Test
    void classInTheUnnamedPackageBesideOthers() {
        Compilation compilation = compile(
                handler("PlaceOrder", "POST", "/orders"),
                "import dev.aloft.*; @HttpTrigger(path = \"/hello\")\npublic class Hello implements HttpHandler { "
                        + HANDLE + " }");

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-032 The class Hello is in the unnamed package, so the function index in package aloft.generated"
                                + " cannot refer to it. Give it a package.")
                .pointsAt("Hello.java", "\"/hello\"");
    }

    @Test
    void everyClassWithAMistakeIsReported() {
        Compilation compilation = compile(
                List.of(),
                shop("@HttpTrigger(path = \"/a\") public class First {}"),
                shop("@HttpTrigger(path = \"/b\") public class Second {}"));

        assertThat(compilation).hadErrorCount(2);
        assertThat(compilation).hadErrorContaining("The class shop.First carries");
        assertThat(compilation).hadErrorContaining("The class shop.Second carries");
    }
}
