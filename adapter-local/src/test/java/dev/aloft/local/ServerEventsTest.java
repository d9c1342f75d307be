package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.Rejected;
import dev.aloft.local.RawClient.Reply;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CloudEvents posted to the local server. */
@Timeout(60)
class ServerEventsTest {
    private static final String BINARY = "ce-specversion: 1.0\r\nce-id: e-1\r\nce-source: /shop\r\nce-type: ";
    private static final String STRUCTURED = "Content-Type: application/cloudevents+json; charset=utf-8\r\n";

    private final BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final TestServer server = TestServer.eager(Functions.builder()
            .event("count-orders", List.of("com.acme.placed"), (event, context) -> seen.add(event))
            .event("audit", List.of("com.acme.placed", "com.acme.refused"), (event, context) -> {
                throw new Rejected("no room for " + event.type());
            })
            .queue("ship-order", "orders", String.class, (message, context) -> messages.add(message.payload()))
            .build());

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply send(String method, String headers, String body) throws IOException {
        return RawClient.exchange(
                server.uri(),
                method + " /_local/events HTTP/1.1\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n"
                        + body);
    }

    private Reply post(String headers, String body) throws IOException {
        return send("POST", host() + headers, body);
    }

    private String host() {
        return "Host: localhost:" + server.uri().getPort() + "\r\n";
    }

    private Event nextSeen() throws InterruptedException {
        Event event = seen.poll(30, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    @Test
    void anEventInHeadersIsDelivered() throws Exception {
        Reply reply = post(
                BINARY + "com.acme.placed\r\nce-subject: caf%C3%A9\r\nContent-Type: application/json\r\n",
                "{\"n\": 1.50}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.text()).isEqualTo("{\"id\":\"e-1\"}");
        Event event = nextSeen();
        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.source()).isEqualTo("/shop");
        assertThat(event.type()).isEqualTo("com.acme.placed");
        assertThat(event.subject()).contains("caf\u00e9");
        assertThat(event.contentType()).contains("application/json");
        assertThat(event.data().text()).isEqualTo("{\"n\": 1.50}");
    }

    @Test
    void anEventInJsonIsDelivered() throws Exception {
        Reply reply = post(
                STRUCTURED,
                "{\"specversion\":\"1.0\",\"id\":\"e-2\",\"source\":\"/shop\",\"type\":\"com.acme.placed\",\"tenant\":\"acme\","
                        + "\"data\":{\"n\": 1.50}}");

        assertThat(reply.status()).isEqualTo(202);
        Event event = nextSeen();
        assertThat(event.id()).isEqualTo("e-2");
        assertThat(event.extensions()).containsEntry("tenant", "acme");
        assertThat(event.data().text()).isEqualTo("{\"n\": 1.50}");
    }

    @Test
    void whatHasBecomeOfEventsIsShownFunctionByFunction() throws Exception {
        post(BINARY + "com.acme.placed\r\n", "secret");

        String report = send("GET", host(), "").text();
        while (!report.contains("deadLetters\":[{") || !report.contains("\"handled\":1")) {
            LockSupport.parkNanos(5_000_000);
            report = send("GET", host(), "").text();
        }

        assertThat(report)
                .isEqualTo("{\"functions\":[{\"name\":\"count-orders\",\"waiting\":0,\"handled\":1,\"deadLetters\":[]},"
                        + "{\"name\":\"audit\",\"waiting\":0,\"handled\":0,\"deadLetters\":[{\"id\":\"e-1\",\"attempts\":1,"
                        + "\"reasonType\":\"dev.aloft.Rejected\",\"reason\":\"no room for com.acme.placed\"}]}]}");
        assertThat(server.out()).containsPattern("events count-orders handled \\d+ ms\n");
        assertThat(server.out() + server.errors()).doesNotContain("secret");
    }

    @Test
    void anEventThatNobodyTakesIsRefused() throws Exception {
        Reply reply = post(BINARY + "com.acme.evil\r\n", "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text())
                .contains("\"code\":\"ALOFT-125\"", "No function takes events of the type com.acme.evil from /shop.");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type: application/json\r\n",
                "Content-Type: application/cloudevents-batch+json\r\n",
                "Content-Type: application/cloudevents+avro\r\n"
            })
    void whatIsNoSingleCloudEventIsRefused(String headers) throws Exception {
        Reply reply = post(headers, "[]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.has("content-type: application/problem+json")).isTrue();
        assertThat(reply.text())
                .contains(
                        "\"code\":\"ALOFT-129\"",
                        "The event was not sent: the request is no single CloudEvent. Send the headers ce-specversion,");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ce-specversion: 1.0~ce-source: /s~ce-type: com.acme.placed~ | x | ALOFT-230",
                "Content-Type: application/cloudevents+json~ | {\"specversion\":\"1.0\",\"id\":\"e-1\"} | ALOFT-230",
                "Content-Type: application/cloudevents+json~ | {\"specversion\" | ALOFT-201"
            })
    void anEventThatIsBrokenIsRefused(String headers, String body, String code) throws Exception {
        Reply reply = post(headers.replace("~", "\r\n"), body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"" + code + "\"");
        assertThat(seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/s\",\"type\":\"com.acme.placed\"}",
                "{\"httpMethod\":\"GET\",\"path\":\"/\"}",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}",
                "{\"payload\":{\"id\":\"o-1\"}}"
            })
    void aMessageThatImitatesAnEventIsAPayload(String payload) throws Exception {
        RawClient.exchange(
                server.uri(),
                "POST /_local/queues/orders HTTP/1.1\r\n" + host() + STRUCTURED + "Content-Length: " + payload.length()
                        + "\r\n\r\n" + payload);

        assertThat(messages.poll(30, TimeUnit.SECONDS)).isEqualTo(payload);
        assertThat(seen).isEmpty();
    }

    @Test
    void anotherMethodIsRefused() throws Exception {
        Reply reply = send("PUT", host(), "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.has("allow: GET, HEAD, POST")).isTrue();
    }

    @Test
    void onlyThisMachineMaySend() throws Exception {
        String event = BINARY + "com.acme.placed\r\n";

        assertThat(send("POST", "Host: evil.example\r\n" + event, "").status()).isEqualTo(403);
        assertThat(post("Origin: http://evil.example\r\n" + event, "").status()).isEqualTo(403);
        assertThat(send("GET", "Host: evil.example\r\n", "").status()).isEqualTo(403);
        assertThat(seen).isEmpty();
    }
}
