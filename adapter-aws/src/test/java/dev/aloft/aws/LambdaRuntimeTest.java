package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.json.JsonException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaRuntimeTest {
    private static final HttpHandler ECHO =
            (request, context) -> HttpResponse.ok(request.method() + " " + request.path() + " " + context.provider());

    private final RecordingInvocation invocation = new RecordingInvocation();

    @ParameterizedTest
    @CsvSource({
        "apigateway-aws-proxy, POST /orders/a%20b/caf%C3%A9 aws",
        "apigateway-aws-proxy-nulls, GET /orders aws",
        "apigateway-http-api-proxy-1.0, PUT /orders/a%20b aws",
        "apigateway-http-api-proxy, POST /orders/a%20b/caf%C3%A9/100%25 aws",
        "apigateway-http-api-proxy-stage, GET /orders/42 aws",
        "lambda-function-url, POST /orders/a%20b/caf%C3%A9 aws",
        "alb-request, GET /orders/a%20b aws",
        "alb-request-multi-value, POST /orders/a%20b aws"
    })
    void everyDialectReachesTheFunction(String event, String echo) {
        String reply = handle(runtime(ECHO), Samples.text(event));

        assertThat(reply).contains("\"body\":\"" + echo + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apigateway-aws-proxy",
                "apigateway-http-api-proxy-1.0",
                "apigateway-http-api-proxy",
                "lambda-function-url",
                "alb-request",
                "alb-request-multi-value"
            })
    void whiteSpaceAndOrderOfFieldsDoNotMatter(String event) throws Exception {
        String compact = Json.compact(Samples.text(event));
        String reversed = Json.reversed(Samples.text(event));

        assertThat(handle(runtime(ECHO), compact)).isEqualTo(handle(runtime(ECHO), Samples.text(event)));
        assertThat(handle(runtime(ECHO), reversed)).isEqualTo(handle(runtime(ECHO), compact));
    }

    @Test
    void answerIsInTheDialectOfTheRequest() {
        LambdaRuntime runtime = runtime((request, context) -> HttpResponse.ok().addHeader("set-cookie", "a=1"));

        assertThat(handle(runtime, Samples.text("apigateway-aws-proxy")))
                .contains("\"multiValueHeaders\":{\"set-cookie\"");
        assertThat(handle(runtime, Samples.text("apigateway-http-api-proxy"))).contains("\"cookies\":[\"a=1\"]");
        assertThat(handle(runtime, Samples.text("alb-request"))).contains("\"headers\":{\"set-cookie\":\"a=1\"}");
        assertThat(handle(runtime, Samples.text("alb-request-multi-value")))
                .contains("\"multiValueHeaders\":{\"set-cookie\":[\"a=1\"]}");
    }

    @Test
    void failingFunctionIsAnAnswerAndNotAFailedInvocation() {
        LambdaRuntime runtime = runtime((request, context) -> {
            throw new IllegalStateException("secret");
        });

        String reply = handle(runtime, Samples.text("apigateway-http-api-proxy"));

        assertThat(reply)
                .startsWith("{\"statusCode\":500,")
                .contains("application/problem+json")
                .doesNotContain("secret");
        assertThat(invocation.log).singleElement().asString().contains("secret");
    }

    @Test
    void bodyThatImitatesAnotherEventIsABody() {
        LambdaRuntime runtime = runtime((request, context) -> HttpResponse.ok(request.text()));
        String body = "{\\\"Records\\\":[{\\\"eventSource\\\":\\\"aws:sqs\\\",\\\"body\\\":\\\"x\\\"}]}";
        String event = Json.compact(Samples.text("apigateway-http-api-proxy"))
                .replace("{\\\"item\\\":\\\"Tee für zwei\\\"}", body);

        String reply = handle(runtime, event);

        assertThat(reply).contains("\"body\":\"" + body + "\"");
    }

    @Test
    void queueMessageThatImitatesARequestIsNoRequest() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> handle(runtime(ECHO), Samples.text("sqs-receive-message")))
                .withMessage(
                        "ALOFT-204 Function echo expects HTTP requests but got aws:sqs (queue messages of orders). Bind that"
                                + " source to a function with the trigger for it, or set ALOFT_FUNCTION for this deployment.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello", "{", "{\"a\":1,\"a\":2}", "{} {}", "\u0000"})
    void whatIsNotJsonFailsTheInvocation(String payload) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> handle(runtime(ECHO), payload))
                .withMessageStartingWith("ALOFT-201 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"text\"", "1", "true"})
    void whatIsNoObjectFailsTheInvocation(String payload) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> handle(runtime(ECHO), payload))
                .withMessage(
                        "ALOFT-202 The event is JSON, but not an object. What AWS sends is one: HTTP requests, messages and"
                                + " events. Compare what invokes the function with the service's sample event.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"headers\":{\"a\":[\"not ours\"]}}",
                "{\"resource\":\"/\",\"body\":{\"not\":\"ours\"}}",
                "{\"requestContext\":{\"elb\":{}},\"headers\":7}"
            })
    void beginningOfAnEventIsNotEnough(String payload) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> handle(runtime(ECHO), payload))
                .withMessageStartingWith("ALOFT-204 Function echo expects HTTP requests but got ");
    }

    @Test
    void brokenEventOfAKnownDialectSaysWhatIsBroken() {
        String event = Json.compact(Samples.text("apigateway-http-api-proxy"))
                .replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":\"false\"");

        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> handle(runtime(ECHO), event))
                .withMessageMatching(
                        "ALOFT-201 The event cannot be read: found a string at byte \\d+, expected a boolean\\. .*");
    }

    @ParameterizedTest
    @CsvSource({
        "apigateway-aws-proxy, 6291556",
        "apigateway-http-api-proxy, 6291556",
        "lambda-function-url, 6291556",
        "alb-request, 1048576",
        "alb-request-multi-value, 1048576"
    })
    void answerFitsTheLimitOrIsReplaced(String event, int limit) {
        int envelope = handle(runtime((request, context) -> HttpResponse.ok("")), Samples.text(event))
                .length();

        String fitting = handle(
                runtime((request, context) -> HttpResponse.ok("x".repeat(limit - envelope))), Samples.text(event));
        String tooLarge = handle(
                runtime((request, context) -> HttpResponse.ok("x".repeat(limit - envelope + 1))), Samples.text(event));

        assertThat(fitting).hasSize(limit).startsWith("{\"statusCode\":200,");
        assertThat(tooLarge).startsWith("{\"statusCode\":500,").contains("ALOFT-408");
        assertThat(invocation.log)
                .singleElement()
                .asString()
                .startsWith(
                        "ERROR ALOFT-408 The response takes " + (limit + 1) + " bytes, but aws accepts " + limit + ".");
    }

    @Test
    void hugeAnswerIsNotEvenWritten() {
        byte[] body = new byte[10 * 1024 * 1024];

        String reply = handle(
                runtime((request, context) -> HttpResponse.ok().withBody(body, "image/png")),
                Samples.text("alb-request"));

        assertThat(reply).startsWith("{\"statusCode\":500,").contains("ALOFT-408");
        assertThat(invocation.log).singleElement().asString().contains(" takes 10485760 bytes");
    }

    @Test
    void escapesAndBase64CountTowardsTheLimit() {
        byte[] binary = new byte[800 * 1024];
        String quotes = "\"".repeat(800 * 1024);

        assertThat(handle(
                        runtime((request, context) -> HttpResponse.ok().withBody(binary, "image/png")),
                        Samples.text("alb-request")))
                .contains("ALOFT-408");
        assertThat(handle(runtime((request, context) -> HttpResponse.ok(quotes)), Samples.text("alb-request")))
                .contains("ALOFT-408");
    }

    @Test
    void lossOfADialectIsLoggedOncePerEnvironment() {
        LambdaRuntime runtime = runtime((request, context) ->
                HttpResponse.ok().addHeader("set-cookie", "a=1").addHeader("set-cookie", "b=2"));

        handle(runtime, Samples.text("alb-request-multi-value"));
        handle(runtime, Samples.text("apigateway-http-api-proxy"));
        assertThat(invocation.log).isEmpty();

        handle(runtime, Samples.text("alb-request"));
        handle(runtime, Samples.text("alb-request"));
        assertThat(invocation.log).singleElement().asString().startsWith("WARNING An answer sets 2 cookies, ");
    }

    @Test
    void manyThreadsShareOneRuntime() throws Exception {
        LambdaRuntime runtime = runtime(ECHO);
        List<String> events =
                List.of("apigateway-aws-proxy", "apigateway-http-api-proxy", "alb-request", "alb-request-multi-value");

        List<String> replies = Threads.each(32, number -> handle(runtime, Samples.text(events.get(number % 4))));

        for (int i = 0; i < replies.size(); i++) {
            assertThat(replies.get(i)).isEqualTo(handle(runtime, Samples.text(events.get(i % 4))));
        }
    }

    private String handle(LambdaRuntime runtime, String event) {
        byte[] reply = runtime.handle(event.getBytes(StandardCharsets.UTF_8), invocation)
                .toByteArray();
        return new String(reply, StandardCharsets.UTF_8);
    }

    private static LambdaRuntime runtime(HttpHandler handler) {
        Functions functions = Functions.builder()
                .http("echo", List.of("GET", "POST", "PUT"), "/{path...}", () -> handler)
                .build();
        return new LambdaRuntime(FunctionRuntime.start("aws", Map.of(), functions), Map.of());
    }
}
