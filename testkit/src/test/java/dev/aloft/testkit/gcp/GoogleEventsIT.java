package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and events through Google's own invoker, by both signatures. */
class GoogleEventsIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final PubSubEncoder PUSH = PubSubEncoder.push("projects/p/subscriptions/orders");
    private static final PubSubEncoder UNWRAPPED = PubSubEncoder.unwrapped("projects/p/subscriptions/orders");
    private static final PubSubEncoder BINARY = PubSubEncoder.binaryEvent("projects/p/topics/orders");
    private static final PubSubEncoder STRUCTURED = PubSubEncoder.structuredEvent("projects/p/topics/orders");

    @TempDir
    static Path folder;

    private static GoogleInvokerHarness http;
    private static GoogleInvokerHarness cloudEvent;

    /** By which signature the function is called. */
    enum Signature {
        HTTP,
        CLOUD_EVENT;

        GoogleInvokerHarness server() {
            return this == HTTP ? http : cloudEvent;
        }
    }

    @BeforeAll
    static void start() throws IOException {
        http = GoogleServer.builder(folder, EventApplication.class, Map.of()).start();
        cloudEvent = GoogleServer.builder(folder, EventApplication.class, Map.of())
                .signatureType("cloudevent")
                .start();
    }

    @AfterAll
    static void stop() {
        if (http != null) {
            http.close();
        }
        if (cloudEvent != null) {
            cloudEvent.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void envelopeIsOpenedAndThePayloadDecoded(Signature signature) throws IOException {
        Message<Body> order = order("open-" + signature, "{\"id\":\"o-1\"}");

        assertAcknowledged(send(BINARY.encode(order), signature.server()), signature);

        assertPrinted(
                signature.server(),
                "message open-" + signature + " of orders: {\"id\":\"o-1\"}, attempt 3, tenant acme, trace ");
    }

    @ParameterizedTest
    @EnumSource
    void structuredEventArrives(Signature signature) throws IOException {
        assertAcknowledged(
                send(STRUCTURED.encode(order("structured-" + signature, "x")), signature.server()), signature);

        assertPrinted(signature.server(), "message structured-" + signature + " of orders: x, attempt 3, tenant acme");
    }

    @ParameterizedTest
    @EnumSource
    void bytesArriveAsBytes(Signature signature) throws IOException {
        byte[] bytes = {0, (byte) 0xff, (byte) 0x80, '\n'};
        Message<Body> message = Message.builder("bytes-" + signature, bytes).build();

        send(PubSubEncoder.binaryEvent("projects/p/topics/blobs").encode(message), signature.server());

        assertPrinted(signature.server(), "bytes bytes-" + signature + ": 00ff800a");
    }

    @ParameterizedTest
    @EnumSource
    void messageThatCannotBeReadIsNotAcknowledged(Signature signature) throws IOException {
        Message<Body> message = order("unreadable-" + signature, "{\"id\":\"o-1\"}");

        HttpReply reply =
                send(PubSubEncoder.binaryEvent("projects/p/topics/durations").encode(message), signature.server());

        assertThat(reply.status()).isEqualTo(500);
        assertThat(signature.server().output()).doesNotContain("read PT");
    }

    @ParameterizedTest
    @CsvSource({"HTTP, fail", "HTTP, error", "CLOUD_EVENT, fail", "CLOUD_EVENT, error"})
    void whatIsThrownIsNotAcknowledged(Signature signature, String payload) throws IOException {
        String id = payload + "-" + signature;

        HttpReply reply = send(BINARY.encode(order(id, payload)), signature.server());

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).doesNotContain("secret");
        assertPrinted(signature.server(), "Function print-message did not handle message " + id + ": java.lang.");
    }

    @ParameterizedTest
    @EnumSource
    void rejectedMessageIsAcknowledgedAndLogged(Signature signature) throws IOException {
        String id = "reject-" + signature;

        assertAcknowledged(send(BINARY.encode(order(id, "reject")), signature.server()), signature);

        assertPrinted(
                signature.server(), "Function print-message rejected message " + id + ": dev.aloft.Rejected: no such");
    }

    @ParameterizedTest
    @EnumSource
    void eventOfNobodyIsNotAcknowledged(Signature signature) throws IOException {
        HttpReply reply = send(
                PubSubEncoder.binaryEvent("projects/p/topics/unknown").encode(order("1", "x")), signature.server());

        assertThat(reply.status()).isEqualTo(500);
        assertPrinted(signature.server(), "ALOFT-207 No function declares the source google:pubsub");
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherEventArrives(Signature signature) throws IOException {
        Event event = Event.builder("any-" + signature, "/shop", "com.acme.placed")
                .data("{\"n\": 1.50}".getBytes(StandardCharsets.UTF_8), "application/json")
                .build();

        assertAcknowledged(send(CloudEventEncoder.binary(event), signature.server()), signature);

        assertPrinted(signature.server(), "event any-" + signature + " of /shop, subject -: {\"n\": 1.50}");
    }

    @Test
    void wrappedAndUnwrappedPushAndTaskArrive() throws IOException {
        assertAcknowledged(send(PUSH.encode(order("wrapped", "a")), http), Signature.HTTP);
        assertAcknowledged(send(UNWRAPPED.encode(order("unwrapped", "b")), http), Signature.HTTP);
        assertAcknowledged(send(CloudTasksEncoder.encode(order("task", "c")), http), Signature.HTTP);

        assertPrinted(http, "message wrapped of orders: a, attempt 3, tenant acme");
        assertPrinted(http, "message unwrapped of orders: b, attempt 0, tenant acme");
        assertPrinted(http, "message task of orders: c, attempt 3, tenant acme");
    }

    @Test
    void messageOfAttributesOnlyArrives() throws IOException {
        assertThat(send(PUSH.encode(order("empty", "")), http).status()).isEqualTo(204);

        assertPrinted(http, "message empty of orders: , attempt 3, tenant acme");
    }

    @Test
    void delayIsAskedFor() throws IOException {
        HttpReply reply = send(CloudTasksEncoder.encode(order("later", "later")), http);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.value("retry-after")).contains("90");
        assertThat(reply.text()).contains("\"code\":\"ALOFT-420\"");
    }

    @Test
    void batchArrivesAndComesBackAsAWhole() throws IOException {
        List<Message<Body>> orders = List.of(order("batch-1", "a"), order("batch-2", "fail"), order("batch-3", "b"));

        HttpReply reply = send(PubSubEncoder.batch("projects/p/topics/orders", orders), http);

        assertThat(reply.status()).isEqualTo(500);
        assertPrinted(http, "message batch-1 of orders: a");
        assertPrinted(http, "message batch-3 of orders: b");
        assertThat(send(CloudEventEncoder.batch(List.of()), http).status()).isEqualTo(204);
    }

    @Test
    void subjectWithCommasArrivesByTheHttpSignature() throws IOException {
        Event event = Event.builder("commas", "/shop", "com.acme.placed")
                .subject("objects/a,b, caf\u00e9.txt")
                .build();

        send(CloudEventEncoder.binary(event), http);

        assertPrinted(http, "event commas of /shop, subject objects/a,b, caf\u00e9.txt: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void healthCheckIsNoEvent(String method) throws IOException {
        HttpReply reply = http.send(RawHttpRequest.of(method, "/"));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.value("allow")).contains("POST");
    }

    @Test
    void nameOfTheServiceSelectsItsFunction() throws IOException {
        try (GoogleInvokerHarness selected = GoogleServer.builder(
                        folder, EventApplication.class, Map.of("K_SERVICE", "print-message"))
                .start()) {
            PubSubEncoder any = PubSubEncoder.push("projects/p/subscriptions/any");

            assertThat(send(any.encode(order("selected", "x")), selected).status())
                    .isEqualTo(204);
            assertPrinted(selected, "message selected of any: x");
        }
    }

    private static Message<Body> order(String id, String payload) {
        return Message.builder(id, payload)
                .source("orders")
                .attribute("tenant", "acme")
                .attempt(3)
                .build();
    }

    private static HttpReply send(GoogleRequest request, GoogleInvokerHarness server) throws IOException {
        RawHttpRequest raw = RawHttpRequest.of("POST", "/");
        for (int line = 0; line < request.headers().size(); line++) {
            raw = raw.with(request.headers().name(line), request.headers().value(line));
        }
        return server.send(raw.withBody(request.body()));
    }

    /** The framework answers 200 for an event function that returned. */
    private static void assertAcknowledged(HttpReply reply, Signature signature) {
        assertThat(reply.status()).isEqualTo(signature == Signature.HTTP ? 204 : 200);
    }

    private static void assertPrinted(GoogleInvokerHarness server, String text) {
        assertThat(server.awaitLine(line -> line.contains(text), SOON)).as(text).isPresent();
    }
}
