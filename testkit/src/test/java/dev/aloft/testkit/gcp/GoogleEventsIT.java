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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and events through Google's own invoker, by both signatures. */
class GoogleEventsIT extends BothSignatures {
    private static final PubSubEncoder PUSH = PubSubEncoder.push("projects/p/subscriptions/orders");
    private static final PubSubEncoder UNWRAPPED = PubSubEncoder.unwrapped("projects/p/subscriptions/orders");
    private static final PubSubEncoder BINARY = PubSubEncoder.binaryEvent("projects/p/topics/orders");
    private static final PubSubEncoder STRUCTURED = PubSubEncoder.structuredEvent("projects/p/topics/orders");

    GoogleEventsIT() {
        super(EventApplication.class);
    }

    @ParameterizedTest
    @EnumSource
    void envelopeIsOpenedAndThePayloadDecoded(Signature signature) throws IOException {
        Message<Body> order = order("open-" + signature, "{\"id\":\"o-1\"}");

        assertAcknowledged(BINARY.encode(order), signature);

        assertPrinted(
                signature,
                "message open-" + signature + " of orders: {\"id\":\"o-1\"}, attempt 3, tenant acme, trace ");
    }

    @ParameterizedTest
    @EnumSource
    void structuredEventArrives(Signature signature) throws IOException {
        assertAcknowledged(STRUCTURED.encode(order("structured-" + signature, "x")), signature);

        assertPrinted(signature, "message structured-" + signature + " of orders: x, attempt 3, tenant acme");
    }

    @ParameterizedTest
    @EnumSource
    void bytesArriveAsBytes(Signature signature) throws IOException {
        byte[] bytes = {0, (byte) 0xff, (byte) 0x80, '\n'};
        Message<Body> message = Message.builder("bytes-" + signature, bytes).build();

        send(PubSubEncoder.binaryEvent("projects/p/topics/blobs").encode(message), signature);

        assertPrinted(signature, "bytes bytes-" + signature + ": 00ff800a");
    }

    @ParameterizedTest
    @EnumSource
    void messageThatCannotBeReadIsNotAcknowledged(Signature signature) throws IOException {
        Message<Body> message = order("unreadable-" + signature, "{\"id\":\"o-1\"}");

        HttpReply reply =
                send(PubSubEncoder.binaryEvent("projects/p/topics/durations").encode(message), signature);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(server(signature).output()).doesNotContain("read PT");
    }

    @ParameterizedTest
    @CsvSource({"HTTP, fail", "HTTP, error", "CLOUD_EVENT, fail", "CLOUD_EVENT, error"})
    void whatIsThrownIsNotAcknowledged(Signature signature, String payload) throws IOException {
        String id = payload + "-" + signature;

        HttpReply reply = send(BINARY.encode(order(id, payload)), signature);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).doesNotContain("secret");
        assertPrinted(signature, "Function print-message did not handle message " + id + ": java.lang.");
    }

    @ParameterizedTest
    @EnumSource
    void rejectedMessageIsAcknowledgedAndLogged(Signature signature) throws IOException {
        String id = "reject-" + signature;

        assertAcknowledged(BINARY.encode(order(id, "reject")), signature);

        assertPrinted(signature, "Function print-message rejected message " + id + ": dev.aloft.Rejected: no such");
    }

    @ParameterizedTest
    @EnumSource
    void eventOfNobodyIsNotAcknowledged(Signature signature) throws IOException {
        HttpReply reply =
                send(PubSubEncoder.binaryEvent("projects/p/topics/unknown").encode(order("1", "x")), signature);

        assertThat(reply.status()).isEqualTo(500);
        assertPrinted(signature, "ALOFT-207 No function declares the source google:pubsub");
    }

    @ParameterizedTest
    @EnumSource
    void anyOtherEventArrives(Signature signature) throws IOException {
        Event event = Event.builder("any-" + signature, "/shop", "com.acme.placed")
                .data("{\"n\": 1.50}".getBytes(StandardCharsets.UTF_8), "application/json")
                .build();

        assertAcknowledged(CloudEventEncoder.binary(event), signature);

        assertPrinted(signature, "event any-" + signature + " of /shop, subject -: {\"n\": 1.50}");
    }

    @Test
    void wrappedAndUnwrappedPushAndTaskArrive() throws IOException {
        assertAcknowledged(PUSH.encode(order("wrapped", "a")), Signature.HTTP);
        assertAcknowledged(UNWRAPPED.encode(order("unwrapped", "b")), Signature.HTTP);
        assertAcknowledged(CloudTasksEncoder.encode(order("task", "c")), Signature.HTTP);

        assertPrinted(Signature.HTTP, "message wrapped of orders: a, attempt 3, tenant acme");
        assertPrinted(Signature.HTTP, "message unwrapped of orders: b, attempt 0, tenant acme");
        assertPrinted(Signature.HTTP, "message task of orders: c, attempt 3, tenant acme");
    }

    @Test
    void messageOfAttributesOnlyArrives() throws IOException {
        assertThat(send(PUSH.encode(order("empty", "")), Signature.HTTP).status())
                .isEqualTo(204);

        assertPrinted(Signature.HTTP, "message empty of orders: , attempt 3, tenant acme");
    }

    @Test
    void delayIsAskedFor() throws IOException {
        HttpReply reply = send(CloudTasksEncoder.encode(order("later", "later")), Signature.HTTP);

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.value("retry-after")).contains("90");
        assertThat(reply.text()).contains("\"code\":\"ALOFT-420\"");
    }

    @Test
    void batchArrivesAndComesBackAsAWhole() throws IOException {
        List<Message<Body>> orders = List.of(order("batch-1", "a"), order("batch-2", "fail"), order("batch-3", "b"));

        HttpReply reply = send(PubSubEncoder.batch("projects/p/topics/orders", orders), Signature.HTTP);

        assertThat(reply.status()).isEqualTo(500);
        assertPrinted(Signature.HTTP, "message batch-1 of orders: a");
        assertPrinted(Signature.HTTP, "message batch-3 of orders: b");
        assertThat(send(CloudEventEncoder.batch(List.of()), Signature.HTTP).status())
                .isEqualTo(204);
    }

    @Test
    void subjectWithCommasArrivesByTheHttpSignature() throws IOException {
        Event event = Event.builder("commas", "/shop", "com.acme.placed")
                .subject("objects/a,b, caf\u00e9.txt")
                .build();

        send(CloudEventEncoder.binary(event), Signature.HTTP);

        assertPrinted(Signature.HTTP, "event commas of /shop, subject objects/a,b, caf\u00e9.txt: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void healthCheckIsNoEvent(String method) throws IOException {
        HttpReply reply = server(Signature.HTTP).send(RawHttpRequest.of(method, "/"));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.value("allow")).contains("POST");
    }

    @Test
    void nameOfTheServiceSelectsItsFunction(@TempDir Path folder) throws IOException {
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
}
