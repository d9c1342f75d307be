package dev.aloft.testkit.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.HttpRequest;
import dev.aloft.azure.AzureEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter in a package, under the rules of host and worker. */
class AdapterPackageTest {
    private static final String ENTRY = "dev.aloft.azure.AzureEntryPoint.http";
    private static final String INDEX = """
            package app;
            import dev.aloft.*;
            import dev.aloft.spi.*;
            import java.util.*;
            public class Index implements FunctionIndex {
                static final int START = Integer.parseInt("%s");
                private final Functions functions = Functions.builder()
                    .http("get-item", "GET", "/items/{id}", (r, c) -> HttpResponse.ok("item " + r.pathParameter("id")))
                    .http("latest-item", "GET", "/items/latest", (r, c) -> HttpResponse.ok("latest"))
                    .http("echo", "POST", "/echo", (r, c) -> HttpResponse.ok()
                        .withBody(r.body().bytes(), r.contentType().orElse("application/octet-stream"))
                        .withHeader("x-query", r.rawQuery()).withHeader("x-tags", r.headers().all("x-tag").toString()))
                    .http("cookies", "GET", "/cookies", (r, c) -> HttpResponse.noContent()
                        .withCookie(SetCookie.of("a", "1")).withCookie(SetCookie.of("b", "2")))
                    .http("broken", List.of("GET"), "/broken", () -> Broken.HANDLER)
                    .http("trace", "GET", "/trace", (r, c) -> HttpResponse.ok(c.traceContext().get().traceparent()))
                    .build();
                static class Broken { static final HttpHandler HANDLER = (HttpHandler) (Object) "no handler"; }
                public List<FunctionDefinition> functions() { return functions.functions(); }
                public Object handler(String name, HandlerFactory factory) { return functions.handler(name, factory); }
            }
            """;

    @TempDir
    private Path folder;

    private TestPackage app;
    private AzureWorkerEmulation azure;

    @BeforeEach
    void applicationWithItsAdapter() throws Exception {
        app = TestPackage.in(folder)
                .with(HttpRequest.class)
                .with(FunctionRuntime.class)
                .with(AzureEntryPoint.class)
                .file("META-INF/aloft/index", "app.Index\n")
                .compile("Index", INDEX.formatted("0"));
        function("get-item", "items/{id}", "\"get\",\"head\"");
        function("latest-item", "items/latest", "\"get\",\"head\"");
        function("echo", "echo", "\"post\"");
        function("cookies", "cookies", "\"get\",\"head\"");
        function("broken", "broken", "\"get\",\"head\"");
        function("trace", "trace", "\"get\",\"head\"");
        app.http("zzz-aloft-unmatched", ENTRY, "{*path}");
    }

    @AfterEach
    void stop() throws Exception {
        if (azure != null) {
            azure.close();
        }
    }

    private void function(String name, String route, String methods) throws Exception {
        app.http(name, ENTRY, route, "\"authLevel\":\"anonymous\",\"methods\":[" + methods + "]");
    }

    @Test
    void theWholePackageLoads() throws Exception {
        assertThat(send("GET", "/items/a%20b").text()).isEqualTo("item a b");
        assertThat(azure.errors()).isEmpty();
        assertThat(azure.functions()).hasSize(7);
    }

    @Test
    void theMostSpecificRouteRunsWhateverFunctionTheHostChose() throws Exception {
        Files.delete(folder.resolve("zzz-aloft-unmatched/function.json"));

        AzureReply reply = send("GET", "/items/latest");

        assertThat(reply.function()).contains("get-item");
        assertThat(reply.text()).isEqualTo("latest");
    }

    @Test
    void whatNoFunctionAnswersIsAProblemAsEverywhere() throws Exception {
        AzureReply noPath = send("GET", "/none");
        AzureReply noMethod = send("PUT", "/items/1");

        assertThat(noPath.status()).isEqualTo(404);
        assertThat(noPath.header("content-type")).contains("application/problem+json");
        assertThat(noMethod.status()).isEqualTo(405);
        assertThat(noMethod.header("allow")).contains("GET, HEAD");
        assertThat(send("GET", "/").status()).isEqualTo(404);
        assertThat(send("GET", "/ITEMS/1").status()).isEqualTo(404);
        assertThat(send("GET", "/items/1/").status()).isEqualTo(404);
        assertThat(send("PROPFIND", "/items/1").status()).isEqualTo(405);
    }

