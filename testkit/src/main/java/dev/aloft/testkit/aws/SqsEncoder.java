package dev.aloft.testkit.aws;

import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.util.List;

/**
 * An SQS queue; one whose name ends in {@code .fifo} is a FIFO queue.
 *
 * <p>Bodies are text. A message's media type comes only as the attribute {@code content-type}; its ordering key and sequence only
 * from a FIFO queue.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with Amazon SQS</a>
 */
public final class SqsEncoder implements MessageEncoder {
    private final String queue;

    /**
     * A queue.
     *
     * @param queue its name, for example {@code orders} or {@code orders.fifo}
     */
    public SqsEncoder(String queue) {
        this.queue = queue;
    }

    @Override
    public byte[] encode(List<Message<Body>> messages) {
        return EventFields.object(json -> {
            json.name("Records").beginArray();
            for (Message<Body> message : messages) {
                writeRecord(json, message.id(), message, () -> {
                    json.name("body").utf8(message.body().bytes());
                });
            }
            json.endArray();
        });
    }

    /** A record whose body is written by the caller. */
    void writeRecord(JsonWriter json, String messageId, Message<Body> message, Runnable body) {
        json.beginObject();
        json.name("messageId").string(messageId);
        json.name("receiptHandle").string("AQEB" + MessageFields.uuid(messageId));
        body.run();
        writeSystemAttributes(json, message);
        json.name("messageAttributes");
        MessageFields.writeQueueAttributes(json, message.attributes());
        json.name("md5OfBody").string("098f6bcd4621d373cade4e832627b4f6");
        json.name("eventSource").string("aws:sqs");
        json.name("eventSourceARN").string(MessageFields.arn("sqs", queue));
        json.name("awsRegion").string(MessageFields.REGION);
        json.endObject();
    }

    private void writeSystemAttributes(JsonWriter json, Message<Body> message) {
        json.name("attributes").beginObject();
        message.attempt()
                .ifPresent(attempt -> json.name("ApproximateReceiveCount").string(Integer.toString(attempt)));
        String trace = MessageFields.xray(message);
        if (trace != null) {
            json.name("AWSTraceHeader").string(trace);
        }
        message.enqueuedAt().ifPresent(time -> json.name("SentTimestamp").string(MessageFields.millis(time)));
        if (queue.endsWith(".fifo")) {
            message.sequence().ifPresent(sequence -> json.name("SequenceNumber").string(sequence));
            message.orderingKey().ifPresent(key -> json.name("MessageGroupId").string(key));
            json.name("MessageDeduplicationId").string(MessageFields.uuid(message.id()));
        }
        json.name("SenderId").string("AIDAIENQZJOLO23YVJ4VO");
        json.name("ApproximateFirstReceiveTimestamp").string(MessageFields.millis(MessageFields.enqueued(message)));
        json.endObject();
    }
}
