package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawHttpClientTest {
    private static final RawHttpRequest GET = RawHttpRequest.of("GET", "/");

    private static HttpReply reply(RawHttpRequest request, String answer) throws IOException {
        try (ScriptedServer server = ScriptedServer.answering(answer)) {
            return server.client().send(request);
        }
    }

    @Test
    void bytesGoOutAsWritten() throws IOException {
        String odd = "GET /a//b/../%zz?x= y HTTP/1.1\r\nHost: a\r\nhost: b\r\nX : \u0001\u00ff\r\n\tfolded\r\n\r\n";
        try (ScriptedServer server = ScriptedServer.of((in, out) -> {
            in.readNBytes(odd.length());
            out.write("HTTP/1.1 400 \r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(server.client().send(RawHttpRequest.exactly(odd)).status())
                    .isEqualTo(400);
            assertThat(server.received()).isEqualTo(odd);
        }
    }

    @Test
    void answerIsShownAsItCame() throws IOException {
        HttpReply reply = reply(
                GET,
                "HTTP/1.1 299 Very Odd\r\nSet-Cookie: a=1\r\nX-Empty:\r\nset-cookie:  b=\u00e9 \r\n"
                        + "Content-Length: 3\r\n\r\nabc-and-more");

        assertThat(reply.status()).isEqualTo(299);
        assertThat(reply.reason()).isEqualTo("Very Odd");
        assertThat(reply.fields())
                .containsExactly(
                        new HttpField("Set-Cookie", "a=1"),
                        new HttpField("X-Empty", ""),
                        new HttpField("set-cookie", "b=\u00e9"),
                        new HttpField("Content-Length", "3"));
        assertThat(reply.values("SET-COOKIE")).containsExactly("a=1", "b=\u00e9");
        assertThat(reply.value("x-none")).isEmpty();
        assertThat(reply.text()).isEqualTo("abc");
        assertThat(reply.complete()).isTrue();
    }

    @Test
    void chunksAreJoined() throws IOException {
        HttpReply reply = reply(
                GET,
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n"
                        + "3\r\nabc\r\nA;name=value\r\n0123456789\r\n0\r\nX-Trailer: t\r\n\r\n");

        assertThat(reply.text()).isEqualTo("abc0123456789");
        assertThat(reply.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 7\r\n\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n7\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
                "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n"
            })
    void bodyThatIsCutOffIsNotComplete(String rest) throws IOException {
        HttpReply reply = reply(GET, "HTTP/1.1 200 OK\r\n" + rest);

        assertThat(reply.text()).isEqualTo("abc");
        assertThat(reply.complete()).isFalse();
        assertThat(reply).asString().startsWith("200 OK\n").endsWith("abc[cut off]");
    }

    @Test
    void bodyWithoutALengthEndsWithTheConnection() throws IOException {
        HttpReply reply = reply(GET, "HTTP/1.0 200 OK\r\n\r\nabc");

        assertThat(reply.text()).isEqualTo("abc");
        assertThat(reply.complete()).isTrue();
    }

    @Test
    void answersToHeadAnd204And304HaveNoBody() throws IOException {
        assertThat(reply(RawHttpRequest.of("HEAD", "/"), "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
                        .complete())
                .isTrue();
        assertThat(reply(GET, "HTTP/1.1 204 No Content\r\n\r\nstray").body()).isEmpty();
        assertThat(reply(GET, "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n")
                        .complete())
                .isTrue();
    }

    @Test
    void interimAnswersArePassedOver() throws IOException {
        HttpReply reply = reply(
                GET,
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
                        + "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void connectionServesOneRequestAfterTheOther() throws IOException {
        try (ScriptedServer server = ScriptedServer.of((in, out) -> {
                    for (int i = 1; i <= 2; i++) {
                        HttpHead.read(in);
                        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + i;
                        out.write(answer.getBytes(StandardCharsets.US_ASCII));
                    }
                });
                RawHttpConnection connection = server.client().open()) {
            assertThat(connection.send(GET).text()).isEqualTo("1");
            assertThat(connection.send(GET).text()).isEqualTo("2");
        }
    }

    @Test
    void answerBeforeTheRequestIsReadDoesNotBlock() throws IOException {
        byte[] large = new byte[20_000_000];
        try (ScriptedServer server = ScriptedServer.of((in, out) -> {
            HttpHead.read(in);
            out.write("HTTP/1.1 413 \r\nContent-Length: 20000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(large);
            in.readNBytes(large.length);
        })) {
            HttpReply reply =
                    server.client().send(RawHttpRequest.of("POST", "/").withBody(large));

            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.body()).hasSize(large.length);
            assertThat(server.received()).hasSizeGreaterThan(large.length);
        }
    }

    @Test
    void serverThatStopsReadingIsHeardAllTheSame() throws IOException {
        byte[] large = new byte[20_000_000];
        try (ScriptedServer server = ScriptedServer.of((in, out) -> {
            HttpHead.read(in);
            out.write("HTTP/1.1 413 \r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            HttpReply reply =
                    server.client().send(RawHttpRequest.of("POST", "/").withBody(large));

            assertThat(reply.status()).isEqualTo(413);
        }
    }

    @Test
    void silenceEndsWithTheTimeLimit() throws IOException {
        try (ScriptedServer server = ScriptedServer.of((in, out) -> in.readAllBytes())) {
            RawHttpClient impatient = server.client().withTimeLimit(Duration.ofMillis(200));

            assertThatThrownBy(() -> impatient.send(GET)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void interruptEndsTheWait() throws IOException {
        try (ScriptedServer server = ScriptedServer.of((in, out) -> in.readAllBytes())) {
            RawHttpClient client = server.client();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> client.send(GET)).isInstanceOf(IOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closedConnectionIsNoAnswer() {
        assertThatThrownBy(() -> reply(GET, ""))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(InterruptedIOException.class)
                .hasMessage("The server closed the connection without an answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
                "HTTP/1.1 200 OK\r\nX: cut"
            })
    void answerThatIsNotHttpIsRefused(String answer) {
        assertThatThrownBy(() -> reply(GET, answer)).isInstanceOf(IOException.class);
    }
}
