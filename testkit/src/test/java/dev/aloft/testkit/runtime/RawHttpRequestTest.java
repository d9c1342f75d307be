package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RawHttpRequestTest {

    private static String written(RawHttpRequest request) {
        return new String(request.bytes(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void plainRequestHasAHostAndNothingElse() {
        assertThat(written(RawHttpRequest.of("GET", "/a//b?x=%41")))
                .isEqualTo("GET /a//b?x=%41 HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    @Test
    void headersKeepOrderCaseAndRepeats() {
        RawHttpRequest request =
                RawHttpRequest.of("GET", "/").with("X-b", "1").with("X-a", "2").with("x-B", "\u00e9");

        assertThat(written(request))
                .isEqualTo("GET / HTTP/1.1\r\nHost: localhost\r\nX-b: 1\r\nX-a: 2\r\nx-B: \u00e9\r\n\r\n");
    }

    @Test
    void hostTakesThePlaceOfTheOneBefore() {
        assertThat(written(RawHttpRequest.of("GET", "/").with("host", "example.com")))
                .isEqualTo("GET / HTTP/1.1\r\nhost: example.com\r\n\r\n");
    }

    @Test
    void bodyIsCountedInBytes() {
        assertThat(written(RawHttpRequest.of("POST", "/").withBody("\u00e9")))
                .isEqualTo("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n\u00c3\u00a9");
    }

    @Test
    void chunksAreWrittenOneForEachPart() {
        byte[] part = "0123456789".getBytes(StandardCharsets.US_ASCII);

        assertThat(written(RawHttpRequest.of("POST", "/").withChunks(part, part)))
                .endsWith("Transfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\na\r\n0123456789\r\n0\r\n\r\n");
    }

    @Test
    void exactRequestCannotBeChanged() {
        RawHttpRequest exact = RawHttpRequest.exactly("HEAD / HTTP/1.0\r\n\r\n");

        assertThat(exact.method()).isEqualTo("HEAD");
        assertThat(exact).hasToString("HEAD / HTTP/1.0\r\n\r\n");
        assertThatThrownBy(() -> exact.with("A", "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("A request made by RawHttpRequest.exactly cannot be changed: write it out in full.");
    }

    @Test
    void textForAFailureHasNoBody() {
        assertThat(RawHttpRequest.of("POST", "/").withBody("secret"))
                .hasToString("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 6\r\n\r\n");
    }
}
