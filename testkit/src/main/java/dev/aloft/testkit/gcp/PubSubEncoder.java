package dev.aloft.testkit.gcp;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Pub/Sub subscription that pushes, in one of the forms in which it can.
 *
 * <pre>{@code
 * PubSubEncoder.push("projects/p/subscriptions/orders").encode(message)          // wrapped in JSON
 * PubSubEncoder.unwrapped("projects/p/subscriptions/orders").encode(message)     // raw, metadata in headers
 * PubSubEncoder.binaryEvent("projects/p/topics/orders").encode(message)          // as Eventarc sends it
 * }</pre>
 *
 * <p>Id, payload, text attributes, publish time, attempt and ordering key are the message's. Its content type and trace are not sent
 * but by attributes; unwrapped, the content type is a header, attributes must be named in lower case and like no header that HTTP or
 * Google adds, and the attempt has no place.
 *
 * @see <a href="https://docs.cloud.google.com/pubsub/docs/push#receive_push">Receive push messages</a> and <a
 *     href="https://docs.cloud.google.com/pubsub/docs/payload-unwrapping">Payload unwrapping</a>
 */
public final class PubSubEncoder {
    private static final String TYPE = "google.cloud.pubsub.topic.v1.messagePublished";

    private enum Form {
        PUSH,
        UNWRAPPED,
        BINARY_EVENT,
        STRUCTURED_EVENT
    }

    private final Form form;
    private final String source;

    private PubSubEncoder(Form form, String source) {
        this.form = form;
        this.source = source;
    }

    /**
     * A push subscription as it is by default.
     *
     * @param subscription its full name, for example {@code projects/p/subscriptions/orders}
     * @return the encoder
     */
    public static PubSubEncoder push(String subscription) {
        return new PubSubEncoder(Form.PUSH, subscription);
    }

    /**
     * A push subscription that unwraps payloads and writes metadata.
     *
     * @param subscription its full name, for example {@code projects/p/subscriptions/orders}
     * @return the encoder
     */
    public static PubSubEncoder unwrapped(String subscription) {
        return new PubSubEncoder(Form.UNWRAPPED, subscription);
    }

    /**
     * A trigger of Eventarc, which sends CloudEvents with their attributes in headers.
     *
     * @param topic its full name, for example {@code projects/p/topics/orders}
     * @return the encoder
     */
    public static PubSubEncoder binaryEvent(String topic) {
        return new PubSubEncoder(Form.BINARY_EVENT, topic);
    }

    /**
     * A sender of CloudEvents as JSON objects.
     *
     * @param topic its full name, for example {@code projects/p/topics/orders}
     * @return the encoder
     */
    public static PubSubEncoder structuredEvent(String topic) {
        return new PubSubEncoder(Form.STRUCTURED_EVENT, topic);
    }

    /**
     * Several messages in one batch of CloudEvents.
     *
     * @param topic the topic's full name, for example {@code projects/p/topics/orders}
     * @param messages the messages, also none
     * @return the request
     */
    public static GoogleRequest batch(String topic, List<Message<Body>> messages) {
        PubSubEncoder encoder = structuredEvent(topic);
        return CloudEventEncoder.batch(messages.stream().map(encoder::event).toList());
    }

    /**
     * The request for one message.
     *
     * @param message the message
     * @return the request
     */
    public GoogleRequest encode(Message<Body> message) {
        return switch (form) {
            case PUSH ->
                new GoogleRequest(
                        Headers.of("content-type", "application/json", "user-agent", "CloudPubSub-Google"),
                        envelope(message, source));
            case UNWRAPPED -> unwrapped(message);
            case BINARY_EVENT -> CloudEventEncoder.binary(event(message));
            case STRUCTURED_EVENT -> CloudEventEncoder.structured(event(message));
        };
    }

    private Event event(Message<Body> message) {
        String subscription = source.replace("/topics/", "/subscriptions/eventarc-europe-west3-") + "-sub-042";
        return Event.builder(message.id(), "//pubsub.googleapis.com/" + source, TYPE)
                .time(message.enqueuedAt().orElse(null))
                .data(envelope(message, subscription), "application/json")
                .build();
    }

    private static byte[] envelope(Message<Body> message, String subscription) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("message").beginObject();
        if (message.attributes().size() > 0) {
            attributes(message.attributes(), json.name("attributes"));
        }
        if (!message.body().isEmpty()) {
            json.name("data").base64(message.body().bytes());
        }
        json.name("messageId").string(message.id());
        json.name("message_id").string(message.id());
        string("orderingKey", message.orderingKey().orElse(null), json);
        String time = message.enqueuedAt().map(Object::toString).orElse(null);
        string("publishTime", time, json);
        string("publish_time", time, json);
        json.endObject();
        json.name("subscription").string(subscription);
        message.attempt().ifPresent(attempt -> json.name("deliveryAttempt").number(attempt));
        return json.endObject().toByteArray();
    }

    private static void attributes(Attributes attributes, JsonWriter json) {
        json.beginObject();
        for (int i = 0; i < attributes.size(); i++) {
            json.name(attributes.name(i)).string(attributes.value(i));
        }
        json.endObject();
    }

    private static void string(String name, @Nullable String value, JsonWriter json) {
        if (value != null) {
            json.name(name).string(value);
        }
    }

    private GoogleRequest unwrapped(Message<Body> message) {
        Headers.Builder headers = Headers.builder();
        headers.add("user-agent", "CloudPubSub-Google");
        headers.add("x-goog-pubsub-subscription-name", source);
        headers.add("x-goog-pubsub-message-id", message.id());
        message.enqueuedAt().ifPresent(time -> headers.add("x-goog-pubsub-publish-time", time.toString()));
        message.orderingKey().ifPresent(key -> headers.add("x-goog-pubsub-ordering-key", wire(key)));
        message.contentType().ifPresent(type -> headers.add("content-type", type));
        addAttributes(message, headers);
        return new GoogleRequest(headers.build(), message.body().bytes());
    }

    static void addAttributes(Message<Body> message, Headers.Builder headers) {
        Attributes attributes = message.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            headers.add(attributes.name(i), wire(attributes.value(i)));
        }
    }

    /** UTF-8, of which each byte is a character, as servers show headers. */
    private static String wire(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
