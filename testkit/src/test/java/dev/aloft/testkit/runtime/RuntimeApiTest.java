package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {
    private final RuntimeApi api = new RuntimeApi();
    private final RawHttpClient client =
            RawHttpClient.tcp(Integer.parseInt(api.address().substring("127.0.0.1:".length())));

    @AfterEach
    void close() {
        api.close();
    }

    private HttpReply send(String method, String path, String body) throws IOException {
        return client.send(
                RawHttpRequest.of(method, "/2018-06-01/runtime/" + path).withBody(body));
    }

    @Test
    void eventIsHandedOutWithItsHeaders() throws IOException {
        LambdaInvocation invocation =
                LambdaInvocation.of("{\"a\":1}").withRequestId("id-1").withTraceId("Root=1");
        CompletableFuture<LambdaResult> result = api.submit(invocation);

        HttpReply event = send("GET", "invocation/next", "");
        HttpReply taken = send("POST", "invocation/id-1/response", "done");

        assertThat(event.text()).isEqualTo("{\"a\":1}");
        assertThat(event.value("content-type")).hasValue("application/json");
        assertThat(event.value("lambda-runtime-aws-request-id")).hasValue("id-1");
        assertThat(event.value("lambda-runtime-trace-id")).hasValue("Root=1");
        assertThat(event.value("lambda-runtime-deadline-ms"))
                .hasValueSatisfying(ms -> assertThat(Long.parseLong(ms)).isGreaterThan(System.currentTimeMillis()));
        assertThat(taken.status()).isEqualTo(202);
        assertThat(result.join().success().text()).isEqualTo("done");
    }

    @Test
    void chunkedAnswerIsTaken() throws IOException {
        CompletableFuture<LambdaResult> result =
                api.submit(LambdaInvocation.of("{}").withRequestId("id-1"));
        send("GET", "invocation/next", "");

        client.send(RawHttpRequest.of("POST", "/2018-06-01/runtime/invocation/id-1/response")
                .withChunks("do".getBytes(StandardCharsets.US_ASCII), "ne".getBytes(StandardCharsets.US_ASCII)));

        assertThat(result.join().success().text()).isEqualTo("done");
    }

    @Test
    void answerToNoEventIsRefused() throws IOException {
        HttpReply reply = send("POST", "invocation/other/response", "done");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("InvalidRequestID");
    }

    @Test
    void secondAnswerIsRefused() throws IOException {
        CompletableFuture<LambdaResult> result =
                api.submit(LambdaInvocation.of("{}").withRequestId("id-1"));
        send("GET", "invocation/next", "");
        send("POST", "invocation/id-1/response", "first");

        assertThat(send("POST", "invocation/id-1/response", "second").status()).isEqualTo(400);
        assertThat(result.join().success().text()).isEqualTo("first");
    }

    @Test
    void failureAfterARestoreIsAnInitError() throws IOException {
        assertThat(send("GET", "restore/next", "").status()).isEqualTo(200);
        assertThat(send("POST", "restore/error", "{\"errorType\":\"a.B\"}").status())
                .isEqualTo(202);

        assertThat(api.init().join().fault())
                .hasValueSatisfying(fault -> assertThat(fault.type()).isEqualTo("a.B"));
    }

    @Test
    void otherPathsAreNotFound() throws IOException {
        assertThat(send("GET", "invocation/id-1/response", "").status()).isEqualTo(404);
        assertThat(client.send(RawHttpRequest.of("GET", "/")).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoRequestEndsTheConnectionOnly() throws IOException {
        assertThatThrownBy(() -> client.send(RawHttpRequest.exactly("nonsense\r\n\r\n")))
                .isInstanceOf(IOException.class);

        assertThat(send("GET", "restore/next", "").status()).isEqualTo(200);
    }
}
