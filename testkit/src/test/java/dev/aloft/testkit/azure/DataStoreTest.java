package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code in the package reaches of the context, by core reflection without opening anything. */
class DataStoreTest {
    private static final String ENTRY = """
            interface Typed { HttpRequestMessage<byte[]> bytes(); }
            public static HttpResponseMessage http(
                    @HttpTrigger(name = "request") HttpRequestMessage<Optional<String>> r, ExecutionContext c) throws Exception {
                Object store = c.getClass().getMethod("getDataStore").invoke(c);
                java.lang.reflect.Type type = Typed.class.getDeclaredMethod("bytes").getGenericReturnType();
                Optional<?> data = (Optional<?>) store.getClass()
                        .getMethod("getDataByName", String.class, java.lang.reflect.Type.class)
                        .invoke(store, "request", type);
                Object value = data.get().getClass().getMethod("getValue").invoke(data.get());
                Object body = ((HttpRequestMessage<?>) value).getBody();
                return r.createResponseBuilder(HttpStatus.OK).body(body).build();
            }
            public static HttpResponseMessage context(
                    @HttpTrigger(name = "request") HttpRequestMessage<Optional<String>> r, ExecutionContext c) {
                String text = c.getTraceContext().getTraceparent() + " " + c.getTraceContext().getTracestate() + " "
                        + c.getRetryContext().getRetrycount() + " " + c.getRetryContext().getException().getMessage().isEmpty()
                        + " " + c.getInvocationId().length();
                return r.createResponseBuilder(HttpStatus.OK).body(text).build();
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void bytesOfABinaryRequestAreExact() throws IOException {
        byte[] body = {(byte) 0xFF, 0, 'a', (byte) 0xC3};

        AzureReply reply = send(AzureRequest.of("POST", "/bytes").withBody(body, "application/octet-stream"));

        assertThat(reply.body()).isEqualTo(body);
    }

    @Test
    void bytesOfATextRequestCannotBeHad() throws IOException {
        AzureReply reply = send(AzureRequest.of("POST", "/bytes").withText("tea", "text/plain"));

        assertThat(reply.kind()).isEqualTo(AzureReply.Kind.FAILED);
        assertThat(reply.cause().orElseThrow()).isInstanceOf(ClassCastException.class);
    }

    @Test
    void andAJsonArrayOfNumbersIsMisread() throws IOException {
        AzureReply reply = send(AzureRequest.of("POST", "/bytes").withText("[104, 105]", "application/json"));

        assertThat(reply.text()).isEqualTo("hi");
    }

    @Test
    void theContextHasATraceOfItsOwnAndCountsNoRetries() throws IOException {
        String caller = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        AzureReply reply = send(AzureRequest.of("GET", "/context")
                .withHeader("traceparent", caller)
                .withHeader("tracestate", "a=b"));

        assertThat(reply.text())
                .matches("00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01 a=b 0 true 36")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void withoutACallersTraceTheHostStartsOne() throws IOException {
        assertThat(send(AzureRequest.of("GET", "/context")).text())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00  0 true 36");
    }

    private AzureReply send(AzureRequest request) throws IOException {
        TestPackage app = TestPackage.in(folder).entry("Entry", ENTRY);
        app.http("bytes", "app.Entry.http", "bytes").http("context", "app.Entry.context", "context");
        try (AzureWorkerEmulation azure = app.open()) {
            return azure.http(request);
        }
    }
}
