package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.expected;
import static dev.aloft.processor.Sources.generatedFile;
import static dev.aloft.processor.Sources.generatedSource;
import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class GeneratedIndexTest {
    private static final String ORDERS = shop("""
            public final class Orders {
                @HttpTrigger(path = "/orders")
                public HttpResponse listOrders(HttpRequest request, Context context) {
                    return HttpResponse.ok("all");
                }

                @FunctionName("find")
                @HttpTrigger(method = {"GET", "HEAD"}, path = "/orders/{id}")
                public HttpResponse getOrder(HttpRequest request, Context context) throws java.io.IOException {
                    return HttpResponse.ok(request.pathParameter("id"));
                }
            }
            """);

    @Test
    void isCodeThatAPersonCouldHaveWritten() {
        Compilation compilation = compile(handler("PlaceOrder", "POST", "/orders"), ORDERS);

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions")).isEqualTo(expected("AloftFunctions.java"));
        assertThat(generatedFile(compilation, "META-INF/aloft/index")).isEqualTo("shop.AloftFunctions\n");
    }

    @Test
    void asksTheFactoryForWhatHasNoPublicConstructor() {
        Compilation compilation = compile(
                List.of("-Aaloft.handlerFactory=true"),
                ORDERS.replace("public final class Orders {", "public final class Orders { Orders(int size) {} "),
                handler("PlaceOrder", "POST", "/orders")
                        .replace("HttpHandler {", "HttpHandler { public PlaceOrder(String warehouse) {} "));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .isEqualTo(expected("AloftFunctionsWithFactory.java"));
    }

    @Test
    void sameBytesInWhateverOrderTheSourcesCome() {
        String other = handler("PlaceOrder", "POST", "/orders");

        Map<String, String> first = generated(compile(other, ORDERS));
        Map<String, String> second = generated(compile(ORDERS, other));

        assertThat(first).hasSizeGreaterThan(6).isEqualTo(second);
    }

    private static Map<String, String> generated(Compilation compilation) {
        return compilation.generatedFiles().stream()
                .collect(Collectors.toMap(
                        JavaFileObject::getName, file -> new String(Sources.bytes(file), StandardCharsets.ISO_8859_1)));
    }

    @Test
    void liesInTheLongestCommonPackage() {
        Compilation compilation = compile(
                handler("PlaceOrder", "POST", "/orders").replace("package shop", "package com.example.shop.orders"),
                handler("Login", "POST", "/login").replace("package shop", "package com.example.shopping"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedFile(compilation, "META-INF/aloft/index")).isEqualTo("com.example.AloftFunctions\n");
    }

    @Test
    void liesInAloftGeneratedWithoutACommonPackage() {
        Compilation compilation = compile(
                handler("PlaceOrder", "POST", "/orders"),
                handler("Login", "POST", "/login").replace("package shop", "package users"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedFile(compilation, "META-INF/aloft/index")).isEqualTo("aloft.generated.AloftFunctions\n");
    }

    @Test
    void liesWhereTheOptionSays() {
        Compilation compilation =
                compile(List.of("-Aaloft.package=org.example"), handler("PlaceOrder", "POST", "/orders"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedFile(compilation, "META-INF/aloft/index")).isEqualTo("org.example.AloftFunctions\n");
        assertThat(generatedSource(compilation, "org.example.AloftFunctions")).contains("import shop.PlaceOrder;");
    }

    @Test
    void liesInTheUnnamedPackageWithAllFunctions() {
        Compilation compilation =
                compile(handler("PlaceOrder", "POST", "/orders").replace("package shop;", ""));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedFile(compilation, "META-INF/aloft/index")).isEqualTo("AloftFunctions\n");
    }

    @Test
    void namesThatClashAreKeptApart() {
        String context = handler("Context", "GET", "/context")
                .replace("package shop", "package shop.more")
                .replace("Context context", "dev.aloft.Context context");
        String request = ORDERS.replace("class Orders", "class Request")
                .replace("/orders", "/requests")
                .replace("\"find\"", "\"find-request\"")
                .replace("listOrders", "listRequests");
        String keyword = ORDERS.replace("class Orders", "class Default")
                .replace("/orders", "/defaults")
                .replace("\"find\"", "\"find-default\"")
                .replace("listOrders", "listDefaults");
        String sameName = ORDERS.replace("package shop", "package shop.other")
                .replace("/orders", "/more")
                .replace("\"find\"", "\"find-more\"")
                .replace("listOrders", "listMore");
        Compilation compilation = compile(context, request, keyword, ORDERS, sameName);

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("    private @Nullable Request request2;\n")
                .contains("    private @Nullable Default default2;\n")
                .contains("    private @Nullable Orders orders;\n")
                .contains("    private shop.other.@Nullable Orders orders2;\n")
                .contains("factory == null ? new Context() : factory.create(Context.class)")
                .contains("handle(HttpRequest request, dev.aloft.Context context)");
    }

    @Test
    void nestedClassesAreNamedByTheirOuterOnes() {
        Compilation compilation = compile(shop("""
                public class Shop {
                    @HttpTrigger(path = "/orders")
                    public static class Orders implements HttpHandler {
                        public HttpResponse handle(HttpRequest request, Context context) {
                            return HttpResponse.ok("");
                        }
                    }
                }
                """));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("import shop.Shop.Orders;")
                .contains("case \"orders\" -> factory == null ? new Orders()");
    }

    @Test
    void recordsAndInheritedHandlersAreFunctions() {
        Compilation compilation = compile(
                shop("""
                        @HttpTrigger(path = "/version")
                        public record Version() implements HttpHandler {
                            public HttpResponse handle(HttpRequest request, Context context) {
                                return HttpResponse.ok("1");
                            }
                        }
                        """),
                handler("", "Base").replace("public class", "public abstract class"),
                shop("@HttpTrigger(path = \"/concrete\") public class Concrete extends Base {}"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("http(\"concrete\", \"/concrete\", \"GET\")")
                .contains("http(\"version\", \"/version\", \"GET\")");
    }

    @Test
    void deprecatedFunctionsCauseNoWarning() {
        Compilation compilation = compile(
                handler("@Deprecated(forRemoval = true) @HttpTrigger(path = \"/old\")", "Old"),
                ORDERS.replace("@FunctionName", "@Deprecated @FunctionName"));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("@SuppressWarnings({\"deprecation\", \"removal\"})\npublic final class AloftFunctions");
    }

    @Test
    void textBeyondAsciiSurvivesEveryEncoding() {
        Compilation compilation =
                compile(List.of("-encoding", "US-ASCII"), handler("Cafe", "GET", "/caf\\u00e9/\\\"quoted\\\""));

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("http(\"cafe\", \"/caf\\u00e9/\\\"quoted\\\"\", \"GET\")");
    }

    @Test
    void aMethodThatIsWrittenTwiceCountsOnce() {
        Compilation compilation =
                compile(handler("@HttpTrigger(method = {\"PUT\", \"GET\", \"PUT\"}, path = \"/a\")", "Put"));

        assertThat(generatedSource(compilation, "shop.AloftFunctions"))
                .contains("http(\"put\", \"/a\", \"PUT\", \"GET\")");
    }

    @Test
    void withoutFunctionsNothingIsWritten() {
        Compilation compilation = compile("package shop; public class Nothing {}");

        assertThat(compilation).succeededWithoutWarnings();
        assertThat(compilation.generatedFiles())
                .extracting(JavaFileObject::getName)
                .containsExactly("/CLASS_OUTPUT/shop/Nothing.class");
    }
}
