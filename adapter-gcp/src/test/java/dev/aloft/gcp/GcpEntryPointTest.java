package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.cloud.functions.CloudEventsFunction;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import io.cloudevents.CloudEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class GcpEntryPointTest {
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final GcpEntryPoint entry = entry(Functions.builder()
            .http(
                    "hello",
                    "GET",
                    "/hello/{name}",
                    (request, context) -> HttpResponse.ok(context.provider() + " " + request.pathParameter("name")))
            .http("failing", "GET", "/failing", (request, context) -> {
                throw new IllegalStateException("secret");
            })
            .http(
                    "large",
                    "GET",
                    "/large/{bytes}",
                    (request, context) -> HttpResponse.ok()
                            .withBody(new byte[Integer.parseInt(request.pathParameter("bytes"))], "image/png"))
            .http(
                    "upload",
                    "GET",
                    "/upload",
                    (request, context) ->
                            HttpResponse.ok(request.body().parts().get(0).text()))
            .build());

    @Test
    void implementsNothingThatTheFrameworkWouldPrefer() {
        assertThat(GcpEntryPoint.class.getInterfaces()).containsExactly(HttpFunction.class, CloudEventsFunction.class);
    }

    @Test
    void functionAnswers() throws IOException {
        assertThat(service(Framework.get("/hello/caf%C3%A9")))
                .containsExactly(
                        "status 200", "type text/plain; charset=utf-8", "content-length: 9", "body gcp caf\u00e9");
    }

    @Test
    void failureIsLoggedAndAnsweredWithoutItsReason() throws IOException {
        List<String> calls = service(Framework.get("/failing", "Function-Execution-Id", "e-1"));

        assertThat(calls).first().isEqualTo("status 500");
        assertThat(calls)
                .last()
                .isEqualTo("body {\"title\":\"Internal Server Error\",\"status\":500,\"invocationId\":\"e-1\"}");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .hasLineCount(1)
                .startsWith("{\"severity\":\"ERROR\",\"message\":\"Function failing failed, invocation e-1: ")
                .contains("secret");
    }

    @Test
    void answerOverTheLimitIsReplaced() throws IOException {
        List<String> fits = service(Framework.get("/large/33554432"));
        List<String> tooLarge = service(Framework.get("/large/33554433", "Function-Execution-Id", "e-1"));

        assertThat(fits).contains("status 200", "content-length: 33554432");
        assertThat(tooLarge)
                .contains(
                        "status 500",
                        "body {\"title\":\"Internal Server Error\",\"status\":500,\"code\":\"ALOFT-408\","
                                + "\"invocationId\":\"e-1\"}");
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("The response takes 33554433 bytes, but gcp accepts 33554432.");
    }

    @Test
    void multipartBodyReachesTheFunction() throws IOException {
        HttpRequest request = Framework.multipart(
                60, Map.of("a", Framework.part(new byte[] {'1'}, "Content-Disposition", "form-data; name=a")));

        assertThat(service(request)).last().isEqualTo("body 1");
    }

    @Test
    void malformedMultipartBodyIsAnsweredBadRequest() throws IOException {
        HttpRequest request = Framework.multipart(60, Map.of());
        when(request.getParts()).thenThrow(new CompletionException(new IOException("unexpected EOF")));

        List<String> calls = service(request);

        assertThat(calls).first().isEqualTo("status 400");
        assertThat(calls).last().asString().contains("\"code\":\"ALOFT-308\"");
        assertThat(log.size()).isZero();
    }

    @Test
    void eventIsRefusedWithBothSidesNamed() {
        CloudEvent event = event(
                "google.cloud.storage.object.v1.finalized", "//storage.googleapis.com/projects/_/buckets/uploads");

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> entry.accept(event))
                .withMessageStartingWith("ALOFT-204 The functions expect something else: [hello (HTTP requests")
                .withMessageContaining(
                        " but got google:cloudevents (an event of type google.cloud.storage.object.v1.finalized from"
                                + " //storage.googleapis.com/projects/_/buckets/uploads).");
    }

    @Test
    void nameOfAnEventDoesNotForgeLogLines() {
        CloudEvent event = event("a\n{\"severity\":\"INFO\"}\u2028" + "x".repeat(300), "/s");

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> entry.accept(event))
                .withMessageContaining("an event of type a?{\"severity\":\"INFO\"}?xxx")
                .satisfies(failure -> assertThat(failure.getMessage().length()).isLessThan(900));
    }

    @Test
    void applicationWithoutIndexFailsAtConstruction() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(GcpEntryPoint::new)
                .withMessageStartingWith("ALOFT-101 ");
    }

    private GcpEntryPoint entry(Functions functions) {
        PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
        return new GcpEntryPoint(FunctionRuntime.start("gcp", Map.of(), functions), GoogleHost.of(Map.of(), out));
    }

    private List<String> service(HttpRequest request) throws IOException {
        Framework.Reply reply = new Framework.Reply();
        entry.service(request, reply.response);
        return reply.calls;
    }

    private static CloudEvent event(String type, String source) {
        CloudEvent event = mock(CloudEvent.class);
        when(event.getId()).thenReturn("e-1");
        when(event.getType()).thenReturn(type);
        when(event.getSource()).thenReturn(URI.create(source));
        return event;
    }
}
