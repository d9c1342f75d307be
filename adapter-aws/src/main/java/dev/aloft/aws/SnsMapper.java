package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages of an SNS topic to which the function itself is subscribed.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html">Lambda with Amazon SNS</a>
 */
final class SnsMapper implements MessageMapper {
    private static final String SERVICE = "aws:sns";

    private final byte[] payload;
    private final Records source = new Records(SERVICE);
    private final List<DeliveryItem> items = new ArrayList<>(1);

    SnsMapper(byte[] payload) {
        this.payload = payload;
    }

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("Records")) {
                readRecords(json);
            } else {
                json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readRecords(JsonReader json) {
        source.beginList(json);
        while (json.hasNext()) {
            readRecord(json);
        }
        json.endArray();
    }

    private void readRecord(JsonReader json) {
        int start = source.begin(json);
        SnsNotification notification = new SnsNotification();
        String eventSource = null;
        while (json.hasNext()) {
            switch (json.name()) {
                case "EventSource" -> eventSource = NativeText.of(json);
                case "Sns" -> notification.read(json);
                default -> json.skip();
            }
        }
        int end = source.end(json);
        source.require(eventSource, notification.topic());
        items.add(item(notification, start, end));
    }

    private DeliveryItem item(SnsNotification notification, int start, int end) {
        String id = notification.id();
        if (id == null) {
            return DeliveryItem.unreadable("", null, BrokenRecord.identity(SERVICE, items.size(), "MessageId"));
        }
        AloftException broken = notification.broken(SERVICE, id);
        if (broken != null) {
            return DeliveryItem.unreadable(id, null, broken);
        }
        return DeliveryItem.of(
                id, null, notification.message(null).raw(payload, start, end).build());
    }

    @Override
    public Origin origin() {
        String arn = source.resource();
        return Origin.messages(SERVICE, List.of(Kind.TOPIC), Records.lastPart(arn), arn);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        return items;
    }
}
