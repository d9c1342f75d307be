package dev.aloft.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.RawClient.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServerHttpTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply send(String request) throws IOException {
        return RawClient.exchange(server.uri(), request);
    }

    private static Reply get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n");
    }

    @Test
    void answersOnLoopbackOnly() {
        assertThat(server.uri().getHost())
                .isEqualTo(InetAddress.getLoopbackAddress().getHostAddress());
    }

    @Test
    void pathAndQueryArriveAsTheyWereSent() throws IOException {
        assertThat(get("/tell/a%20b/caf%C3%A9/%2F;v=1/a+b?q=a+b%2Bc&x=1&x=2&?/:@")
                        .text())
                .startsWith("GET /tell/a%20b/caf%C3%A9/%2F;v=1/a+b ?q=a+b%2Bc&x=1&x=2&?/:@\n")
                .contains("rest=a b/caf\u00e9/%2F;v=1/a+b\n");
    }

    @Test
    void headersArriveInOrderEachLineByItself() throws IOException {
        Reply reply = send("GET /tell/a HTTP/1.1\r\nHost: a\r\nX-B: 1\r\nx-a:2\r\nX-B: \t3, 4 \r\nX-Empty:\r\n"
                + "Cookie: a=1; b=2\r\nCookie: c=3\r\n\r\n");

        assertThat(reply.text())
                .contains("host: a\nx-b: 1\nx-a: 2\nx-b: 3, 4\nx-empty: \ncookie: a=1; b=2\ncookie: c=3\n")
                .contains("cookie a=1\ncookie b=2\ncookie c=3\n");
    }

    @Test
    void answerHeadersAreSentLineByLine() throws IOException {
        Reply reply = get("/cookies");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.head())
                .contains("set-cookie: a=1; Secure; HttpOnly; SameSite=Lax\r\n"
                        + "set-cookie: b=2; Secure; HttpOnly; SameSite=Lax\r\nx-tag: a\r\nx-tag: b\r\n");
    }

    @Test
    void everyByteSurvivesBothWays() throws IOException {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 256; c++) {
            all.append(c);
        }

        Reply reply = send(
                "POST /mirror HTTP/1.1\r\nHost: a\r\nContent-Type: image/png\r\nContent-Length: 256\r\n\r\n" + all);

        assertThat(new String(reply.body(), ISO_8859_1)).isEqualTo(all.toString());
        assertThat(reply.has("content-type: image/png")).isTrue();
        assertThat(reply.has("content-length: 256")).isTrue();
    }

    @Test
    void bodiesInChunksAreReadWithExtensionsAndTrailers() throws IOException {
        Reply reply = send("POST /mirror HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
                + "3;name=value\r\nabc\r\n00A\r\n0123456789\r\n0\r\nX-Sum: 1\r\n\r\n");

        assertThat(reply.text()).isEqualTo("abc0123456789");
    }

    @Test
    void bodiesOfOneMegabyteComeAndGo() throws IOException {
        String body = "x".repeat(1_000_000);

        Reply reply = send("POST /mirror HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n" + body);

        assertThat(reply.text()).isEqualTo(body);
        assertThat(get("/large/1000000").body()).hasSize(1_000_000);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws IOException {
        try (RawClient client = server.connect()) {
            Reply head =
                    client.send("HEAD /large/100 HTTP/1.1\r\nHost: a\r\n\r\n").read(false);

            assertThat(head.status()).isEqualTo(200);
            assertThat(head.has("content-type: text/plain; charset=utf-8")).isTrue();
            assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n").read().text())
                    .isEqualTo("root");
        }
        assertThat(server.errors()).doesNotContain("HEAD");
    }

    @Test
    void statusesWithoutBodyHaveNoLength() throws IOException {
        for (int status : List.of(204, 304)) {
            try (RawClient client = server.connect()) {
                Reply reply = client.send("GET /status/" + status + " HTTP/1.1\r\nHost: a\r\n\r\n")
                        .read(false);

                assertThat(reply.status()).isEqualTo(status);
                assertThat(reply.head()).doesNotContain("content-length", "content-type");
                assertThat(client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                                .read()
                                .text())
                        .isEqualTo("root");
            }
        }
    }

    @Test
    void statusWithoutANameIsNamedByItsClass() throws IOException {
        assertThat(get("/status/201").head()).startsWith("HTTP/1.1 201 Created\r\n");
        assertThat(get("/status/299").head()).startsWith("HTTP/1.1 299 Success\r\n");
    }

    @Test
    void unknownPathsAndMethodsAreProblems() throws IOException {
        assertThat(get("/favicon.ico").status()).isEqualTo(404);
        assertThat(get("/robots.txt").text()).contains("\"status\":404");
        Reply other = send("DELETE /boom HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(other.status()).isEqualTo(405);
        assertThat(other.has("allow: GET, HEAD")).isTrue();
        assertThat(send("BREW /boom HTTP/1.1\r\nHost: a\r\n\r\n").status()).isEqualTo(405);
    }

    @Test
    void aConnectionServesManyRequestsEvenIfTheyComeAtOnce() throws IOException {
        try (RawClient client = server.connect()) {
            client.send(
                    "GET / HTTP/1.1\r\nHost: a\r\n\r\n\r\nPOST /mirror HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"
                            + "GET /status/201 HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, CLOSE\r\n\r\n");

            assertThat(client.read().text()).isEqualTo("root");
            assertThat(client.read().text()).isEqualTo("abc");
            Reply last = client.read();
            assertThat(last.status()).isEqualTo(201);
            assertThat(last.has("connection: close")).isTrue();
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void theOldVersionIsAnsweredOnceWithOrWithoutHost() throws IOException {
        try (RawClient client = server.connect()) {
            assertThat(client.send("GET / HTTP/1.0\r\n\r\n").read().text()).isEqualTo("root");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void aClientThatAsksFirstIsToldToContinue() throws IOException {
        String head = "POST /mirror HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: ";
        try (RawClient client = server.connect()) {
            assertThat(client.send(head + "3\r\n\r\n").read().status()).isEqualTo(100);
            assertThat(client.send("abc").read().text()).isEqualTo("abc");
        }
        assertThat(send(head + "99999999\r\n\r\n").status()).isEqualTo(413);
    }

    @Test
    void answersCarryTheDate() throws IOException {
        assertThat(get("/").head())
                .containsPattern("\r\ndate: [A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} 20\\d\\d \\d\\d:\\d\\d:\\d\\d GMT\r\n");
    }

    @Test
    void theContextTellsWhatThereIs() throws IOException {
        assertThat(get("/context").text())
                .matches("context local red Optional.empty true OptionalInt.empty false false 127.0.0.1 (true|false)");
    }

    @Test
    void oneLinePerRequestTellsFunctionAndColdStart() throws IOException {
        TestServer fresh = TestServer.start();
        for (String target : List.of("/favicon.ico", "/", "/")) {
            RawClient.exchange(fresh.uri(), "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        }
        fresh.close();

        assertThat(fresh.out().lines())
                .map(line -> line.replaceAll("\\d+ ms", "N ms"))
                .containsExactly("GET /favicon.ico 404 N ms", "GET / 200 N ms root cold", "GET / 200 N ms root");
    }

    @Test
    void smallAnswersDoNotWaitForTheClientsAcknowledgement() throws IOException {
        long fastest = Long.MAX_VALUE;
        try (RawClient client = server.connect()) {
            for (int i = 0; i < 30; i++) {
                long start = System.nanoTime();
                client.send("POST /mirror HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n")
                        .send("abc");
                client.read();
                fastest = Math.min(fastest, System.nanoTime() - start);
            }
        }

        assertThat(Duration.ofNanos(fastest)).isLessThan(Duration.ofMillis(30));
    }

    @Test
    void manyClientsAtOnceGetTheirOwnAnswers() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String body = "body-" + i + "-".repeat(i * 500);
            runs.add(threads.submit(() -> {
                for (int j = 0; j < 20; j++) {
                    HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/mirror"))
                            .POST(BodyPublishers.ofString(body))
                            .build();
                    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                    assertThat(response.body()).isEqualTo(body);
                }
                return null;
            }));
        }

        for (Future<?> run : runs) {
            run.get();
        }
        threads.shutdown();
    }

    @Test
    void distinctPathsAndHeadersLeaveNothingBehind() throws IOException {
        sendDistinct(0, 2_000);
        long before = usedHeap();

        sendDistinct(2_000, 12_000);

        assertThat(usedHeap() - before).isLessThan(5_000_000);
    }

    private static void sendDistinct(int from, int to) throws IOException {
        try (RawClient client = server.connect()) {
            for (int i = from; i < to; i++) {
                client.send("GET /missing/" + i + " HTTP/1.1\r\nHost: h" + i + "\r\nX-Name-" + i + ": " + i
                                + "\r\n\r\n")
                        .read();
            }
        }
    }

    private static long usedHeap() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
