package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** One message of a queue, of which is not yet known whether a notification of SNS is in it. */
final class SqsRecord {
    private final byte[] payload;
    private final int start;
    private int end;
    private @Nullable String id;
    private @Nullable String eventSource;
    private @Nullable String arn;
    private byte[] body = new byte[0];
    private boolean bodyIsText = true;
    private final SentAttributes attributes = new SentAttributes();
    private @Nullable String receiveCount;
    private @Nullable String sentAt;
    private @Nullable String group;
    private @Nullable String sequence;
    private @Nullable String trace;

    private SqsRecord(byte[] payload, int start) {
        this.payload = payload;
        this.start = start;
    }

    static SqsRecord read(JsonReader json, Records records, byte[] payload) {
        SqsRecord record = new SqsRecord(payload, records.begin(json));
        while (json.hasNext()) {
            switch (json.name()) {
                case "messageId" -> record.id = NativeText.identity(json);
                case "body" -> record.readBody(json);
                case "attributes" -> record.readSystemAttributes(json);
                case "messageAttributes" -> record.attributes.read(json);
                case "eventSource" -> record.eventSource = NativeText.of(json);
                case "eventSourceARN" -> record.arn = NativeText.of(json);
                default -> json.skip();
            }
        }
        record.end = records.end(json);
        records.require(record.eventSource, record.arn);
        return record;
    }

    /** A message without body has no field for it. */
    private void readBody(JsonReader json) {
        if (json.isString()) {
            body = json.utf8();
        } else {
            bodyIsText = json.isNull();
            json.skip();
        }
    }

    private void readSystemAttributes(JsonReader json) {
        if (!json.isObject()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "ApproximateReceiveCount" -> receiveCount = NativeText.of(json);
                case "SentTimestamp" -> sentAt = NativeText.of(json);
                case "MessageGroupId" -> group = NativeText.of(json);
                case "SequenceNumber" -> sequence = NativeText.of(json);
                case "AWSTraceHeader" -> trace = NativeText.of(json);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    /** For a function of the queue: the body as it is. */
    DeliveryItem asQueueMessage(String queue, int index) {
        if (id == null || !bodyIsText || attributes.isBroken()) {
            return unreadable(index);
        }
        MessageBuilder message = Message.builder(id, body).source(queue).enqueuedAt(NativeText.time(sentAt));
        SentAttributes.set(message, attributes.all(), trace);
        return item(id, message);
    }

    /** For a function of a topic to which the queue is subscribed: what is in the notification in the body. */
    DeliveryItem asTopicMessage(int index) {
        if (id == null || !bodyIsText) {
            return unreadable(index);
        }
        SnsNotification notification = new SnsNotification();
        try {
            JsonReader json = new JsonReader(body);
            notification.read(json);
            json.end();
        } catch (JsonException noNotification) {
            return unreadable(BrokenRecord.notification(id));
        }
        if (!notification.isWhole()) {
            return unreadable(BrokenRecord.notification(id));
        }
        AloftException broken = notification.broken("aws:sqs", id);
        return broken == null ? item(id, notification.message(trace)) : unreadable(broken);
    }

    private DeliveryItem item(String itemId, MessageBuilder message) {
        message.attempt(NativeText.count(receiveCount)).raw(payload, start, end);
        if (isFifo()) {
            message.orderingKey(group).sequence(sequence);
        }
        return DeliveryItem.of(itemId, order(), message.build());
    }

    private DeliveryItem unreadable(int index) {
        if (id == null) {
            return unreadable(BrokenRecord.identity("aws:sqs", index, "messageId"));
        }
        return unreadable(
                bodyIsText ? BrokenRecord.attribute("aws:sqs", id) : BrokenRecord.body("aws:sqs", id, "text"));
    }

    private DeliveryItem unreadable(AloftException reason) {
        return DeliveryItem.unreadable(id == null ? "" : id, order(), reason);
    }

    /** The name decides: messages of other queues may have a group as well, for fairness and not for order. */
    private boolean isFifo() {
        return arn != null && arn.endsWith(".fifo");
    }

    private @Nullable String order() {
        return isFifo() ? group == null ? "" : group : null;
    }
}
