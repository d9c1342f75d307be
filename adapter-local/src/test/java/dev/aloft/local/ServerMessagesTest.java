package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.Message;
import dev.aloft.Rejected;
import dev.aloft.local.RawClient.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServerMessagesTest {
    private final BlockingQueue<Message<?>> seen = new LinkedBlockingQueue<>();
    private final TestServer server = TestServer.eager(Functions.builder()
            .queue("ship-order", "orders", Body.class, (message, context) -> {
                seen.add(message);
                switch (message.payload().text()) {
                    case "reject" -> throw new Rejected("no such customer");
                    case "fail" -> throw new IllegalStateException("secret=\"abc\"\n2026 ERROR forged");
                    default -> {}
                }
            })
            .topic("mail", "news", String.class, (message, context) -> seen.add(message))
            .topic("post", "news", String.class, (message, context) -> seen.add(message))
            .stream("count", "clicks", String.class, (message, context) -> seen.add(message))
            .queue("one", "shared", String.class, (message, context) -> {})
            .queue("two", "shared", String.class, (message, context) -> {})
            .http("catch-all", "GET", "/{rest...}", (request, context) -> HttpResponse.ok("function"))
            .build());

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply send(String method, String target, String headers, String body) throws IOException {
        return RawClient.exchange(
                server.uri(),
                method + " " + target + " HTTP/1.1\r\nHost: localhost:"
                        + server.uri().getPort() + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                        + body);
    }

    private Reply post(String target, String body) throws IOException {
        return send("POST", target, "", body);
    }

    private Message<?> nextSeen() throws InterruptedException {
        Message<?> message = seen.poll(30, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    /** Waits until the report of a source has a text; what a function does and what the report shows are two moments. */
    private String report(String target, String text) throws IOException {
        String report = send("GET", target, "", "").text();
        while (!report.contains(text)) {
            LockSupport.parkNanos(5_000_000);
            report = send("GET", target, "", "").text();
        }
        return report;
    }

    @Test
    void aPostedBodyIsDeliveredWithTypeAttributesAndId() throws Exception {
        Reply reply = send(
                "POST",
                "/_local/queues/orders?key=ada",
                "Content-Type: text/x; charset=utf-8\r\nAloft-Attribute: tenant=acme=1\r\nAloft-Attribute: name=Zo\u00c3\u00ab\r\n"
                        + "aloft-attribute: tenant=\r\nAloft-Message-Id: m-1\r\n",
                "Zo\u00c3\u00ab");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.has("content-type: application/json")).isTrue();
        assertThat(reply.text()).isEqualTo("{\"id\":\"m-1\"}");
        Message<?> message = nextSeen();
        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.body().text()).isEqualTo("Zo\u00eb");
        assertThat(message.contentType()).contains("text/x; charset=utf-8");
        assertThat(message.attributes().all("tenant")).containsExactly("acme=1", "");
        assertThat(message.attribute("name")).contains("Zo\u00eb");
        assertThat(message.orderingKey()).contains("ada");
        assertThat(message.attempt()).hasValue(1);
    }

    @Test
    void idsAreMadeWhereNoneIsGiven() throws Exception {
        String first = post("/_local/queues/orders", "a").text();
        String second = post("/_local/queues/orders", "a").text();

        assertThat(first).matches("\\{\"id\":\"[0-9a-z]+-\\d+\"}").isNotEqualTo(second);
        assertThat(first).contains(nextSeen().id());
    }

    @Test
    void aTopicReachesAllItsFunctionsAndAStreamItsKey() throws Exception {
        assertThat(post("/_local/topics/news", "a").status()).isEqualTo(202);
        assertThat(nextSeen().id()).isEqualTo(nextSeen().id());

        assertThat(post("/_local/streams/clicks?key=a%20b", "c").status()).isEqualTo(202);
        assertThat(nextSeen().orderingKey()).contains("a b");
        Reply withoutKey = post("/_local/streams/clicks", "c");
        assertThat(withoutKey.status()).isEqualTo(400);
        assertThat(withoutKey.text())
                .contains(
                        "\"code\":\"ALOFT-129\"",
                        "The message was not sent: a stream's record needs a key: add ?key= to the path.");
    }

    @Test
    void reportHasCountsAndReasonsButNoPayload() throws Exception {
        send("POST", "/_local/queues/orders", "Aloft-Message-Id: m-1\r\n", "reject");
        send("POST", "/_local/queues/orders", "Aloft-Message-Id: m-2\r\n", "fail");
        send("POST", "/_local/queues/orders", "Aloft-Message-Id: m-3\r\n", "hello-payload");

        report("/_local/queues/orders", "\"id\":\"m-2\"");
        String report = report("/_local/queues/orders", "\"waiting\":0,\"handled\":1");
        assertThat(report)
                .isEqualTo("{\"queue\":\"orders\",\"functions\":[{\"name\":\"ship-order\",\"waiting\":0,\"handled\":1,"
                        + "\"deadLetters\":[{\"id\":\"m-1\",\"attempts\":1,\"reasonType\":\"dev.aloft.Rejected\","
                        + "\"reason\":\"no such customer\"},{\"id\":\"m-2\",\"attempts\":5,"
                        + "\"reasonType\":\"java.lang.IllegalStateException\","
                        + "\"reason\":\"secret=\\\"abc\\\"\\n2026 ERROR forged\"}]}]}");
        assertThat(RawClient.exchange(
                                server.uri(),
                                "HEAD /_local/queues/orders HTTP/1.1\r\nHost: localhost:"
                                        + server.uri().getPort() + "\r\n\r\n")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void consoleHasOneLinePerDelivery() throws Exception {
        post("/_local/queues/orders", "hello");
        post("/_local/queues/orders", "fail");
        report("/_local/queues/orders", "\"attempts\":5");
        post("/_local/queues/orders", "reject");
        report("/_local/queues/orders", "Rejected");

        assertThat(server.out())
                .containsPattern("POST /_local/queues/orders 202 \\d+ ms\n")
                .containsPattern("queue orders ship-order handled \\d+ ms\n")
                .contains(
                        "queue orders ship-order failed, attempt 1 of 5\n",
                        "queue orders ship-order failed, attempt 4 of 5\n",
                        "queue orders ship-order dead-lettered after attempt 5 of 5\n",
                        "queue orders ship-order dead-lettered after attempt 1 of 5\n")
                .doesNotContain(
                        "attempt 5 of 5\nqueue orders ship-order failed, attempt 6", "hello", "no such customer");
        assertThat(server.errors())
                .contains("ERROR Function ship-order rejected message ", "\\u000a2026 ERROR forged")
                .doesNotContain("\n2026");
    }

    @Test
    void unknownNamesPathsAndMethodsAreProblems() throws Exception {
        Reply unknown = post("/_local/queues/order", "a");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.has("content-type: application/problem+json")).isTrue();
        assertThat(unknown.text())
                .contains(
                        "\"code\":\"ALOFT-123\"",
                        "There is no queue named order. Declared: [queue orders, queue shared, stream")
                .contains("\"status\":404");
        assertThat(post("/_local/queues/a%0Ab", "a").text()).contains("ALOFT-123");

        assertThat(post("/_local/queues/shared", "a").status()).isEqualTo(409);
        assertThat(post("/_local/queues/shared", "a").text()).contains("\"code\":\"ALOFT-124\"");

        for (String path :
                new String[] {"/_local/queues", "/_local/queues/orders/", "/_local/events/", "/_local/Queues/orders"}) {
            Reply lost = post(path, "a");
            assertThat(lost.status()).as(path).isEqualTo(404);
            assertThat(lost.text())
                    .contains(
                            "\"code\":\"ALOFT-127\"",
                            "The request is not understood: there is no such path under /_local. There are /_local/queues/{name}, "
                                    + "/_local/topics/{name}, /_local/streams/{name}?key={key}, /_local/storage/{bucket}/{key}, "
                                    + "/_local/schedules/{function}, /_local/databases/{name}, /_local/events, /_local/dead-letters/{function} and"
                                    + " the page /_local/.");
        }
        Reply delete = send("DELETE", "/_local/queues/orders", "", "");
        assertThat(delete.status()).isEqualTo(405);
        assertThat(delete.has("allow: GET, HEAD, POST")).isTrue();
        assertThat(delete.text()).contains("the methods there are GET, HEAD, POST");
        assertThat(seen).isEmpty();
    }

    @Test
    void aMessageThatCannotBeSentAsItIsIsRefused() throws Exception {
        for (String header : new String[] {"Aloft-Attribute: tenant", "Aloft-Attribute: =x", "Aloft-Attribute:"}) {
            Reply reply = send("POST", "/_local/queues/orders", header + "\r\n", "a");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text())
                    .contains(
                            "ALOFT-129", "The message was not sent: an Aloft-Attribute is not of the form name=value.");
        }
        assertThat(send("POST", "/_local/queues/orders", "Aloft-Message-Id: \r\n", "a")
                        .text())
                .contains("ALOFT-129", "The message was not sent: its Aloft-Message-Id is blank.");
        assertThat(post("/_local/queues/orders?key=%zz", "a").text()).contains("ALOFT-306");
        assertThat(send("GET", "/_local/queues/orders", "", "").text()).contains("\"waiting\":0,\"handled\":0");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAndNotSent() throws Exception {
        Reply reply = RawClient.exchange(
                server.uri(),
                "POST /_local/queues/orders HTTP/1.1\r\nHost: localhost:"
                        + server.uri().getPort() + "\r\nContent-Length: 10485761\r\n\r\n");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).contains("ALOFT-313");
        assertThat(send("GET", "/_local/queues/orders", "", "").text()).contains("\"waiting\":0,\"handled\":0");
    }

    @Test
    void functionsKeepAllOtherPaths() throws Exception {
        assertThat(send("GET", "/_locale/queues", "", "").text()).isEqualTo("function");
        assertThat(send("GET", "/x/_local/queues/orders", "", "").text()).isEqualTo("function");
        assertThat(send("GET", "/%5Flocal/queues/orders", "", "").text()).isEqualTo("function");
    }

    @Test
    void aMessageIsAnsweredBeforeItsFunctionIsDone() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Functions slow = Functions.builder()
                .queue("slow", "orders", String.class, (message, context) -> {
                    goOn.await();
                    done.countDown();
                })
                .build();
        try (TestServer other = TestServer.eager(slow)) {
            Reply reply = RawClient.exchange(
                    other.uri(),
                    "POST /_local/queues/orders HTTP/1.1\r\nHost: 127.0.0.1:"
                            + other.uri().getPort() + "\r\nContent-Length: 1\r\n\r\na");

            assertThat(reply.status()).isEqualTo(202);
            assertThat(done.getCount()).isEqualTo(1);
            goOn.countDown();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatWaitsWhenTheServerStopsIsReported() throws Exception {
        LocalFunctions functions = Calm.of(
                Functions.builder()
                        .queue("busy", "orders", String.class, (message, context) -> {
                            seen.add(message);
                            throw new IllegalStateException();
                        })
                        .build(),
                "1h");
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        LocalServer one = LocalServer.start(
                functions,
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                TestServer.LIMITS,
                new Console(new PrintStream(OutputStream.nullOutputStream()), new PrintStream(errors, true)));

        functions.queue("orders").send("a");
        nextSeen();
        one.close();
        one.close();

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("Messages and events that were still waiting when the server stopped: 1");
    }
}
