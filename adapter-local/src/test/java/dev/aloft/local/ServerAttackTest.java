package dev.aloft.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.RawClient.Reply;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no honest client sends, each with the answer it must get: refused, and the connection closed. */
class ServerAttackTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply refused(String request) throws IOException {
        try (RawClient client = server.connect()) {
            Reply reply = client.send(request).read();
            assertThat(reply.has("connection: close")).as(reply.head()).isTrue();
            assertThat(reply.has("content-type: application/problem+json")).isTrue();
            assertThat(client.isClosedByServer()).isTrue();
            return reply;
        }
    }

    private static String withHeader(String lines) {
        return "POST /mirror HTTP/1.1\r\nHost: a\r\n" + lines + "\r\n\r\n0\r\n\r\n";
    }

    private static void requireMalformed(String request, String fault) throws IOException {
        requireRefusal(refused(request), 400, "The request is not valid HTTP/1.1: " + fault);
    }

    private static void requireUnsupported(String request, int status, String what) throws IOException {
        requireRefusal(refused(request), status, "The request asks for what is not supported here: " + what + ".");
    }

    private static void requireRefusal(Reply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text()).contains("\"status\":" + status + ",\"detail\":\"" + detail, "\"code\":\"ALOFT-314\"");
    }

    @Test
    void aRequestNeedsExactlyOneHost() throws IOException {
        requireMalformed("GET / HTTP/1.1\r\n\r\n", "it has no Host header.");
        requireMalformed("GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "it has several Host headers.");
        requireMalformed("GET / HTTP/1.0\r\nHost: a\r\nhost: b\r\n\r\n", "it has several Host headers.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a@b", "a,b\u00e9", "a?b", "http://a", "a\\b", "a#b"})
    void aHostHasNoOtherCharacters(String host) throws IOException {
        requireMalformed("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n", "its Host header is no host.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: +5",
                "Content-Length: -1",
                "Content-Length: 5 5",
                "Content-Length: 0x5",
                "Content-Length:",
                "Content-Length: 5, 5",
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 1e1",
                "Content-Length: \u00b2"
            })
    void aBodyHasOnePlainLength(String headers) throws IOException {
        requireMalformed(withHeader(headers), "it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: xchunked", "Transfer-Encoding: gzip", "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: gzip, chunked", "Transfer-Encoding: identity", "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", "Transfer-Encoding:"
            })
    void noOtherTransferCodingIsTaken(String headers) throws IOException {
        requireUnsupported(withHeader(headers), 501, "a transfer coding other than chunked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-A: a\r\n b",
                "X-A: a\r\n\tb",
                " X-A: a",
                "X-A : a",
                "X-A\t: a",
                "X A: a",
                ": a",
                "X-A",
                "X-\u00c4: a",
                "X-A: a\rX-B: b",
                "X-A: a\nX-B: b",
                "X-A: a\u0000",
                "X-A: \u0001",
                "X-A: a\u007f",
                "X-A: a\r\r",
                "X-\u0000A: a",
                "X(A): b",
                "X-A\r\n: b"
            })
    void headersAreTokensAndLinesOfVisibleText(String header) throws IOException {
        requireMalformed(withHeader(header), "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\r\n", "GET HTTP/1.1", "GET  / HTTP/1.1", "GET / HTTP/1.1 ", " GET / HTTP/1.1",
                        "GET\t/\tHTTP/1.1",
                "G(T / HTTP/1.1", "GET / HTTP/1.1 x", "GET /a b HTTP/1.1", "GET / http/1.1", "GET / XTTP/1.1",
                        "/ HTTP/1.1",
                "\u0016\u0003\u0001", "G\u0000T / HTTP/1.1", "GET /\u0000 HTTP/1.1", "GET /\u007f HTTP/1.1", "\r\nGET"
            })
    void theFirstLineIsMethodPathAndVersion(String line) throws IOException {
        requireMalformed(line + "\r\nHost: a\r\n\r\n", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/1.2", "HTTP/0.9", "HTTP/1.10", "HTTP/01.1", "HTTP/3"})
    void noOtherVersionIsSpoken(String version) throws IOException {
        String request = "GET / " + version + "\r\nHost: a\r\n\r\n";
        requireUnsupported(request, 505, "a version of HTTP other than 1.1 and 1.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "a",
                "http://a/",
                "a:80",
                "/a|b",
                "/{a}",
                "/a\"b",
                "/<a>",
                "/a\\b",
                "/a^b",
                "/a`b",
                "/a#b",
                "/\u00e9",
                "/a?b={c}",
                "/a?b|c",
                "/..\\..\\a"
            })
    void aPathIsPercentEncodedAndBeginsWithASlash(String target) throws IOException {
        requireMalformed("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n", "its path ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../../etc/passwd",
                "/tell/%2e%2e/a",
                "/tell/.%2E/a",
                "/./tell/a",
                "/tell//a",
                "/tell/%00",
                "/tell/%zz",
                "/tell/%C0%AF",
                "/tell/%",
                "/tell/..",
                "/tell/%0d%0aX-A:%20b"
            })
    void aPathThatPlatformsRewriteIsRefusedByTheRouter(String target) throws IOException {
        Reply reply = RawClient.exchange(server.uri(), "GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).containsPattern("\"code\":\"ALOFT-30[69]\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "x\r\n",
                "-1\r\n",
                "+1\r\na\r\n",
                "1 1\r\n",
                "0x1\r\n",
                "\u00b2\r\n",
                "11111111\r\n",
                "1\r\nab\r\n0\r\n\r\n",
                "1\na\n0\n\n",
                "1\r\na\r\n0\r\nX A: b\r\n\r\n",
                "1\r\na\r\n0\r\n X: b\r\n\r\n",
                "1\r\na0\r\n\r\n\r\n",
                "1;a=\u0000\r\na\r\n"
            })
    void chunksAreExact(String chunks) throws IOException {
        try (RawClient client = server.connect()) {
            client.send("POST /mirror HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks);

            requireRefusal(client.read(), 400, "The request is not valid HTTP/1.1: ");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void whatFollowsARefusedRequestIsNotServed() throws IOException {
        String smuggled = "GET /tell/smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
        try (RawClient client = server.connect()) {
            client.send(
                    "POST /mirror HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                            + smuggled);

            assertThat(client.read().status()).isEqualTo(400);
            assertThat(client.isClosedByServer()).isTrue();
        }
        assertThat(server.out()).doesNotContain("smuggled");
    }

    @Test
    void expectationsOtherThanContinueFail() throws IOException {
        requireUnsupported(withHeader("Expect: 200-ok"), 417, "an expectation other than 100-continue");
    }

    @Test
    void noHeaderChangesTheRouteOrTheMethod() throws IOException {
        Reply reply = RawClient.exchange(
                server.uri(),
                "GET /tell/here HTTP/1.1\r\nHost: a\r\nX-Forwarded-Host: evil\r\nX-Original-URL: /boom\r\nX-Rewrite-URL: /boom\r\n"
                        + "X-HTTP-Method-Override: DELETE\r\nce-type: a\r\nspring.cloud.function.definition: boom\r\n\r\n");

        assertThat(reply.text()).startsWith("GET /tell/here ?\n");
    }

    @Test
    void aFailureTellsTheClientNothingAndForgesNoLine() throws IOException {
        Reply reply = RawClient.exchange(server.uri(), "GET /boom HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).doesNotContain("secret", "IllegalState", "at dev.aloft");
        assertThat(server.errors()).contains("secret=abc").doesNotContain("\n2026 ERROR forged");
    }

    @Test
    void theConsoleShowsNoQueryHeaderOrBody() throws IOException {
        String request = "POST /tell/seen?token=secret-1 HTTP/1.1\r\nHost: a\r\nAuthorization: secret-2\r\n"
                + "Content-Length: 8\r\n\r\nsecret-3";

        RawClient.exchange(server.uri(), request);

        assertThat(server.out())
                .containsPattern("POST /tell/seen 200 \\d+ ms tell")
                .doesNotContain("secret-");
        assertThat(server.errors()).doesNotContain("secret-");
    }

    @Test
    void textBeyondAsciiInAHeaderIsReadAsBytes() throws IOException {
        Reply reply = RawClient.exchange(server.uri(), "GET /tell/a HTTP/1.1\r\nHost: a\r\nX-A: \u00e9\r\n\r\n");

        assertThat(reply.text()).contains("x-a: " + new String(new byte[] {(byte) 0xE9}, ISO_8859_1));
    }
}
