package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.TraceContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PubSubTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Deployment deployment = Deployment.ofQueue("orders");

    @Test
    void cloudEventInBinaryMode() {
        assertThat(deployment.sendSample("pubsub-cloudevent-binary").status()).isEqualTo(204);

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("9155786613739819");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.attributes()).isEqualTo(Attributes.of("tenant", "acme", "Content-Type", "application/json"));
        assertThat(message.contentType()).contains("application/json");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2026-05-01T12:00:00.123Z"));
        assertThat(message.attempt()).hasValue(3);
        assertThat(message.orderingKey()).contains("customer-7");
        assertThat(message.traceContext()).map(TraceContext::traceId).contains(TRACE);
        assertThat(new String(message.raw().orElseThrow(), StandardCharsets.UTF_8))
                .startsWith("{\"message\":{");
        assertThat(deployment.contexts.get(0).attempt()).hasValue(3);
        assertThat(deployment.contexts.get(0).nativeEvent()).isPresent();
        assertThat(deployment.contexts.get(0).invocationId()).isEqualTo("65011637f09e0a5179677a7429456db7");
    }

    @Test
    void cloudEventInStructuredMode() {
        assertThat(deployment.sendSample("pubsub-cloudevent-structured").status())
                .isEqualTo(204);

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("9155786613739820");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.attempt()).isEmpty();
        assertThat(message.orderingKey()).isEmpty();
        assertThat(message.attributes()).isEqualTo(Attributes.empty());
        assertThat(message.contentType()).isEmpty();
        assertThat(new String(message.raw().orElseThrow(), StandardCharsets.UTF_8))
                .startsWith("{\"specversion\"");
    }

    @Test
    void cloudEventsInABatch() {
        assertThat(deployment.sendSample("pubsub-cloudevent-batch").status()).isEqualTo(204);

        assertThat(deployment.messages).extracting(Message::id).containsExactly("m-1", "m-2", "m-3");
        assertThat(deployment.message(1).payload().text()).isEqualTo("b");
        assertThat(new String(deployment.message(1).raw().orElseThrow(), StandardCharsets.UTF_8))
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"2\"")
                .endsWith("}");
    }

    @Test
    void wrappedPush() {
        assertThat(deployment.sendSample("pubsub-push-wrapped").status()).isEqualTo(204);

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("2070443601311540");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.attempt()).hasValue(5);
        assertThat(message.orderingKey()).contains("customer-7");
        assertThat(message.traceContext()).map(TraceContext::traceId).contains(TRACE);
    }

    @Test
    void messageOfAttributesOnly() {
        assertThat(deployment.sendSample("pubsub-push-attributes-only").status())
                .isEqualTo(204);

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("2070443601311541");
        assertThat(message.payload().isEmpty()).isTrue();
        assertThat(message.attribute("tenant")).contains("acme");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2026-05-01T12:00:00Z"));
        assertThat(message.traceContext()).isEmpty();
    }

    @Test
    void unwrappedPushWithMetadata() {
        assertThat(deployment.sendSample("pubsub-unwrapped-with-metadata").status())
                .isEqualTo(204);

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("2070443601311542");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.contentType()).contains("application/json");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2026-05-01T12:00:00.123Z"));
        assertThat(message.orderingKey()).contains("customer-7");
        assertThat(message.attributes())
                .isEqualTo(Attributes.of("ce-type", "an attribute of that name", "tenant", "acme"));
        assertThat(message.raw()).isEmpty();
    }

    @Test
    void unwrappedPushWithoutMetadataIsRefused() {
        Deployment.Answer answer = deployment.sendSample("pubsub-unwrapped-without-metadata");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).contains("\"code\":\"ALOFT-232\"");
        assertThat(deployment.messages).isEmpty();
        assertThat(deployment.log())
                .contains(
                        "ALOFT-232 The functions [ship-order] take messages, but the request is neither a CloudEvent nor a"
                                + " Pub/Sub push nor a Cloud Task. A push subscription must wrap its messages, or unwrap them with metadata");
    }

    @Test
    void attributeInUtf8SurvivesTheServersLatin1() {
        deployment.post(
                "x-goog-pubsub-subscription-name: projects/p/subscriptions/orders\nx-goog-pubsub-message-id: 1\n"
                        + "utf8: caf\u00c3\u00a9\nlatin1: caf\u00e9\nwide: \u20ac\n\nx");

        assertThat(deployment.message(0).attribute("utf8")).contains("caf\u00e9");
        assertThat(deployment.message(0).attribute("latin1")).contains("caf\u00e9");
        assertThat(deployment.message(0).attribute("wide")).contains("\u20ac");
    }

    @Test
    void byteOrderMarkBeforeAPushIsPassedOver() {
        deployment.post(
                "\n\u00ef\u00bb\u00bf {\"message\":{\"messageId\":\"1\"},\"subscription\":\"projects/p/subscriptions/s\"}");

        assertThat(deployment.message(0).id()).isEqualTo("1");
    }

    @Test
    void fieldsMayBeNullOrEmpty() {
        deployment.post("\n{\"message\":{\"messageId\":\"1\",\"data\":null,\"attributes\":null,\"orderingKey\":\"\","
                + "\"publishTime\":null},\"subscription\":\"s\",\"deliveryAttempt\":null}");

        assertThat(deployment.message(0).payload().isEmpty()).isTrue();
        assertThat(deployment.message(0).orderingKey()).isEmpty();
        assertThat(deployment.message(0).enqueuedAt()).isEmpty();
        assertThat(deployment.message(0).source()).isEqualTo("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"deliveryAttempt\":\"7\"", "\"delivery_attempt\":7"})
    void numberOfDeliveriesMayBeAString(String member) {
        deployment.post("\n{\"message\":{\"messageId\":\"1\"},\"subscription\":\"s\"," + member + "}");

        assertThat(deployment.message(0).attempt()).hasValue(7);
    }

    @Test
    void unconvertedEventOfEventarcIsRefused() {
        Deployment.Answer answer = deployment.send(
                "POST http://localhost:8080/?__GCP_CloudEventsMode=CE_PUBSUB_BINDING\n\n"
                        + "{\"message\":{\"messageId\":\"1\",\"attributes\":{\"ce-type\":\"t\"}},\"subscription\":\"s\"}");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(deployment.messages).isEmpty();
        assertThat(deployment.log())
                .contains("ALOFT-234 Eventarc's subscription delivered an event inside of a Pub/Sub message");
    }
}
