package dev.aloft.testkit.aws;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.util.List;

/**
 * A RabbitMQ queue of Amazon MQ. Attributes are its headers; the message's id is the one that its sender set.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">Lambda with Amazon MQ</a>
 */
public final class RabbitMqEncoder implements MessageEncoder {
    private final String queue;
    private final String virtualHost;

    /**
     * A queue of the virtual host {@code /}.
     *
     * @param queue its name, for example {@code orders}
     */
    public RabbitMqEncoder(String queue) {
        this(queue, "/");
    }

    /**
     * A queue of a virtual host.
     *
     * @param queue its name, for example {@code orders}
     * @param virtualHost the host's name, for example {@code shop}
     */
    public RabbitMqEncoder(String queue, String virtualHost) {
        this.queue = queue;
        this.virtualHost = virtualHost;
    }

    @Override
    public byte[] encode(List<Message<Body>> messages) {
        return EventFields.object(json -> {
            json.name("eventSource").string("aws:rmq");
            json.name("eventSourceArn").string(MessageFields.arn("mq", "broker:demo:b-" + MessageFields.uuid("demo")));
            json.name("rmqMessagesByQueue").beginObject();
            json.name(queue + "::" + virtualHost).beginArray();
            messages.forEach(message -> writeMessage(json, message));
            json.endArray();
            json.endObject();
        });
    }

    private static void writeMessage(JsonWriter json, Message<Body> message) {
        json.beginObject();
        json.name("basicProperties").beginObject();
        MessageFields.writeNullable(json, "contentType", message.contentType().orElse(null));
        MessageFields.writeNullable(json, "contentEncoding", null);
        json.name("headers").beginObject();
        Attributes headers = message.attributes();
        for (int i = 0; i < headers.size(); i++) {
            json.name(headers.name(i)).beginObject().name("bytes");
            MessageFields.writeSigned(json, headers.bytes(i));
            json.endObject();
        }
        json.endObject();
        json.name("deliveryMode").number(1);
        json.name("priority").number(0);
        MessageFields.writeNullable(json, "correlationId", null);
        MessageFields.writeNullable(json, "replyTo", null);
        MessageFields.writeNullable(json, "expiration", null);
        json.name("messageId").string(message.id());
        json.name("timestamp").string("Jan 1, 1970, 12:33:41 AM");
        MessageFields.writeNullable(json, "type", null);
        json.name("userId").string("AIDACKCEVSQ6C2EXAMPLE");
        MessageFields.writeNullable(json, "appId", null);
        MessageFields.writeNullable(json, "clusterId", null);
        json.name("bodySize").number(message.body().bytes().length);
        json.endObject();
        json.name("redelivered").bool(false);
        json.name("data").base64(message.body().bytes());
        json.endObject();
    }
}
