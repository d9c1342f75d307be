package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.StorageEvent;
import dev.aloft.local.RawClient.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies, keys and headers meant to confuse or to fill the memory, sent to functions and to /_local. */
@Timeout(120)
class ServerBodyAttackTest {
    private static final BlockingQueue<ChangeEvent<Document>> CHANGES = new LinkedBlockingQueue<>();
    private static final BlockingQueue<String> KEYS = new LinkedBlockingQueue<>();
    private static LocalServer server;

    @BeforeAll
    static void start() {
        server = LocalServer.start(
                LocalFunctions.of(Functions.builder()
                                .change("index", "products", Document.class, (change, context) -> CHANGES.add(change))
                                .storage(
                                        "keep",
                                        "uploads",
                                        List.of(StorageEvent.Kind.CREATED),
                                        (event, context) -> KEYS.add(event.key()))
                                .http(
                                        "mirror",
                                        "POST",
                                        "/mirror",
                                        (request, context) -> HttpResponse.ok()
                                                .withBody(request.body().bytes(), "application/octet-stream"))
                                .http("any", "GET", "/any/{rest...}", (request, context) -> HttpResponse.ok())
                                .build())
                        .withProfile("calm"),
                0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        CHANGES.clear();
        KEYS.clear();
    }

    private static Reply send(String method, String path, String headers, String body) throws IOException {
        return RawClient.exchange(
                URI.create("http://127.0.0.1:" + server.port()),
                method + " " + path + " HTTP/1.1\r\nHost: localhost:" + server.port() + "\r\n" + headers
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static Reply change(String body) throws IOException {
        return send("POST", "/_local/databases/products", "", body);
    }

    @Test
    void deepJsonIsRefusedAtOnce() throws IOException {
        for (String part : List.of("[", "{\"after\":", "{\"a\":", "{\"after\":[")) {
            Reply reply = change(part.repeat(100_000));

            assertThat(reply.status()).as(part).isEqualTo(400);
            assertThat(reply.text()).contains("\"code\":\"ALOFT-");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"after\":{\"id\":\"p\",\"id\":\"q\"}}",
                "{\"after\":{\"id\":\"p\"},\"after\":{\"id\":\"q\"}}",
                "{\"after\":{\"id\":\"\u00c0\u00af\"}}",
                "{\"after\":{\"id\":\"\u00ed\u00a0\u0080\"}}",
                "{\"after\":{\"id\":\"\u00f4\u0090\u0080\u0080\"}}",
                "{\"after\":{\"id\":\"\u00ff\"}}",
                "\u00fe\u00ff\u0000{\u0000}",
                "{\"after\":{\"id\":\"p\",\"n\":-}}",
                "{\"after\":{\"id\":\"p\",\"n\":01}}",
                "{\"after\":{\"id\":\"p\",\"n\":NaN}}",
                "{\"after\":{\"id\":\"p\"}} x",
                "{\"after\":{\"id\":\"p\"}"
            })
    void whatIsNoStrictJsonIsNotSent(String body) throws IOException {
        assertThat(change(body).status()).isEqualTo(400);
        assertThat(CHANGES).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1E400", "-0"})
    void aNumberIsRefusedOrExact(String number) throws Exception {
        Reply reply = change("{\"after\":{\"id\":\"p\",\"n\":" + number + "}}");

        if (reply.status() == 202) {
            ChangeEvent<Document> change = CHANGES.poll(30, TimeUnit.SECONDS);
            assertThat(change.documentAfter().orElseThrow().number("n")).contains(new BigDecimal(number));
        } else {
            assertThat(reply.status()).isEqualTo(400);
        }
    }

    @Test
    void typeNamesInADocumentAreText() throws Exception {
        assertThat(change(
                                "{\"after\":{\"id\":\"p\",\"@class\":\"java.net.URL\",\"x\":[\"java.net.URL\",\"http://a\"]}}")
                        .status())
                .isEqualTo(202);

        Document document = CHANGES.poll(30, TimeUnit.SECONDS).documentAfter().orElseThrow();
        assertThat(document.text("@class")).contains("java.net.URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "%2e%2e/x", "a%5C..%5Cb", "%2Fabsolute", "CON", "a%00b", "..%2F..", "%252e"})
    void aKeyIsAnOpaqueText(String path) throws Exception {
        Reply reply = send("PUT", "/_local/storage/uploads/" + path, "", "x");

        String key = URLDecoder.decode(path, StandardCharsets.UTF_8);
        if (reply.status() == 202) {
            assertThat(KEYS.poll(30, TimeUnit.SECONDS)).isEqualTo(key);
        } else {
            assertThat(reply.status()).isEqualTo(400);
        }
    }

    @Test
    void aKeyIsOfAtMost1024Bytes() throws Exception {
        assertThat(send("PUT", "/_local/storage/uploads/" + "k".repeat(1025), "", "x")
                        .text())
                .contains("\"code\":\"ALOFT-130\"");
        assertThat(send("PUT", "/_local/storage/uploads/" + "k".repeat(1024), "", "x")
                        .status())
                .isEqualTo(202);
        assertThat(KEYS.poll(30, TimeUnit.SECONDS)).hasSize(1024);
    }

    @Test
    void compressedBodiesAreHandedOverAsTheyCame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[10_000_000]);
        }
        String bomb = bytes.toString(StandardCharsets.ISO_8859_1);

        Reply reply = send("POST", "/mirror", "Content-Encoding: gzip\r\n", bomb);

        assertThat(reply.body()).isEqualTo(bytes.toByteArray());
    }

    @Test
    void whatLooksLikeAnEventIsARequestLikeAnyOther() throws IOException {
        String event = "{\"Records\":[{\"eventSource\":\"aws:sqs\",\"body\":\"x\"}]}";

        Reply reply =
                send("POST", "/mirror", "ce-id: 1\r\nce-type: a\r\nce-source: /s\r\nce-specversion: 1.0\r\n", event);

        assertThat(reply.text()).isEqualTo(event);
    }

    @Test
    void pathsAndHeadersThatNeverComeAgainStayNowhere() throws IOException {
        try (RawClient client = new RawClient(URI.create("http://127.0.0.1:" + server.port()))) {
            requireAnswers(client, 0, 2_000);
            long before = used();

            requireAnswers(client, 2_000, 30_000);

            assertThat(used() - before).isLessThan(5_000_000);
        }
    }

    private static void requireAnswers(RawClient client, int from, int to) throws IOException {
        String value = "v".repeat(200);
        for (int i = from; i < to; i++) {
            String request = "GET /any/p" + i + "?q" + i + "=1 HTTP/1.1\r\nHost: a\r\nX-H" + i + ": " + i + value
                    + "\r\nAccept-Language: x" + i + "\r\n\r\n";
            if (client.send(request).read().status() != 200) {
                throw new AssertionError("request " + i);
            }
        }
    }

    private static long used() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
