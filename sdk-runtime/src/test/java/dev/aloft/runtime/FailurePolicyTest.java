package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.Headers;
import dev.aloft.HttpException;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.SetCookie;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailurePolicyTest {
    private final RecordingInvocation invocation = new RecordingInvocation();

    @Test
    void requestThatTheAdapterCannotReadIsAnsweredByWhoseFaultItIs() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> HttpResponse.ok());

        HttpResponse client = runtime.unreadable(
                new AloftException(AloftException.Kind.PAYLOAD, "ALOFT-308", "The body is malformed."), invocation);
        HttpResponse platform = runtime.unreadable(
                new AloftException(AloftException.Kind.NATIVE_EVENT, "ALOFT-205", "A secret reason."), invocation);

        assertThat(client.text())
                .isEqualTo("{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"The body is malformed.\","
                        + "\"code\":\"ALOFT-308\",\"invocationId\":\"i-1\"}");
        assertThat(platform.text())
                .isEqualTo("{\"title\":\"Internal Server Error\",\"status\":500,\"code\":\"ALOFT-205\","
                        + "\"invocationId\":\"i-1\"}");
        assertThat(invocation.log).singleElement().asString().contains("ALOFT-205 A secret reason.");
    }

    @Test
    void exceptionIsHiddenFromTheClientAndLogged() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> {
            throw new IllegalStateException("secret=abc\n2026 ERROR forged \u001b[2J");
        });

        HttpResponse response = runtime.http(get("/a"), invocation);

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.text())
                .isEqualTo("{\"title\":\"Internal Server Error\",\"status\":500,\"invocationId\":\"i-1\"}");
        assertThat(invocation.log)
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR Function f failed, invocation i-1: java.lang.IllegalStateException: secret=abc\\u000a2026 ERROR forged"
                                + " \\u001b[2J\n\tat ");
    }

    @Test
    void errorIsAnAnswerToo() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> {
            throw new StackOverflowError();
        });

        assertThat(runtime.http(get("/a"), invocation).status()).isEqualTo(500);
        assertThat(invocation.log).hasSize(1);
    }

    @Test
    void errorOfAStaticInitialiserNamesTheFunctionAtEachCall() {
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of(), new OneFunction() {
            @Override
            public Object handler(String functionName, @Nullable HandlerFactory factory) {
                return new Broken();
            }
        });

        HttpResponse first = runtime.http(get("/f"), invocation);
        HttpResponse second = runtime.http(get("/f"), invocation);

        assertThat(first.text()).contains("\"code\":\"ALOFT-108\"").doesNotContain("Broken");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(invocation.log.get(0))
                .startsWith(
                        "ERROR Function f failed, invocation i-1: dev.aloft.AloftException: ALOFT-108 The handler of function f"
                                + " cannot be created: java.lang.ExceptionInInitializerError was thrown by its constructor, its static"
                                + " initialiser or the handler factory. The cause follows.")
                .contains("Caused by: java.lang.IllegalStateException: no such file");
    }

    @Test
    void handlerThatCannotBeConstructedIsTriedAgain() {
        List<String> calls = new ArrayList<>();
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of(), new OneFunction() {
            @Override
            public Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception {
                calls.add(functionName);
                if (calls.size() == 1) {
                    throw new IOException("not yet");
                }
                return (HttpHandler) (request, context) -> HttpResponse.ok("fine");
            }
        });

        assertThat(runtime.http(get("/f"), invocation).status()).isEqualTo(500);
        assertThat(runtime.http(get("/f"), invocation).text()).isEqualTo("fine");
        assertThat(runtime.http(get("/f"), invocation).text()).isEqualTo("fine");
        assertThat(calls).hasSize(2);
    }

    @Test
    void handlerOfAnotherKindIsNamed() {
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of(), new OneFunction() {
            @Override
            public Object handler(String functionName, @Nullable HandlerFactory factory) {
                return "text";
            }
        });

        assertThat(runtime.http(get("/f"), invocation).text()).contains("\"code\":\"ALOFT-107\"");
        assertThat(invocation.log.get(0))
                .contains("ALOFT-107 Function f expects HTTP requests, but its handler java.lang.String is no"
                        + " dev.aloft.HttpHandler.");
    }

    @Test
    @SuppressWarnings("NullAway") // a handler without null checking can return null
    void nullIsNoAnswer() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> null);

        HttpResponse response = runtime.http(get("/a"), invocation);

        assertThat(response.text()).contains("\"status\":500").contains("\"code\":\"ALOFT-407\"");
        assertThat(invocation.log.get(0))
                .contains(
                        "ALOFT-407 Function f returned null. Return an HttpResponse, for example HttpResponse.noContent().");
    }

    @Test
    void failureOfTheCodecIsToldInTheLog() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> HttpResponse.json(List.of()));

        HttpResponse response = runtime.http(get("/a"), invocation);

        assertThat(response.text()).contains("\"status\":500").contains("\"code\":\"ALOFT-405\"");
        assertThat(invocation.log.get(0)).contains("ALOFT-405 The value cannot be written as JSON.");
    }

    @Test
    void exceptionForTheClientKeepsStatusAndDetail() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> {
            throw HttpException.notFound("No order \"7\"");
        });

        HttpResponse response = runtime.http(get("/a"), invocation);

        assertThat(response.text())
                .isEqualTo(
                        "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"No order \\\"7\\\"\",\"invocationId\":\"i-1\"}");
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void unreadablePayloadIsTheClientsFault() {
        FunctionRuntime runtime = runtime(
                "GET",
                "/a",
                (request, context) -> HttpResponse.ok(request.query("x").orElse("")));

        HttpResponse response =
                runtime.http(HttpRequest.builder("GET", "/a").query("x=%zz").build(), invocation);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text()).contains("\"code\":\"ALOFT-306\"").contains("percent sign");
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void answerThatIsTooLargeIsReplaced() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> HttpResponse.ok());

        HttpResponse response = runtime.tooLarge(7_000_000, 6_291_556, invocation);

        assertThat(response.text())
                .isEqualTo(
                        "{\"title\":\"Internal Server Error\",\"status\":500,\"code\":\"ALOFT-408\",\"invocationId\":\"i-1\"}");
        assertThat(invocation.log)
                .containsExactly(
                        "ERROR ALOFT-408 The response takes 7000000 bytes, but test accepts 6291556. Answer in pages, or"
                                + " with a link to an object store.");
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                arguments("ALOFT-401", (HttpHandler)
                        (request, context) -> HttpResponse.ok().withHeader("a b", "1")),
                arguments("ALOFT-402", (HttpHandler)
                        (request, context) -> HttpResponse.ok().withHeader("a", "1\r\nb: 2")),
                arguments("ALOFT-403", (HttpHandler)
                        (request, context) -> HttpResponse.ok().withCookie(SetCookie.of("a", "1;2"))),
                arguments("ALOFT-404", (HttpHandler) (request, context) -> HttpResponse.of(99)),
                arguments("ALOFT-409", (HttpHandler)
                        (request, context) -> HttpResponse.ok(Headers.of("a").toString())),
                arguments("ALOFT-410", (HttpHandler)
                        (request, context) -> HttpResponse.ok().withHeader("Content-Length", "1")));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    void answerThatIsRefusedWhereItIsMadeHasItsCode(String code, HttpHandler handler) {
        HttpResponse response = runtime("GET", "/a", handler).http(get("/a"), invocation);

        assertThat(response.text())
                .isEqualTo("{\"title\":\"Internal Server Error\",\"status\":500,\"code\":\"" + code
                        + "\",\"invocationId\":\"i-1\"}");
        assertThat(invocation.log).singleElement().asString().contains("IllegalArgumentException: " + code + " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ALOFT-402",
                "ALOFT-402: a",
                "ALOFT-4022 a",
                "ALOFT-40 a",
                "ALOFT-4x2 a",
                "aloft-402 a",
                " ALOFT-402 a"
            })
    void messageThatOnlyLooksCodedHasNoCode(String message) {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> {
            throw new IllegalArgumentException(message);
        });

        assertThat(runtime.http(get("/a"), invocation).text())
                .doesNotContain("code")
                .doesNotContain("ALOFT");
    }

    @Test
    void messageOfAnotherExceptionHasNoCode() {
        FunctionRuntime runtime = runtime("GET", "/a", (request, context) -> {
            throw new IllegalStateException("ALOFT-402 a");
        });
        FunctionRuntime silent = runtime("GET", "/a", (request, context) -> {
            throw new IllegalArgumentException();
        });

        assertThat(runtime.http(get("/a"), invocation).text()).doesNotContain("code");
        assertThat(silent.http(get("/a"), invocation).text()).doesNotContain("code");
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

    private abstract static class OneFunction implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(FunctionDefinition.http("f", "/f", "GET"));
        }
    }

    private static final class Broken {
        static final String CONTENT = load();

        private static String load() {
            throw new IllegalStateException("no such file");
        }
    }
}
