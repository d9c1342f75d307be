package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureHttpMapperTest {
    private final FakeWorker worker = new FakeWorker("echo", "POST", "https://h/a%20b/%2F?q=%7C&q=2");

    @Test
    void readsMethodPathQueryAndHeaders() {
        worker.header("x-tag", "a,b").header("x-forwarded-for", "198.51.100.1, 192.0.2.7:50123");

        HttpRequest request = read();

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/a%20b/%2F");
        assertThat(request.rawQuery()).isEqualTo("q=%7C&q=2");
        assertThat(request.headers().all("X-Tag")).containsExactly("a,b");
        assertThat(request.clientAddress()).contains("192.0.2.7");
        assertThat(request.body().isEmpty()).isTrue();
    }

    @Test
    void readsAUrlThatJavaRefuses() {
        HttpRequest request =
                AzureHttpMapper.read(new FakeWorker("echo", "GET", "http://h/a?q={a b|c}").request, invocation());

        assertThat(request.path()).isEqualTo("/a");
        assertThat(request.rawQuery()).isEqualTo("q={a b|c}");
    }

    @Test
    void aUrlThatCannotBeHadIsAnEventThatCannotBeRead() {
        when(worker.request.getUri()).thenThrow(new IllegalArgumentException("no reason"));

        assertThatThrownBy(this::read).hasMessageStartingWith("ALOFT-203");
    }

    @Test
    void textBecomesTheBytesThatWereSent() {
        worker.header("content-type", "text/plain")
                .header("content-length", "4")
                .body("tée");

        assertThat(read().body().bytes()).isEqualTo("tée".getBytes(UTF_8));
        assertThat(worker.log).isEmpty();
    }

    @Test
    void aBodyThatWasDestroyedIsRefused() {
        worker.header("content-type", "image/png").header("content-length", "3").body("\uFFFDPN");

        assertThatThrownBy(this::read)
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-310 The bytes of the body are not certain: Azure reads every body as UTF-8 text whose"
                                + " Content-Type is not application/octet-stream or multipart, and this one is not UTF-8, has U+FFFD,"
                                + " or has a length that UTF-16 has too. Send it with one of these instead of image/png, or UTF-8 text"
                                + " without U+FFFD with charset=utf-8.");
    }

    @Test
    void aBodyThatVanishedIsRefused() {
        worker.header("transfer-encoding", "chunked");

        assertThatThrownBy(this::read)
                .hasMessage(
                        "ALOFT-311 The body was sent in chunks, and Azure drops such a body. Send it with a Content-Length.");
    }

    @Test
    void aWorkerThatHidesTheBytesIsToldOnceAndDoesNoHarmToText() {
        worker.header("content-type", "application/octet-stream")
                .header("content-length", "3")
                .body("tea");
        AzureContext invocation = invocation();

        assertThat(AzureHttpMapper.read(worker.request, invocation).body().bytes())
                .isEqualTo("tea".getBytes(UTF_8));
        assertThat(AzureHttpMapper.read(worker.request, invocation).body().bytes())
                .isEqualTo("tea".getBytes(UTF_8));
        assertThat(worker.log)
                .singleElement()
                .asString()
                .startsWith("WARNING ALOFT-206 This version of the Azure worker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "multipart/form-data; boundary=b"})
    void butBytesThatAreNotTextFail(String contentType) {
        worker.header("content-type", contentType).header("content-length", "3").body("\uFFFD");

        assertThatThrownBy(this::read).hasMessageStartingWith("ALOFT-206").hasMessageContaining("unharmed");
    }

    @Test
    void writesBytesWhateverTheyAre() {
        AzureHttpMapper.write(HttpResponse.ok("é"), worker.request, invocation());

        assertThat(worker.sentStatus).isEqualTo(200);
        assertThat(worker.sentBody).isEqualTo("é".getBytes(UTF_8));
        assertThat(worker.sentHeaders).isEqualTo(Map.of("content-type", "text/plain; charset=utf-8"));
    }

    @Test
    void writesNoTypeWhereThereIsNone() {
        AzureHttpMapper.write(HttpResponse.noContent(), worker.request, invocation());

        assertThat(worker.sentStatus).isEqualTo(204);
        assertThat(worker.sentBody).isEqualTo(new byte[0]);
        assertThat(worker.sentHeaders).isEmpty();
    }

    @Test
    void joinsRepeatedHeadersButNotCookies() {
        HttpResponse response = HttpResponse.ok()
                .addHeader("vary", "accept")
                .addHeader("x-other", "1")
                .addHeader("Vary", "origin")
                .addHeader("set-cookie", "a=1")
                .addHeader("set-cookie", "b=2");

        AzureHttpMapper.write(response, worker.request, invocation());

        assertThat(worker.sentHeaders).isEqualTo(Map.of("vary", "accept, origin", "x-other", "1", "set-cookie", "a=1"));
    }

    @Test
    void oneCookieIsNoLoss() {
        AzureHttpMapper.write(HttpResponse.ok().addHeader("set-cookie", "a=1"), worker.request, invocation());

        assertThat(worker.sentHeaders).containsEntry("set-cookie", "a=1");
        assertThat(worker.log).isEmpty();
    }

    private HttpRequest read() {
        return AzureHttpMapper.read(worker.request, invocation());
    }

    private AzureContext invocation() {
        Functions functions = Functions.builder()
                .http("a", "GET", "/", (request, context) -> HttpResponse.ok())
                .build();
        AzureApplication application =
                new AzureApplication(FunctionRuntime.start("azure", Map.of(), functions), FunctionTimeout.of(Map.of()));
        return new AzureContext(worker.context, worker.request, null, application);
    }
}
