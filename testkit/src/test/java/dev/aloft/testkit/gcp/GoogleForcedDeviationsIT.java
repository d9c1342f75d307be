package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Google's invoker 2.0.0 decides before a function is asked, or does to its answer, and an adapter cannot change. If one of
 * these fails with a newer invoker, docs/http-parity.md has an entry less, or another one.
 */
class GoogleForcedDeviationsIT {
    @TempDir
    static Path folder;

    private static GoogleInvokerHarness google;

    @BeforeAll
    static void start() throws IOException {
        google = GoogleServer.start(folder);
    }

    @AfterAll
    static void stop() {
        if (google != null) {
            google.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/tell/a%2Fb, encoded slash",
        "/tell/a%5Cb, encoded backslash",
        "/tell/a%25b, encoded percent sign",
        "/tell/a//b, empty segment",
        "//, empty segment",
        "/tell/%2e%2e/b, encoded dot segment",
        "/tell/a%00b, encoded control character",
        "/tell/a%0Ab, encoded control character",
        "/tell/a%FF, not UTF-8",
        "/tell/a%C0%AF, overlong UTF-8",
        "/tell/a%zz, no percent triplet",
        "/tell/a|b, character that must be encoded",
        "/tell/a?b#c, fragment",
        "*, no path"
    })
    void pathIsRefusedByTheServerWithoutBody(String target, String because) throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", target));

        assertThat(reply.status()).as(because).isEqualTo(400);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.value("content-type")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tell/a/../b", "/tell/a/./b", "/tell/a/."})
    void plainDotSegmentPassesTheServerAndIsRefusedByUs(String target) throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", target));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-309\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.ico", "/robots.txt"})
    void browsersOwnRequestsAreAnsweredByTheFramework(String target) throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", target));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void headersAndUrlsAreLimitedToEightKilobytes() throws IOException {
        String long_ = "x".repeat(9000);

        assertThat(google.send(RawHttpRequest.of("GET", "/tell/a").with("X-Long", long_))
                        .status())
                .isEqualTo(431);
        assertThat(google.send(RawHttpRequest.of("GET", "/tell/a?" + long_)).status())
                .isEqualTo(414);
    }

    @Test
    void headersAreSortedByName() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", "/tell/a")
                .with("X-B", "1")
                .with("X-A", "2")
                .with("X-b", "3"));

        assertThat(reply.text()).contains("x-a: 2\nx-b: 1\nx-b: 3\n");
    }

    @Test
    void headerBytesBeyondAsciiAreReadAsLatin1() throws IOException {
        String utf8 = new String("caf\u00e9".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        HttpReply reply = google.send(RawHttpRequest.of("GET", "/tell/a").with("X-A", utf8));

        assertThat(reply.text()).contains("x-a: caf\u00c3\u00a9\n");
    }

    @Test
    void lineBreaksOfMultipartBodiesMayBeShort() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("POST", "/parts")
                .with("Content-Type", "multipart/form-data; boundary=B")
                .withBody("--B\nContent-Disposition: form-data; name=a\n\n1\n--B--\n"));

        assertThat(reply.text()).isEqualTo("a|-|-|[]|31\n");
    }

    @Test
    void boundaryAfterAShortLineBreakEndsAPart() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("POST", "/parts")
                .with("Content-Type", "multipart/form-data; boundary=B")
                .withBody("--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\n--B\r\n2\r\n--B--\r\n"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-308\"");
    }

    @Test
    void chunkedMultipartBodyOfNothingIsMalformed() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("POST", "/mirror")
                .with("Content-Type", "multipart/form-data; boundary=B")
                .withChunks());

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-308\"");
    }

    @Test
    void serverNamesItselfAndTheDate() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", "/cookies"));

        assertThat(reply.value("server"))
                .hasValueSatisfying(server -> assertThat(server).startsWith("Jetty("));
        assertThat(reply.value("date")).isPresent();
    }

    @Test
    void methodMayBeAnyTokenButConnect() throws IOException {
        assertThat(google.send(RawHttpRequest.of("PURGE", "/mirror")).status()).isEqualTo(405);
        assertThat(google.send(RawHttpRequest.of("CONNECT", "/mirror")).status())
                .isEqualTo(400);
    }
}
