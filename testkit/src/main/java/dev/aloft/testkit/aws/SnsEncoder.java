package dev.aloft.testkit.aws;

import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.util.List;

/**
 * An SNS topic to which the function is subscribed. The service itself sends one message at a time.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">Lambda with Amazon SNS</a>
 */
public final class SnsEncoder implements MessageEncoder {
    private final String topicArn;

    /**
     * A topic.
     *
     * @param topic its name, for example {@code orders}
     */
    public SnsEncoder(String topic) {
        this.topicArn = MessageFields.arn("sns", topic);
    }

    @Override
    public byte[] encode(List<Message<Body>> messages) {
        return EventFields.object(json -> {
            json.name("Records").beginArray();
            for (Message<Body> message : messages) {
                json.beginObject();
                json.name("EventSource").string("aws:sns");
                json.name("EventVersion").string("1.0");
                json.name("EventSubscriptionArn").string(topicArn + ":" + MessageFields.uuid(topicArn));
                json.name("Sns");
                writeNotification(json, message, "SigningCertUrl", "UnsubscribeUrl");
                json.endObject();
            }
            json.endArray();
        });
    }

    /** Lambda's records and other subscribers get two of the names in different case. */
    void writeNotification(JsonWriter json, Message<Body> message, String certificate, String unsubscribe) {
        json.beginObject();
        json.name("Type").string("Notification");
        json.name("MessageId").string(message.id());
        json.name("TopicArn").string(topicArn);
        MessageFields.writeNullable(json, "Subject", message.subject().orElse(null));
        json.name("Message").utf8(message.body().bytes());
        message.enqueuedAt().ifPresent(time -> json.name("Timestamp").string(MessageFields.iso(time)));
        json.name("SignatureVersion").string("1");
        json.name("Signature").string("EXAMPLE");
        json.name(certificate).string("https://sns." + MessageFields.REGION + ".amazonaws.com/certificate.pem");
        json.name(unsubscribe).string("https://sns." + MessageFields.REGION + ".amazonaws.com/?Action=Unsubscribe");
        json.name("MessageAttributes");
        MessageFields.writeTopicAttributes(json, message.attributes());
        json.endObject();
    }
}
