package dev.aloft.aws;

import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.StorageBinding;
import java.util.List;

/**
 * Messages of an SNS topic to which the function itself is subscribed. A function with a storage trigger gets what S3 has put into them.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">Lambda with Amazon SNS</a>
 */
final class SnsMapper extends RecordsMapper {
    SnsMapper(byte[] payload) {
        super(payload, "aws:sns", "Records", null);
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        record.expected = "text";
        while (json.hasNext()) {
            switch (json.name()) {
                case "EventSource" -> record.eventSource = NativeText.of(json);
                case "Sns" -> readNotification(json, record);
                default -> json.skip();
            }
        }
        record.id = record.messageId;
        record.require("MessageId", record.id);
    }

    /**
     * Reads what SNS makes of a published message, as it stands in a record for Lambda and in the body of a queue's message; of
     * what is no object nothing.
     *
     * @return whether it is a whole notification; SNS also sends confirmations of subscriptions
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html#http-notification-json">notification</a>
     */
    static boolean readNotification(JsonReader json, ReceivedRecord record) {
        String type = null;
        record.source = null;
        record.body = null;
        if (NativeEvent.enter(json)) {
            while (json.hasNext()) {
                switch (json.name()) {
                    case "Type" -> type = NativeText.of(json);
                    case "MessageId" -> record.messageId = NativeText.identity(json);
                    case "TopicArn" -> record.source = NativeText.identity(json);
                    case "Subject" -> record.subject = NativeText.of(json);
                    case "Message" -> record.body = NativeText.utf8(json, null);
                    case "Timestamp" -> record.time = IsoTime.parse(NativeText.of(json));
                    case "MessageAttributes" -> record.readAttributes(json);
                    default -> json.skip();
                }
            }
            json.endObject();
        }
        return "Notification".equals(type) && record.messageId != null && record.source != null && record.body != null;
    }

    @Override
    String name(String source) {
        return lastPart(source);
    }

    @Override
    public Origin origin() {
        return origin(List.of(Kind.TOPIC), false).carrying(StorageBinding.EVENTS);
    }
}
