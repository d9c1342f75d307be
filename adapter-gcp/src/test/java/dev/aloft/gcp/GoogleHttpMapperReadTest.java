package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.when;

import com.google.cloud.functions.HttpRequest.HttpPart;
import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpRequest;
import dev.aloft.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleHttpMapperReadTest {
    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/a%20b/caf%C3%A9?q=1, /a%20b/caf%C3%A9",
        "http://localhost:8080/a;v=1/b, /a;v=1/b",
        "http://localhost:8080/, /",
        "http://localhost:8080, /",
        "http://localhost:8080?q=/x, /",
        "http://localhost:8080/a?u=http://other/b, /a",
        "http://localhost:8080/a#/b, /a",
        "/a/b?q=1, /a/b",
        "/http://other/b, /http://other/b",
        "http://localhost*, /"
    })
    void pathIsTakenFromTheUriAsItStandsThere(String uri, String path) {
        assertThat(GoogleHttpMapper.path(uri)).isEqualTo(path);
    }

    @Test
    void requestIsReadWithoutLoss() throws IOException {
        byte[] body = {0, (byte) 0xff, '\r', '\n'};

        HttpRequest request = read(Framework.request(
                "PATCH",
                "http://h/a%2Bb?x=%20&x=c+d&y",
                body,
                "X-A",
                "1",
                "x-b",
                "a, b",
                "X-A",
                "2",
                "Cookie",
                "a=1",
                "Cookie",
                "b=2"));

        assertThat(request.method()).isEqualTo("PATCH");
        assertThat(request.path()).isEqualTo("/a%2Bb");
        assertThat(request.rawQuery()).isEqualTo("x=%20&x=c+d&y");
        assertThat(request.query().all("x")).containsExactly(" ", "c d");
        assertThat(request.headers().all("x-a")).containsExactly("1", "2");
        assertThat(request.headers().all("x-b")).containsExactly("a, b");
        assertThat(request.cookie("b")).contains("2");
        assertThat(request.body().bytes()).isEqualTo(body);
    }

    @Test
    void headerWithoutValueIsThere() throws IOException {
        assertThat(read(Framework.get("/", "X-Empty", "")).header("x-empty")).contains("");
        assertThat(read(Framework.get("/", "X-Null", null)).header("x-null")).contains("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"192.0.2.7 | 192.0.2.7", "10.0.0.1, 192.0.2.7 | 192.0.2.7", "10.0.0.1,  2001:db8::7 | 2001:db8::7"
            })
    void clientAddressIsWhatTheFrontEndAdded(String forwarded, String address) throws IOException {
        assertThat(read(Framework.get("/", "X-Forwarded-For", "203.0.113.1", "X-Forwarded-For", forwarded))
                        .clientAddress())
                .contains(address);
    }

    @Test
    void clientAddressIsUnknownWithoutFrontEnd() throws IOException {
        assertThat(read(Framework.get("/")).clientAddress()).isEmpty();
        assertThat(read(Framework.get("/", "X-Forwarded-For", "192.0.2.7, ")).clientAddress())
                .isEmpty();
    }

    @Test
    void headersThatNameAnotherMethodOrPathChangeNothing() throws IOException {
        HttpRequest request = read(Framework.get(
                "/a",
                "X-HTTP-Method-Override",
                "DELETE",
                "X-Original-URL",
                "/b",
                "X-Forwarded-Host",
                "other",
                "ce-type",
                "t"));

        assertThat(request).hasToString("GET /a");
    }

    @Test
    void eatenMultipartBodyIsPutTogetherAgain() throws IOException {
        Map<String, HttpPart> parts = new LinkedHashMap<>();
        parts.put("a", Framework.part(new byte[] {'1'}, "Content-Disposition", "form-data; name=\"a\""));
        parts.put(
                "\u00e9",
                Framework.part(
                        new byte[] {0, -1},
                        "Content-Disposition",
                        "form-data; name=\"\u00e9\"; filename=\"\u20ac.png\"",
                        "Content-Type",
                        "image/png",
                        "X",
                        "1",
                        "X",
                        "2"));

        List<Part> read = read(Framework.multipart(180, parts)).body().parts();

        assertThat(read).hasSize(2);
        assertThat(read.get(0).text()).isEqualTo("1");
        assertThat(read.get(1).name()).isEqualTo("\u00e9");
        assertThat(read.get(1).fileName()).contains("\u20ac.png");
        assertThat(read.get(1).contentType()).contains("image/png");
        assertThat(read.get(1).headers().all("x")).containsExactly("1", "2");
        assertThat(read.get(1).body()).containsExactly(0, -1);
    }

    @ParameterizedTest
    @CsvSource({"-1", "400"})
    void partThatTheFrameworkMayHideFailsTheRequest(long contentLength) {
        Map<String, HttpPart> parts =
                Map.of("a", Framework.part(new byte[] {'1'}, "Content-Disposition", "form-data; name=\"a\""));

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> read(Framework.multipart(contentLength, parts)))
                .withMessage(
                        "ALOFT-205 This version of Google's functions framework has taken the multipart body apart and"
                                + " does not hand over all of its parts; it hides all but the last of those with equal names. Deploy"
                                + " with java-function-invoker 2.0, or send such files in requests of their own.")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.NATIVE_EVENT));
    }

    @Test
    void bodyThatTheFrameworkCannotTakeApartIsTheClientsFault() {
        com.google.cloud.functions.HttpRequest received = Framework.multipart(7, Map.of());
        CompletionException cause = new CompletionException(new IOException("unexpected EOF"));
        when(received.getParts()).thenThrow(cause);

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> read(received))
                .withMessage(
                        "ALOFT-308 The multipart body is malformed, or more than Google's server takes: 100 parts of 10 MB"
                                + " with 8 KB of headers each.")
                .withCause(cause)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.PAYLOAD));
    }

    @Test
    void multipartRequestWithoutBodyHasNone() throws IOException {
        com.google.cloud.functions.HttpRequest received = Framework.multipart(-1, Map.of());
        when(received.getParts()).thenThrow(new IllegalStateException());

        assertThat(read(received).body().isEmpty()).isTrue();
    }

    @Test
    void bodyThatVanishedFailsTheRequest() {
        com.google.cloud.functions.HttpRequest received = Framework.multipart(7, Map.of());
        when(received.getParts()).thenThrow(new IllegalStateException());

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> read(received))
                .withMessageStartingWith("ALOFT-205 ");
    }

    @Test
    void bodyThatTheFrameworkLeftAloneIsTakenAsItIs() throws IOException {
        byte[] body = "preamble\r\n--B--".getBytes(StandardCharsets.UTF_8);
        com.google.cloud.functions.HttpRequest received =
                Framework.request("POST", "/", body, "Content-Type", "multipart/form-data; boundary=B");
        when(received.getParts()).thenThrow(new IllegalStateException());

        assertThat(read(received).body().bytes()).isEqualTo(body);
    }

    @Test
    void restOfABodyThatTheFrameworkGaveUpOnIsReadButNotTakenForTheBody() throws IOException {
        com.google.cloud.functions.HttpRequest received =
                Framework.request("POST", "/", new byte[] {'x'}, "Content-Type", "multipart/form-data; boundary=B");
        when(received.getParts()).thenThrow(new CompletionException(new IllegalStateException("too many keys")));

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> read(received))
                .withMessageStartingWith("ALOFT-308 ");
        assertThat(received.getInputStream().available()).isZero();
    }

    @Test
    void partsWithoutBoundaryAreRefused() {
        com.google.cloud.functions.HttpRequest received =
                Framework.request("POST", "/", new byte[0], "Content-Type", "multipart/form-data");
        Map<String, HttpPart> parts = Map.of("a", Framework.part(new byte[] {'1'}));
        when(received.getParts()).thenReturn(parts);

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> read(received))
                .withMessageStartingWith("ALOFT-308 ");
    }

    @Test
    void bodyThatIsShorterThanAnnouncedFailsTheRequest() {
        com.google.cloud.functions.HttpRequest received = Framework.request("POST", "/", new byte[] {'x'});
        when(received.getContentLength()).thenReturn(2L);

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> read(received))
                .withMessageStartingWith("ALOFT-205 ");
    }

    @Test
    void largeBodySurvives() throws IOException {
        byte[] body = new byte[1024 * 1024];
        Arrays.fill(body, (byte) 7);

        assertThat(read(Framework.request("PUT", "/", body)).body().bytes()).isEqualTo(body);
    }

    private static HttpRequest read(com.google.cloud.functions.HttpRequest request) throws IOException {
        return GoogleHttpMapper.read(request, GoogleHttpMapper.headers(request));
    }
}
