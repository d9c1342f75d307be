package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * What SNS makes of a published message, as it stands in a record for Lambda and in the body of a queue's message.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html#http-notification-json">notification</a>
 */
final class SnsNotification {
    private @Nullable String type;
    private @Nullable String id;
    private @Nullable String topic;
    private @Nullable String subject;
    private byte @Nullable [] body;
    private @Nullable String time;
    private final SentAttributes attributes = new SentAttributes();

    /** Reads it; of what is no object nothing is kept. */
    void read(JsonReader json) {
        if (!json.isObject()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "Type" -> type = NativeText.of(json);
                case "MessageId" -> id = NativeText.identity(json);
                case "TopicArn" -> topic = NativeText.identity(json);
                case "Subject" -> subject = NativeText.of(json);
                case "Message" -> readBody(json);
                case "Timestamp" -> time = NativeText.of(json);
                case "MessageAttributes" -> attributes.read(json);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private void readBody(JsonReader json) {
        if (json.isString()) {
            body = json.utf8();
        } else {
            json.skip();
        }
    }

    /** Whether it is a notification; SNS also sends confirmations of subscriptions. */
    boolean isWhole() {
        return "Notification".equals(type) && id != null && topic != null && body != null;
    }

    @Nullable
    String id() {
        return id;
    }

    @Nullable
    String topic() {
        return topic;
    }

    /** Why it cannot be handed over; null if it can. */
    @Nullable
    AloftException broken(String service, @Nullable String recordId) {
        if (body == null) {
            return BrokenRecord.body(service, recordId, "text");
        }
        return attributes.isBroken() ? BrokenRecord.attribute(service, recordId) : null;
    }

    /** The message, of which nothing is broken. */
    MessageBuilder message(@Nullable String xrayHeader) {
        if (id == null || topic == null || body == null) {
            throw new IllegalStateException("a broken notification is no message");
        }
        MessageBuilder message = Message.builder(id, body)
                .source(Records.lastPart(topic))
                .subject(subject)
                .enqueuedAt(IsoTime.parse(time));
        SentAttributes.set(message, attributes.all(), xrayHeader);
        return message;
    }
}
