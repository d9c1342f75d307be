package dev.aloft.aws;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.StorageBinding;
import java.util.List;

/**
 * Messages of an SQS queue, standard or FIFO. A function with a topic trigger gets what SNS has put into the bodies, one with a storage
 * trigger what S3 has.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with Amazon SQS</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html">SNS to SQS</a>
 */
final class SqsMapper extends RecordsMapper {
    private final boolean rawDelivery;

    /**
     * @param rawDelivery whether the queue is subscribed to SNS in such a way that the body is the payload
     */
    SqsMapper(byte[] payload, boolean rawDelivery) {
        super(payload, "aws:sqs", "Records", null);
        this.rawDelivery = rawDelivery;
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        record.expected = "text";
        record.body = NativeText.NOTHING; // a message without body has no field for it
        while (json.hasNext()) {
            switch (json.name()) {
                case "messageId" -> record.id = NativeText.identity(json);
                case "body" -> record.body = NativeText.utf8(json, NativeText.NOTHING);
                case "attributes" -> readSystemAttributes(json, record);
                case "messageAttributes" -> record.readAttributes(json);
                case "eventSource" -> record.eventSource = NativeText.of(json);
                case "eventSourceARN" -> record.source = NativeText.of(json);
                default -> json.skip();
            }
        }
        record.require("messageId", record.id);
        keepOrder(record);
    }

    private static void readSystemAttributes(JsonReader json, ReceivedRecord record) {
        if (!NativeEvent.enter(json)) {
            return;
        }
        while (json.hasNext()) {
            switch (json.name()) {
                case "ApproximateReceiveCount" -> record.attempt = NativeText.count(NativeText.of(json));
                case "SentTimestamp" -> record.time = NativeText.time(NativeText.of(json));
                case "MessageGroupId" -> record.orderingKey = NativeText.of(json);
                case "SequenceNumber" -> record.sequence = NativeText.of(json);
                case "AWSTraceHeader" -> record.xrayHeader = NativeText.of(json);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    /** The queue's name decides: messages of other queues may have a group as well, for fairness and not for order. */
    private static void keepOrder(ReceivedRecord record) {
        if (record.source != null && record.source.endsWith(".fifo")) {
            record.group = record.orderingKey == null ? "" : record.orderingKey;
        } else {
            record.orderingKey = null;
            record.sequence = null;
        }
    }

    @Override
    String name(String source) {
        return lastPart(source);
    }

    @Override
    public Origin origin() {
        return origin(List.of(Kind.QUEUE, Kind.TOPIC), false).carrying(StorageBinding.EVENTS);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        if (!rawDelivery && function instanceof MessageBinding of && of.kind() == Kind.TOPIC) {
            for (ReceivedRecord record : records()) {
                unwrap(record);
            }
        }
        return super.items(function);
    }

    /** Puts what is in the notification in the place of what the queue's message says. */
    private static void unwrap(ReceivedRecord record) {
        byte[] body = record.body;
        if (body == null) {
            return;
        }
        record.time = null;
        record.forgetAttributes();
        try {
            JsonReader json = new JsonReader(body);
            boolean notification = SnsMapper.readNotification(json, record);
            json.end();
            if (notification) {
                return;
            }
        } catch (JsonException noNotification) {
            // It fails for the same reason as other JSON.
        }
        record.fail(BrokenEvent.notification(record.id));
    }

    @Override
    public int reportable() {
        return Integer.MAX_VALUE;
    }
}
