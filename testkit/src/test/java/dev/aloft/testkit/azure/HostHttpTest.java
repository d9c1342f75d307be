package dev.aloft.testkit.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the host chooses a function, and what a client gets of its answer. */
class HostHttpTest {
    private static final String NAME_OF_THE_FUNCTION = """
            public static HttpResponseMessage name(
                    @HttpTrigger(name = "request") HttpRequestMessage<Optional<String>> r, ExecutionContext c) {
                return r.createResponseBuilder(HttpStatus.OK).body(c.getFunctionName()).build();
            }
            """;

    @TempDir
    private Path folder;

    private TestPackage app;

    @BeforeEach
    void emptyPackage() throws IOException {
        app = TestPackage.in(folder);
    }

    @Test
    void theFirstMatchingRouteByFunctionNameWinsNotTheMostSpecific() throws IOException {
        names("get-order", "orders/{id}").http("latest-order", "app.Entry.name", "orders/latest");

        assertThat(get("/orders/latest").text()).isEqualTo("get-order");
    }

    @Test
    void aCatchAllTakesEverythingUnlessItsNameComesLast() throws IOException {
        names("catch", "{*path}")
                .http("orders", "app.Entry.name", "orders")
                .http("a_orders", "app.Entry.name", "a-orders");

        assertThat(get("/orders").text()).isEqualTo("catch");
        assertThat(get("/a-orders").text()).isEqualTo("a_orders");
    }

    @Test
    void anotherMethodGoesOnToTheNextRoute() throws IOException {
        app.entry("Entry", NAME_OF_THE_FUNCTION);
        app.http("orders", "app.Entry.name", "orders", "\"authLevel\":\"anonymous\",\"methods\":[\"GET\"]");
        app.http("z_rest", "app.Entry.name", "{*path}");

        assertThat(send("GET", "/orders").text()).isEqualTo("orders");
        assertThat(send("get", "/orders").text()).isEqualTo("orders");
        assertThat(send("POST", "/orders").text()).isEqualTo("z_rest");
        assertThat(send("HEAD", "/orders").function()).contains("z_rest");
    }

