package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages of an ActiveMQ queue of Amazon MQ. The vendor's pages spell some names in two ways; both are read.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">Lambda with Amazon MQ</a>
 */
final class ActiveMqMapper implements MessageMapper {
    private final byte[] payload;
    private final String service;
    private final Records source;
    private final List<DeliveryItem> items = new ArrayList<>();
    private @Nullable String arn;

    /**
     * @param service {@code aws:mq} or {@code aws:amq}
     */
    ActiveMqMapper(byte[] payload, String service) {
        this.payload = payload;
        this.service = service;
        this.source = new Records(service);
    }

    /** One message while it is read. */
    private static final class Reading {
        private @Nullable String id;
        private @Nullable String queue;
        private @Nullable String timestamp;
        private @Nullable String brokerInTime;
        private byte @Nullable [] data;
        private final Attributes.Builder properties = Attributes.builder();
        private boolean brokenProperty;
    }

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "messages" -> readMessages(json);
                case "eventSourceArn", "eventSourceARN" -> arn = NativeText.identity(json);
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readMessages(JsonReader json) {
        source.beginList(json);
        while (json.hasNext()) {
            readMessage(json);
        }
        json.endArray();
    }

    private void readMessage(JsonReader json) {
        Reading message = new Reading();
        int start = source.begin(json);
        while (json.hasNext()) {
            switch (json.name()) {
                case "messageID", "messageId" -> message.id = NativeText.identity(json);
                case "destination" -> message.queue = physicalName(json);
                case "data" -> message.data = data(json);
                case "timestamp" -> message.timestamp = NativeText.of(json);
                case "brokerInTime" -> message.brokerInTime = NativeText.of(json);
                case "properties" -> readProperties(json, message);
                default -> json.skip();
            }
        }
        int end = source.end(json);
        source.requireSource(message.queue);
        items.add(item(message, start, end));
    }

    private static @Nullable String physicalName(JsonReader json) {
        if (!json.isObject()) {
            json.skip();
            return null;
        }
        String name = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "physicalName", "physicalname" -> name = NativeText.identity(json);
                default -> json.skip();
            }
        }
        json.endObject();
        return name;
    }

    private static byte @Nullable [] data(JsonReader json) {
        if (json.isString()) {
            return json.base64OrNull();
        }
        byte[] none = json.isNull() ? new byte[0] : null;
        json.skip();
        return none;
    }

    private static void readProperties(JsonReader json, Reading message) {
        if (!json.isObject()) {
            message.brokenProperty |= !json.isNull();
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            boolean none = json.isNull();
            String value = NativeText.of(json);
            message.brokenProperty |= value == null && !none;
            if (value != null) {
                message.properties.add(name, value);
            }
        }
        json.endObject();
    }

    private DeliveryItem item(Reading read, int start, int end) {
        if (read.id == null || read.queue == null) {
            return DeliveryItem.unreadable("", null, BrokenRecord.identity(service, items.size(), "messageID"));
        }
        if (read.data == null || read.brokenProperty) {
            AloftException reason = read.data == null
                    ? BrokenRecord.body(service, read.id, "base64")
                    : BrokenRecord.attribute(service, read.id);
            return DeliveryItem.unreadable(read.id, null, reason);
        }
        MessageBuilder message = Message.builder(read.id, read.data)
                .source(read.queue)
                .enqueuedAt(NativeText.time(read.brokerInTime == null ? read.timestamp : read.brokerInTime))
                .raw(payload, start, end);
        SentAttributes.set(message, read.properties.build(), null);
        return DeliveryItem.of(read.id, null, message.build());
    }

    @Override
    public Origin origin() {
        String queue = source.resource();
        if (arn == null) {
            throw BrokenRecord.incomplete(service, "no eventSourceArn");
        }
        return Origin.messages(service, List.of(Kind.QUEUE), queue, arn);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        return items;
    }
}