    @Test
    void headIsAnsweredByGet() throws Exception {
        AzureReply reply = send("HEAD", "/items/1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).contains("text/plain; charset=utf-8");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain; charset=utf-8 | tée 🍵",
                "application/json | [104, 105]",
                "application/json | {\"a\": 1.0}",
                "application/x-www-form-urlencoded | a=1&a=2",
                "text/plain | \uFEFFmarked",
                "text/plain; charset=utf-8 | ab中文字符",
                "multipart/form-data; boundary=b | --b",
                "application/octet-stream | [104, 105]"
            })
    void textArrivesAndLeavesAsItIs(String contentType, String text) throws Exception {
        AzureReply reply = post(AzureRequest.of("POST", "/echo").withText(text, contentType));

        assertThat(reply.body()).isEqualTo(text.getBytes(UTF_8));
        assertThat(reply.header("content-type")).contains(contentType);
        assertThat(reply.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "multipart/form-data; boundary=b"})
    void bytesArriveExactly(String contentType) throws Exception {
        byte[] body = new byte[1 << 20];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31);
        }

        AzureReply reply = post(AzureRequest.of("POST", "/echo").withBody(body, contentType));

        assertThat(reply.body()).isEqualTo(body);
        assertThat(reply.log()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "image/png, E9",
        "text/plain; charset=iso-8859-1, E9",
        "application/json, E9",
        "text/plain, FFFE4100",
        "text/plain, FFFE610062002D4E87655B572673",
        "text/plain, EFBBBFFFE28241",
        "text/plain, 616263F09F98",
        "text/plain, EFBFBD"
    })
    void bytesThatTheHostsTextDoesNotTellAreRefused(String contentType, String hex) throws Exception {
        byte[] sent = HexFormat.of().parseHex(hex);

        AzureReply reply = post(AzureRequest.of("POST", "/echo").withBody(sent, contentType));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("ALOFT-310", "has U+FFFD, or has a length that UTF-16 has too");
    }

    @Test
    void bodiesInChunksAreRefused() throws Exception {
        AzureReply reply = post(
                AzureRequest.of("POST", "/echo").withText("tea", "text/plain").inChunks());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("ALOFT-311");
    }

    @Test
    void aQueryThatJavaRefusesArrives() throws Exception {
        AzureReply reply = post(AzureRequest.of("POST", "/echo?q={a|b}&q=%20&request=evil&$request=evil&e="));

        assertThat(reply.header("x-query")).contains("q={a|b}&q=%20&request=evil&$request=evil&e=");
    }

    @Test
    void repeatedHeadersArriveJoined() throws Exception {
        AzureReply reply =
                post(AzureRequest.of("POST", "/echo").withHeader("X-Tag", "a").withHeader("X-Tag", "b"));

        assertThat(reply.header("x-tags")).contains("[a,b]");
    }

    @Test
    void theFirstCookieLeavesAndTheLossIsLogged() throws Exception {
        AzureReply reply = send("GET", "/cookies");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.headers().all("set-cookie")).hasSize(1);
        assertThat(reply.headers().all("set-cookie").get(0)).startsWith("a=1");
        assertThat(reply.log()).singleElement().asString().startsWith("WARNING ALOFT-412");
    }

    @Test
    void aStaticInitialiserThatFailsIsAnAnswer() throws Exception {
        AzureReply reply = send("GET", "/broken");

        assertThat(reply.kind()).isEqualTo(AzureReply.Kind.ANSWERED);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("ALOFT-108").doesNotContain("no handler");
        assertThat(reply.log()).singleElement().asString().contains("ExceptionInInitializerError");
    }

    @Test
    void theTraceIsTheCallersOrTheHosts() throws Exception {
        String caller = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertThat(post(AzureRequest.of("GET", "/trace").withHeader("traceparent", caller))
                        .text())
                .isEqualTo(caller);
        assertThat(send("GET", "/trace").text()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void aStartThatFailsWithAnErrorFailsEveryCallAtOnce() throws Exception {
        app.compile("Index", INDEX.formatted("x"));

        for (int i = 0; i < 2; i++) {
            AzureReply reply = send("GET", "/items/1");

            assertThat(reply.kind()).isEqualTo(AzureReply.Kind.FAILED);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.cause().orElseThrow())
                    .hasMessageStartingWith("ALOFT-109")
                    .hasStackTraceContaining("java.lang.NumberFormatException");
        }
    }

    @Test
    void aMissingIndexFailsEveryCallAtOnce() throws Exception {
        Files.delete(folder.resolve("META-INF/aloft/index"));

        assertThat(send("GET", "/items/1").cause().orElseThrow()).hasMessageStartingWith("ALOFT-101");
        assertThat(send("GET", "/items/1").cause().orElseThrow()).hasMessageStartingWith("ALOFT-101");
    }

    @Test
    void aMissingClassOfTheRuntimeFailsEveryCallAtOnce() throws Exception {
        delete(folder.resolve("dev/aloft/runtime/json"));
        delete(folder.resolve("dev/aloft/runtime"));

        List<AzureReply> replies = List.of(send("GET", "/items/1"), send("GET", "/items/1"));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.kind()).isEqualTo(AzureReply.Kind.FAILED);
            assertThat(reply.cause().orElseThrow()).hasStackTraceContaining("NoClassDefFoundError");
        });
    }

    @Test
    void aFunctionFolderThatIsNotTheApplicationsFailsLoudly() throws Exception {
        app.http("a-stranger", ENTRY, "strange");

        AzureReply reply = send("GET", "/strange");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("ALOFT-102");
        assertThat(reply.log()).singleElement().asString().contains("No function named a-stranger");
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private AzureReply send(String method, String target) throws Exception {
        return post(AzureRequest.of(method, target));
    }

    private AzureReply post(AzureRequest request) throws Exception {
        if (azure == null) {
            azure = app.open();
        }
        return azure.http(request);
    }
}