    @Test
    void withoutANextRouteTheAnswerIs404NotAllowedOrNot() throws IOException {
        app.entry("Entry", NAME_OF_THE_FUNCTION);
        app.http("orders", "app.Entry.name", "orders", "\"authLevel\":\"anonymous\",\"methods\":[\"get\"]");

        AzureReply reply = send("POST", "/orders");

        assertThat(reply.kind()).isEqualTo(AzureReply.Kind.HOST);
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.function()).isEmpty();
        assertThat(get("//orders").status()).isEqualTo(404);
    }

    @Test
    void theRootIsTheHostsHomePageUnlessAFunctionTakesIt() throws IOException {
        names("orders", "orders");
        assertThat(get("/").header("content-type")).contains("text/html");
        assertThat(get("/").kind()).isEqualTo(AzureReply.Kind.HOST);

        app.http("root", "app.Entry.name", "/");
        assertThat(get("/").text()).isEqualTo("root");
    }

    @Test
    void whatKestrelCannotReadIs400() throws IOException {
        names("all", "{*path}");

        assertThat(get("/%00").status()).isEqualTo(400);
    }

    @Test
    void withoutAnAuthLevelAKeyIsDemanded() throws IOException {
        app.entry("Entry", NAME_OF_THE_FUNCTION).http("orders", "app.Entry.name", "orders", "\"methods\":[\"get\"]");

        assertThat(get("/orders").status()).isEqualTo(401);
        assertThat(get("/orders?code=k").status()).isEqualTo(200);
        try (AzureWorkerEmulation azure = app.open()) {
            AzureRequest request = AzureRequest.of("GET", "/orders").withHeader("x-functions-key", "k");
            assertThat(azure.http(request).status()).isEqualTo(200);
        }
    }

    @Test
    void headHasNoBody() throws IOException {
        names("all", "{*path}");

        AzureReply reply = send("HEAD", "/x");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.function()).contains("all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | text/plain; charset=utf-8",
                "application/json | application/json; charset=utf-8",
                "text/html; charset=UTF-8 | text/html; charset=UTF-8",
                "text/html; charset=iso-8859-1 | text/html; charset=utf-8"
            })
    void textIsSentAsUtf8AndItsTypeSaysSo(String set, String sent) throws IOException {
        respond((set == null ? "" : ".header(\"content-type\", \"" + set + "\")") + ".body(\"é\")");

        assertThat(get("/").header("content-type")).contains(sent);
        assertThat(get("/").body()).isEqualTo("é".getBytes(UTF_8));
    }

    @Test
    void wideTextIsTheOnlyOtherCharset() throws IOException {
        respond(".header(\"content-type\", \"text/plain; charset=utf-16\").body(\"é\")");

        assertThat(get("/").body()).containsExactly(0xE9, 0);
    }

    @Test
    void bytesAreSentAsTheyAre() throws IOException {
        respond(".header(\"Content-Type\", \"image/png\").body(new byte[] {1, -1})");

        assertThat(get("/").body()).containsExactly(1, -1);
        assertThat(get("/").header("content-type")).contains("image/png");
    }

    @Test
    void bytesWithoutATypeGetNone() throws IOException {
        respond(".body(new byte[0])");

        assertThat(get("/").headers()).isEqualTo(Headers.empty());
    }

    @Test
    void noBodyAtAllIsEmptyText() throws IOException {
        respond("");

        assertThat(get("/").header("content-type")).contains("text/plain; charset=utf-8");
        assertThat(get("/").body()).isEmpty();
    }

    @Test
    void ofOneHeaderNameTheLastValueLeavesTheWorker() throws IOException {
        respond(".header(\"set-cookie\", \"a=1\").header(\"set-cookie\", \"b=2\").body(\"\")");

        assertThat(get("/").headers().all("set-cookie")).containsExactly("b=2");
    }

    @Test
    void ofTwoSpellingsOneLeavesTheHost() throws IOException {
        respond(".header(\"set-cookie\", \"a=1\").header(\"Set-Cookie\", \"b=2\").body(\"\")");

        assertThat(get("/").headers().all("set-cookie")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"a\\r\\nb", "\\u00e9", "\\u0000"})
    void headersThatTheServerRefusesMakeItA500(String value) throws IOException {
        respond(".header(\"x-a\", \"" + value + "\").body(\"\")");

        assertThat(get("/").status()).isEqualTo(500);
        assertThat(get("/").cause().orElseThrow()).hasMessageContaining("refuses the header x-a");
    }

    @Test
    void aHeaderWithoutValueFails() throws IOException {
        respond(".header(\"x-a\", null).body(\"\")");

        assertThat(get("/").kind()).isEqualTo(AzureReply.Kind.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"99, 500", "299, 299", "599, 599", "600, 500"})
    void statusesAreOneHundredTo599(int status, int seen) throws IOException {
        app.entry("Entry", handler("return r.createResponseBuilder(HttpStatusType.custom(" + status + ")).build();"));

        assertThat(app.http("all", "app.Entry.http", "{*path}")).isNotNull();
        assertThat(get("/").status()).isEqualTo(seen);
    }

    @Test
    void nullIsNoContent() throws IOException {
        app.entry("Entry", handler("return null;")).http("all", "app.Entry.http", "{*path}");

        assertThat(get("/").status()).isEqualTo(204);
    }

    @Test
    void aResponseUnderAnotherDeclaredTypeIsLost() throws IOException {
        app.entry(
                        "Entry",
                        handler("return r.createResponseBuilder(HttpStatus.OK).build();")
                                .replace("HttpResponseMessage http", "Object http"))
                .http("all", "app.Entry.http", "{*path}");

        assertThat(get("/").kind()).isEqualTo(AzureReply.Kind.NO_RESPONSE);
    }

    @Test
    void aPlainStringIsTheBody() throws IOException {
        app.entry("Entry", handler("return \"tea\";").replace("HttpResponseMessage http", "String http"))
                .http("all", "app.Entry.http", "{*path}");

        assertThat(get("/").text()).isEqualTo("tea");
        assertThat(get("/").status()).isEqualTo(200);
    }

    @Test
    void whatGsonWouldWriteIsRefused() throws IOException {
        respond(".body(Map.of())");

        assertThat(get("/").cause().orElseThrow()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void withoutAReturnBindingTheAnswerIsDropped() throws IOException {
        respond(".body(\"lost\")");
        app.file(
                "all/function.json",
                "{\"scriptFile\":\"../azure.jar\",\"entryPoint\":\"app.Entry.http\",\"bindings\":["
                        + "{\"type\":\"httpTrigger\",\"name\":\"request\",\"route\":\"{*path}\",\"authLevel\":\"anonymous\"}]}");

        assertThat(get("/").status()).isEqualTo(204);
        assertThat(get("/").text()).isEmpty();
    }

    private TestPackage names(String function, String route) throws IOException {
        return app.entry("Entry", NAME_OF_THE_FUNCTION).http(function, "app.Entry.name", route);
    }

    private void respond(String calls) throws IOException {
        app.entry("Entry", handler("return r.createResponseBuilder(HttpStatus.OK)" + calls + ".build();"))
                .http("all", "app.Entry.http", "{*path}");
    }

    private static String handler(String statement) {
        return "public static HttpResponseMessage http(@HttpTrigger(name = \"request\")"
                + " HttpRequestMessage<Optional<String>> r) { " + statement + " }";
    }

    private AzureReply get(String target) throws IOException {
        return send("GET", target);
    }

    private AzureReply send(String method, String target) throws IOException {
        try (AzureWorkerEmulation azure = app.open()) {
            return azure.http(AzureRequest.of(method, target));
        }
    }
}
