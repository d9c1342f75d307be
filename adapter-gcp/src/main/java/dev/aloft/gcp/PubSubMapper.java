package dev.aloft.gcp;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.TraceContext;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.ScheduleBinding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Pub/Sub messages in their JSON: the body of a push, and the data of the CloudEvent that Eventarc makes of it.
 *
 * <p>A push names its subscription only, a CloudEvent the topic, too. Names with an underscore stand beside those in camel case, or
 * instead of them. There may be no {@code data}, no {@code attributes}, and, without a dead-letter topic, no {@code deliveryAttempt}.
 *
 * @see <a href="https://docs.cloud.google.com/pubsub/docs/push#receive_push">Receive push messages</a> and <a
 *     href="https://docs.cloud.google.com/eventarc/docs/reference/supported-events">the events of Eventarc</a>
 */
final class PubSubMapper {
    static final String EVENT_TYPE = "google.cloud.pubsub.topic.v1.messagePublished";
    static final List<Kind> KINDS = List.of(Kind.TOPIC, Kind.QUEUE, Kind.STREAM);
    private static final String SERVICE = "//pubsub.googleapis.com/";

    private byte[] data = new byte[0];
    private Attributes attributes = Attributes.empty();
    private @Nullable String id;
    private @Nullable String publishTime;
    private @Nullable String orderingKey;
    private @Nullable String subscription;
    private int attempt;
    private boolean hasMessage;
    private boolean isLegacy;

    private PubSubMapper() {}

    /** Whether that is the body of a push. It is no error if it is not even JSON. */
    static boolean isPush(byte[] body) {
        try {
            PubSubMapper read = read(body);
            return read.hasMessage && read.subscription != null;
        } catch (AloftException notEvenJson) {
            return false;
        }
    }

    boolean hasMessage() {
        return hasMessage;
    }

    /** Whether it has what events of the first generation of Cloud Functions have. */
    boolean isLegacy() {
        return isLegacy;
    }

    /**
     * The message of a push.
     *
     * <p>Eventarc marks the URL of its own subscription: the front end of Cloud Run then makes an HTTP CloudEvent of the message. A
     * request that is marked and still a message was not converted.
     *
     * @param query the query of the request
     * @param body what came
     * @param schedules whether it may be a firing of a schedule
     */
    Arrival push(String query, byte[] body, boolean schedules) {
        if (query.contains("CE_PUBSUB_BINDING")) {
            throw GoogleErrors.unconvertedEvent();
        }
        String resource = required(subscription, "subscription");
        String name = required(last(resource), "subscription");
        return arrival(Origin.messages("google:pubsub", KINDS, name, resource), message(name, null, body), schedules);
    }

    /**
     * Takes the message out of its CloudEvent.
     *
     * @param event an event of {@link #EVENT_TYPE}
     * @param raw what came, as the platform handed it over
     * @param schedules whether it may be a firing of a schedule
     */
    static Arrival event(Event event, byte[] raw, boolean schedules) {
        String source = event.source();
        if (!source.startsWith(SERVICE) || !source.contains("/topics/")) {
            throw GoogleErrors.incomplete("the CloudEvent's source is no Pub/Sub topic");
        }
        PubSubMapper read = read(event.data().bytes());
        if (!read.hasMessage) {
            throw GoogleErrors.incomplete("the CloudEvent's data has no message");
        }
        String resource = source.substring(SERVICE.length());
        String name = required(last(resource), "topic");
        Origin origin = Origin.messages("google:pubsub", KINDS, name, resource);
        String pulled = read.subscription;
        return arrival(
                pulled == null ? origin : origin.alsoNamed(last(pulled), pulled),
                read.message(name, event.traceContext().orElse(null), raw),
                schedules);
    }

    /**
     * A message, which is also a firing where functions for schedules are served: Cloud Scheduler leaves no mark in what it publishes,
     * and does not tell the time for which that was planned.
     */
    static Arrival arrival(Origin origin, Message<Body> message, boolean schedules) {
        if (!schedules) {
            return new Arrival(origin, item(message));
        }
        ScheduleEvent firing = ScheduleEvent.builder(message.source(), Instant.now())
                .id(message.id())
                .attempt(message.attempt().orElse(0))
                .raw(message.raw().orElse(null))
                .build();
        return new Arrival(origin.carrying(ScheduleBinding.FIRINGS), item(message), DeliveryItem.of(firing));
    }

