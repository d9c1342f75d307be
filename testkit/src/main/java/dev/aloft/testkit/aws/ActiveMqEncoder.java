package dev.aloft.testkit.aws;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.util.List;

/**
 * An ActiveMQ queue of Amazon MQ. Attributes are its properties, all of them text.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">Lambda with Amazon MQ</a>
 */
public final class ActiveMqEncoder implements MessageEncoder {
    private final String queue;

    /**
     * A queue.
     *
     * @param queue its name, for example {@code orders}
     */
    public ActiveMqEncoder(String queue) {
        this.queue = queue;
    }

    @Override
    public byte[] encode(List<Message<Body>> messages) {
        return EventFields.object(json -> {
            json.name("eventSource").string("aws:mq");
            json.name("eventSourceArn").string(MessageFields.arn("mq", "broker:demo:b-" + MessageFields.uuid("demo")));
            json.name("messages").beginArray();
            messages.forEach(message -> writeMessage(json, message));
            json.endArray();
        });
    }

    private void writeMessage(JsonWriter json, Message<Body> message) {
        json.beginObject();
        json.name("messageID").string(message.id());
        json.name("messageType").string("jms/bytes-message");
        json.name("deliveryMode").number(1);
        MessageFields.writeNullable(json, "replyTo", null);
        MessageFields.writeNullable(json, "type", null);
        json.name("expiration").string("60000");
        json.name("priority").number(4);
        MessageFields.writeNullable(json, "correlationId", null);
        json.name("redelivered").bool(false);
        json.name("destination")
                .beginObject()
                .name("physicalName")
                .string(queue)
                .endObject();
        json.name("data").base64(message.body().bytes());
        message.enqueuedAt().ifPresent(time -> {
            json.name("timestamp").number(time.toEpochMilli());
            json.name("brokerInTime").number(time.toEpochMilli());
            json.name("brokerOutTime").number(time.toEpochMilli() + 1);
        });
        json.name("properties").beginObject();
        Attributes properties = message.attributes();
        for (int i = 0; i < properties.size(); i++) {
            json.name(properties.name(i)).string(properties.value(i));
        }
        json.endObject();
        json.endObject();
    }
}
