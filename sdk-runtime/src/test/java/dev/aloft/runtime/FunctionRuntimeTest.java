package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Context;
import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.spi.FunctionDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionRuntimeTest {
    private final RecordingInvocation invocation = new RecordingInvocation();

    @Test
    void matchingFunctionAnswers() {
        FunctionRuntime runtime = runtime(
                "GET",
                "/hello/{name}",
                (request, context) -> HttpResponse.ok(context.functionName() + " " + request.pathParameter("name")));

        HttpResponse response = runtime.http(get("/hello/a%20b"), invocation);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).isEqualTo("f a b");
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void unknownPathIsNotFound() {
        HttpResponse response =
                runtime("GET", "/a", (request, context) -> HttpResponse.ok()).http(get("/b"), invocation);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.header("content-type")).contains("application/problem+json");
        assertThat(response.text()).isEqualTo("{\"title\":\"Not Found\",\"status\":404,\"invocationId\":\"i-1\"}");
    }

    @Test
    void unknownMethodNamesTheAllowedOnes() {
        Functions functions = Functions.builder()
                .http("a", "GET", "/a", (request, context) -> HttpResponse.ok())
                .http("b", "PUT", "/a", (request, context) -> HttpResponse.ok())
                .build();

        HttpResponse response = FunctionRuntime.start("test", Map.of(), functions)
                .http(HttpRequest.builder("POST", "/a").build(), invocation);

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("allow")).contains("GET, HEAD, PUT");
    }

    @Test
    void functionForGetAnswersHeadWithoutBody() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> HttpResponse.ok(request.method()));

        HttpResponse response = runtime.http(HttpRequest.builder("HEAD", "/a").build(), invocation);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("content-type")).contains("text/plain; charset=utf-8");
        assertThat(response.body().isEmpty()).isTrue();
    }

    @Test
    void statusWithoutContentHasNoBody() {
        FunctionRuntime runtime = runtime(
                "GET",
                "/a",
                (request, context) -> HttpResponse.of(Integer.parseInt(request.rawQuery()))
                        .withText("x")
                        .withHeader("etag", "\"1\""));

        for (String status : List.of("204", "304")) {
            HttpResponse response =
                    runtime.http(HttpRequest.builder("GET", "/a").query(status).build(), invocation);

            assertThat(response.body().isEmpty()).isTrue();
            assertThat(response.headers().names()).containsExactly("etag");
        }
    }

    @Test
    void contextTellsWhatIsKnown() {
        invocation.deadline = Instant.now().plusSeconds(60);
        invocation.memoryLimit = 512;
        invocation.attempt = 2;
        invocation.traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        List<Context> contexts = new ArrayList<>();
        FunctionRuntime runtime = FunctionRuntime.start(
                "test",
                Map.of("URL", "u"),
                Functions.builder()
                        .http("f", "GET", "/a", (request, context) -> {
                            contexts.add(context);
                            return HttpResponse.ok();
                        })
                        .build());

        runtime.http(get("/a"), invocation);
        runtime.http(get("/a"), invocation);

        Context context = contexts.get(0);
        assertThat(context.functionName()).isEqualTo("f");
        assertThat(context.invocationId()).isEqualTo("i-1");
        assertThat(context.provider()).isEqualTo("test");
        assertThat(context.deadline()).contains(invocation.deadline);
        assertThat(context.remaining().orElseThrow()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(context.memoryLimit()).hasValue(512);
        assertThat(context.attempt()).hasValue(2);
        assertThat(context.traceContext().orElseThrow().traceparent()).isEqualTo(invocation.traceparent);
        assertThat(context.settings().find("URL")).contains("u");
        assertThat(context.nativeEvent()).contains(new byte[] {1});
        assertThat(context.nativeContext(String.class)).contains("native");
        assertThat(context.nativeContext(Integer.class)).isEmpty();
        assertThat(context).hasToString("Context[f, i-1]");
        assertThat(contexts).extracting(Context::coldStart).containsExactly(true, false);
        assertThat(invocation.begun).containsExactly("f cold", "f warm");
    }

    @Test
    void contextInventsNothing() {
        List<Context> contexts = new ArrayList<>();
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> {
            contexts.add(context);
            return HttpResponse.ok();
        });

        runtime.http(get("/a"), invocation);

        assertThat(contexts.get(0).deadline()).isEmpty();
        assertThat(contexts.get(0).remaining()).isEmpty();
        assertThat(contexts.get(0).memoryLimit()).isEmpty();
        assertThat(contexts.get(0).attempt()).isEmpty();
        assertThat(contexts.get(0).traceContext()).isEmpty();
    }

    @Test
    void timeOfTheInvocationCountsForTheDeadline() {
        Invocation ofATest = new Invocation() {
            @Override
            public String id() {
                return "i-1";
            }

            @Override
            public Instant deadline() {
                return Instant.ofEpochMilli(3_000);
            }

            @Override
            public long now() {
                return 1_000;
            }

            @Override
            public void log(System.Logger.Level level, String text) {
                throw new AssertionError(text);
            }
        };
        FunctionRuntime runtime = runtime(
                "GET",
                "/a",
                (request, context) ->
                        HttpResponse.ok(context.remaining().orElseThrow().toString()));

        assertThat(runtime.http(get("/a"), ofATest).text()).isEqualTo("PT2S");
    }

    @Test
    void passedDeadlineLeavesNoTime() {
        invocation.deadline = Instant.EPOCH;
        FunctionRuntime runtime = runtime(
                "GET",
                "/a",
                (request, context) ->
                        HttpResponse.ok(context.remaining().orElseThrow().toString()));

        assertThat(runtime.http(get("/a"), invocation).text()).isEqualTo("PT0S");
    }

    @Test
    void traceOfTheRequestComesFirst() {
        invocation.traceparent = "00-11111111111111111111111111111111-1111111111111111-01";
        FunctionRuntime runtime = runtime(
                "GET",
                "/a",
                (request, context) ->
                        HttpResponse.ok(context.traceContext().orElseThrow().traceparent()));

        HttpResponse response = runtime.http(
                HttpRequest.builder("GET", "/a")
                        .header("traceparent", "00-22222222222222222222222222222222-2222222222222222-00")
                        .build(),
                invocation);

        assertThat(response.text()).isEqualTo("00-22222222222222222222222222222222-2222222222222222-00");
    }

    @Test
    void platformMayNameTheFunction() {
        Functions functions = Functions.builder()
                .http("a", "GET", "/x", (request, context) -> HttpResponse.ok("a"))
                .http("b", "GET", "/{y}", (request, context) -> HttpResponse.ok("b " + request.pathParameter("y")))
                .build();
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of(), functions);

        assertThat(runtime.http("B", get("/x"), invocation).text()).isEqualTo("b x");
        assertThat(runtime.http("c", get("/x"), invocation).text()).contains("\"code\":\"ALOFT-102\"");
        assertThat(invocation.log.get(0)).contains("ALOFT-102 No function named c. Available: [a, b].");
    }

    @Test
    void settingSelectsOneFunction() {
        Functions functions = Functions.builder()
                .http("a", "GET", "/a", (request, context) -> HttpResponse.ok("a"))
                .http("b", "GET", "/b", (request, context) -> HttpResponse.ok("b"))
                .build();
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of("ALOFT_FUNCTION", "b"), functions);

        assertThat(runtime.http(get("/a"), invocation).status()).isEqualTo(404);
        assertThat(runtime.http(get("/b"), invocation).text()).isEqualTo("b");
        assertThat(runtime.functions()).extracting(FunctionDefinition::name).containsExactly("b");
    }

    @Test
    void unknownSelectionFailsAtStart() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionRuntime.start(
                        "test",
                        Map.of("ALOFT_FUNCTION", "ship-ordr"),
                        Functions.builder()
                                .http("ship-order", "GET", "/a", (request, context) -> HttpResponse.ok())
                                .build()))
                .withMessage(
                        "ALOFT-102 No function named ship-ordr. Available: [ship-order]. Set ALOFT_FUNCTION to one of them,"
                                + " or remove it to serve all.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop", "shop", "/shop/", "shop/"})
    void basePathIsTakenOffHoweverItIsWritten(String basePath) {
        Functions functions = Functions.builder()
                .http("a", "GET", "/a", (request, context) -> HttpResponse.ok("a"))
                .http("root", "GET", "/", (request, context) -> HttpResponse.ok("root"))
                .build();
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of("ALOFT_BASE_PATH", basePath), functions);

        assertThat(runtime.http(get("/shop/a"), invocation).text()).isEqualTo("a");
        assertThat(runtime.http(get("/shop"), invocation).text()).isEqualTo("root");
        assertThat(runtime.http(get("/a"), invocation).text()).isEqualTo("a");
        assertThat(runtime.http(get("/shopper"), invocation).status()).isEqualTo(404);
    }

    @Test
    void basePathOfASlashIsNone() {
        Functions functions = Functions.builder()
                .http("a", "GET", "/a", (request, context) -> HttpResponse.ok("a"))
                .build();
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of("ALOFT_BASE_PATH", "/"), functions);

        assertThat(runtime.http(get("/a"), invocation).text()).isEqualTo("a");
    }

    @Test
    void headersNeverChangeTheRoute() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> HttpResponse.ok("a"));

        HttpRequest request = HttpRequest.builder("GET", "/b")
                .header("X-Original-URL", "/a")
                .header("X-HTTP-Method-Override", "DELETE")
                .header("X-Forwarded-Host", "evil.example")
                .header("spring.cloud.function.definition", "f")
                .header("ce-type", "f")
                .build();

        assertThat(runtime.http(request, invocation).status()).isEqualTo(404);
    }

    private static HttpRequest get(String path) {
        return HttpRequest.builder("GET", path).build();
    }

    private static FunctionRuntime runtime(String method, String path, HttpHandler handler) {
        return FunctionRuntime.start(
                "test",
                Map.of(),
                Functions.builder().http("f", method, path, handler).build());
    }
}
