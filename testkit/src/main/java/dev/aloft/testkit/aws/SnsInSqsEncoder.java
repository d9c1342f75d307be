package dev.aloft.testkit.aws;

import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.json.JsonWriter;
import java.util.List;

/**
 * An SQS queue that is subscribed to an SNS topic, without raw message delivery: each body is a notification. With raw message
 * delivery the queue is as any other, so {@link SqsEncoder} does.
 *
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html">SNS to SQS</a>
 */
public final class SnsInSqsEncoder implements MessageEncoder {
    private final SnsEncoder topic;
    private final SqsEncoder queue;

    /**
     * A subscription.
     *
     * @param topic the topic's name, for example {@code orders}
     * @param queue the queue's name, for example {@code orders-mail}
     */
    public SnsInSqsEncoder(String topic, String queue) {
        this.topic = new SnsEncoder(topic);
        this.queue = new SqsEncoder(queue);
    }

    /**
     * What the queue calls a message, by which its failure is reported.
     *
     * @param message a message of the topic
     * @return an id that is not the one of the topic
     */
    public static String queueId(Message<?> message) {
        return MessageFields.uuid(message.id());
    }

    @Override
    public byte[] encode(List<Message<Body>> messages) {
        return EventFields.object(json -> {
            json.name("Records").beginArray();
            for (Message<Body> message : messages) {
                Message<Body> outer = withoutAttributes(message);
                queue.writeRecord(json, queueId(message), outer, () -> writeBody(json, message));
            }
            json.endArray();
        });
    }

    private void writeBody(JsonWriter json, Message<Body> message) {
        JsonWriter notification = new JsonWriter();
        topic.writeNotification(notification, message, "SigningCertURL", "UnsubscribeURL");
        json.name("body").utf8(notification.toByteArray());
    }

    private static Message<Body> withoutAttributes(Message<Body> message) {
        MessageBuilder outer = Message.builder(message.id(), new byte[0])
                .enqueuedAt(message.enqueuedAt().orElse(null))
                .attempt(message.attempt().orElse(0))
                .orderingKey(message.orderingKey().orElse(null))
                .sequence(message.sequence().orElse(null));
        return MessageFields.xray(message) == null
                ? outer.build()
                : outer.trace(message.traceContext().orElse(null)).build();
    }
}