    private static String last(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /** Reads either form; what is missing in it is not yet an error. */
    static PubSubMapper read(byte[] json) {
        PubSubMapper read = new PubSubMapper();
        JsonReader reader = new JsonReader(json);
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.name();
            if (reader.isNull()) {
                reader.skip();
                continue;
            }
            switch (name) {
                case "message" -> read.message(reader);
                case "subscription" -> read.subscription = reader.string();
                case "deliveryAttempt", "delivery_attempt" -> read.attempt = attempt(reader.scalar());
                case "context", "eventId" -> {
                    read.isLegacy = true;
                    reader.skip();
                }
                default -> reader.skip();
            }
        }
        reader.endObject();
        reader.end();
        return read;
    }

    private void message(JsonReader reader) {
        hasMessage = true;
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.name();
            if (reader.isNull()) {
                reader.skip();
                continue;
            }
            switch (name) {
                case "data" -> data = reader.base64();
                case "attributes" -> attributes = attributes(reader);
                case "messageId", "message_id" -> id = same(id, reader.string());
                case "publishTime", "publish_time" -> publishTime = same(publishTime, reader.string());
                case "orderingKey", "ordering_key" -> orderingKey = same(orderingKey, reader.string());
                default -> reader.skip();
            }
        }
        reader.endObject();
    }

    private static Attributes attributes(JsonReader reader) {
        Attributes.Builder read = Attributes.builder();
        reader.beginObject();
        while (reader.hasNext()) {
            read.add(reader.name(), reader.string());
        }
        reader.endObject();
        return read.build();
    }

    private static String same(@Nullable String before, String value) {
        if (before != null && !before.equals(value)) {
            throw GoogleErrors.incomplete("a field in camel case and the same one with an underscore differ");
        }
        return value;
    }

    /** Of 64 bits, and so a string in the JSON of protocol buffers, or a number. */
    static int attempt(String number) {
        int attempt = number.isEmpty() || number.length() > 9 ? -1 : 0;
        for (int i = 0; attempt >= 0 && i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            attempt = digit >= 0 && digit <= 9 ? attempt * 10 + digit : -1;
        }
        if (attempt < 0) {
            throw GoogleErrors.incomplete("the number of deliveries is none");
        }
        return attempt;
    }

    private Message<Body> message(String source, @Nullable TraceContext eventTrace, byte[] raw) {
        String messageId = required(id, "messageId");
        TraceContext trace = trace(attributes);
        return Message.builder(messageId, data)
                .attributes(attributes)
                .source(source)
                .enqueuedAt(time(publishTime))
                .attempt(attempt)
                .orderingKey(emptyToNull(orderingKey))
                .contentType(contentType(attributes))
                .trace(trace == null ? eventTrace : trace)
                .raw(raw, 0, raw.length)
                .build();
    }

    /** Only a batch of CloudEvents has more than one item, where those of one key keep their order. */
    static DeliveryItem item(Message<Body> message) {
        Optional<String> key = message.orderingKey();
        return DeliveryItem.of(message.id(), key.isPresent() ? message.source() + "/" + key.get() : null, message);
    }

    static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw GoogleErrors.incomplete("there is no " + name);
        }
        return value;
    }

    static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    static @Nullable Instant time(@Nullable String text) {
        Instant time = text == null ? null : IsoTime.parse(text);
        if (text != null && time == null) {
            throw GoogleErrors.incomplete("the publish time is not one of RFC 3339");
        }
        return time;
    }

    /** Pub/Sub's own client libraries write the second name. */
    static @Nullable TraceContext trace(Attributes attributes) {
        Optional<String> own = attributes.first("traceparent");
        Optional<String> sent = own.isPresent() ? own : attributes.first("googclient_traceparent");
        return TraceContext.parse(
                        sent.orElse(null), attributes.first("tracestate").orElse(null))
                .orElse(null);
    }

    /** A convention of senders; Pub/Sub itself knows no types. */
    private static @Nullable String contentType(Attributes attributes) {
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.name(i).equalsIgnoreCase("content-type")) {
                return emptyToNull(attributes.value(i));
            }
        }
        return null;
    }
}
