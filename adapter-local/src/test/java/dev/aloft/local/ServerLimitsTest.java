package dev.aloft.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ServerLimitsTest {
    private static final Duration SHORT = Duration.ofMillis(600);

    @Test
    void slowHeadersAreClosedWithinTenSeconds() throws IOException {
        try (TestServer server = TestServer.start();
                RawClient client = server.connect()) {
            long start = System.nanoTime();
            client.send("GET / HTTP/1.1\r\nHost: a\r\n");

            assertThat(sendUntilClosed(client, "X-A: b\r\n", 500)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void headersThatDripAreCutOff() throws IOException {
        try (TestServer server = TestServer.start(new TestApplication(), TestServer.withTimes(SHORT));
                RawClient client = server.connect()) {
            long start = System.nanoTime();
            client.send("GET / HTTP/1.1\r\nHost: a\r\n");

            assertThat(sendUntilClosed(client, "X-A: b\r\n")).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(8));
        }
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        try (TestServer server = TestServer.start(new TestApplication(), TestServer.withTimes(SHORT));
                RawClient client = server.connect()) {
            client.send("POST /mirror HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");

            assertThat(sendUntilClosed(client, "x")).isTrue();
        }
    }

    private static boolean sendUntilClosed(RawClient client, String bytes) throws IOException {
        return sendUntilClosed(client, bytes, 50);
    }

    private static boolean sendUntilClosed(RawClient client, String bytes, long everyMillis) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            try {
                client.send(bytes);
            } catch (SocketException closed) {
                return true;
            }
            LockSupport.parkNanos(everyMillis * 1_000_000);
        }
        return false;
    }

    @Test
    void aConnectionThatSaysNothingIsClosed() throws IOException {
        try (TestServer server = TestServer.start(new TestApplication(), TestServer.withTimes(SHORT));
                RawClient silent = server.connect();
                RawClient kept = server.connect()) {
            assertThat(kept.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                    .isEqualTo(200);

            assertThat(silent.isClosedByServer()).isTrue();
            assertThat(kept.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOff() throws IOException {
        try (TestServer server = TestServer.start(new TestApplication(), TestServer.withTimes(SHORT));
                RawClient client = server.connect()) {
            client.send("GET /large/50000000 HTTP/1.1\r\nHost: a\r\n\r\n");
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (server.connections() > 0 && System.nanoTime() < end) {
                LockSupport.parkNanos(50_000_000);
            }

            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void anAnnouncedBodyThatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
        try (TestServer server = TestServer.start()) {
            for (String length : List.of("10485761", "67108864", "2147483648", "99999999999999999999999")) {
                RawClient.Reply reply = RawClient.exchange(
                        server.uri(), "POST /mirror HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");

                requireTooLarge(reply, 10_485_760);
            }
        }
    }

    @Test
    void bodiesCostNoMoreMemoryThanHasArrivedAndIsAllowed() throws IOException {
        Map<String, String> small =
                Map.of("ALOFT_INDEX", TestApplication.class.getName(), "JAVA_TOOL_OPTIONS", "-Xmx64m");
        List<RawClient> clients = new ArrayList<>();
        try (ChildProcess main = ChildProcess.start(Main.class, small, "--port=0")) {
            String ready = main.line();
            URI server = URI.create("http://127.0.0.1:" + ready.substring(ready.lastIndexOf(':') + 1));
            for (int i = 0; i < 100; i++) {
                clients.add(new RawClient(server)
                        .send("POST /mirror HTTP/1.1\r\nHost: a\r\nContent-Length: 10485760\r\n\r\nx"));
            }

            requireTooLarge(sendInChunks(server, 64 * 1024 * 1024), 10_485_760);
            assertThat(RawClient.exchange(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .text())
                    .isEqualTo("root");
            assertThat(main.errors()).doesNotContain("OutOfMemoryError");
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    private static void requireTooLarge(RawClient.Reply reply, int limit) {
        requireRefusal(
                reply,
                413,
                "ALOFT-313",
                "The body is larger than " + limit + " bytes. Start with --max-body to accept more.");
    }

    private static void requireRefusal(RawClient.Reply reply, int status, String code, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.text())
                .endsWith("\"status\":" + status + ",\"detail\":\"" + detail + "\",\"code\":\"" + code + "\"}");
    }

    private static RawClient.Reply sendInChunks(URI server, int length) throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(US_ASCII);
        try (RawClient client = new RawClient(server)) {
            client.send("POST /mirror HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int sent = 0; sent < length; sent += 0x10000) {
                client.send(chunk);
            }
            return client.read();
        }
    }

    @Test
    void aBodyAtTheLimitIsRead() throws IOException {
        try (TestServer server = TestServer.start(new TestApplication(), ServerLimits.withBodyLength(1000))) {
            String head = "POST /mirror HTTP/1.1\r\nHost: a\r\n";

            assertThat(RawClient.exchange(server.uri(), head + "Content-Length: 1000\r\n\r\n" + "x".repeat(1000))
                            .body())
                    .hasSize(1000);
            assertThat(RawClient.exchange(
                                    server.uri(),
                                    head + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n" + "x".repeat(1000)
                                            + "\r\n0\r\n\r\n")
                            .body())
                    .hasSize(1000);
            String longer = head + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n" + "x".repeat(1000) + "\r\n1\r\nx\r\n";
            requireTooLarge(RawClient.exchange(server.uri(), longer), 1000);
        }
    }

    @Test
    void largeHeadsAreRefusedWithAStatus() throws IOException {
        try (TestServer server = TestServer.start()) {
            String get = "GET / HTTP/1.1\r\nHost: a\r\n";

            requireTooLargeHead(server, get + "X-A: b\r\n".repeat(10_000) + "\r\n", "200 lines");
            requireTooLargeHead(server, get + "X-A: " + "b".repeat(1_000_000) + "\r\n\r\n", "65536 bytes");
            requireTooLargeHead(server, get + "X".repeat(1_000_000) + ": b\r\n\r\n", "65536 bytes");
            for (String request :
                    List.of("GET /" + "a".repeat(1_000_000) + " HTTP/1.1\r\n\r\n", "X".repeat(1_000_000))) {
                requireRefusal(
                        RawClient.exchange(server.uri(), request),
                        414,
                        "ALOFT-315",
                        "The path with its query is longer than 16384 characters.");
            }
            assertThat(status(server, get + "X-A: " + "b".repeat(60_000) + "\r\n\r\n"))
                    .isEqualTo(200);
            assertThat(status(server, "GET /tell/" + "a".repeat(16_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                    .isEqualTo(200);
        }
    }

    private static void requireTooLargeHead(TestServer server, String request, String limit) throws IOException {
        RawClient.Reply reply = RawClient.exchange(server.uri(), request);
        requireRefusal(reply, 431, "ALOFT-315", "The headers are more than " + limit + ".");
    }

    private static int status(TestServer server, String request) throws IOException {
        return RawClient.exchange(server.uri(), request).status();
    }

    @Test
    void moreConnectionsThanThreadsAreTurnedAway() throws IOException {
        try (TestServer server = TestServer.start(new TestApplication(), TestServer.withConnections(2));
                RawClient first = server.connect();
                RawClient second = server.connect()) {
            assertThat(first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                    .isEqualTo(200);
            assertThat(second.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                    .isEqualTo(200);

            try (RawClient third = server.connect()) {
                requireRefusal(third.read(), 503, "ALOFT-316", "The server has 2 connections, as many as it takes.");
                assertThat(third.isClosedByServer()).isTrue();
            }
            assertThat(first.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                    .isEqualTo(200);
        }
    }
}
