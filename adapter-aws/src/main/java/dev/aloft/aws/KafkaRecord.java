package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One record of a Kafka partition. Key and value may be null; headers are bytes, which Java's sign makes of -128 to 127. */
final class KafkaRecord {
    private final String service;
    private final String group;
    private final int index;
    private @Nullable String topic;
    private @Nullable String partition;
    private @Nullable String offset;
    private @Nullable String timestamp;
    private @Nullable String key;
    private byte[] value = new byte[0];
    private final Attributes.Builder headers = Attributes.builder();
    private boolean brokenBody;
    private boolean brokenHeader;

    KafkaRecord(String service, String group, int index) {
        this.service = service;
        this.group = group;
        this.index = index;
    }

    /** Reads the members of the record that was begun. */
    void read(JsonReader json) {
        while (json.hasNext()) {
            switch (json.name()) {
                case "topic" -> topic = NativeText.identity(json);
                case "partition" -> partition = NativeText.identity(json);
                case "offset" -> offset = NativeText.identity(json);
                case "timestamp" -> timestamp = NativeText.of(json);
                case "key" -> key = keyText(bytes(json));
                case "value" -> {
                    byte[] bytes = bytes(json);
                    value = bytes == null ? value : bytes;
                }
                case "headers" -> readHeaders(json);
                default -> json.skip();
            }
        }
    }

    /** Null for null: a record without a value says that what its key names is gone. */
    private byte @Nullable [] bytes(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return null;
        }
        byte[] bytes = null;
        if (json.isString()) {
            bytes = json.base64OrNull();
        } else {
            json.skip();
        }
        brokenBody |= bytes == null;
        return bytes;
    }

    /** What is not UTF-8 becomes other bytes when it is decoded. */
    private static @Nullable String keyText(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                ? text
                : Base64.getEncoder().encodeToString(bytes);
    }

    /** A list of objects with one member each, since a name may occur several times. */
    private void readHeaders(JsonReader json) {
        if (json.peek() != Token.ARRAY) {
            brokenHeader |= !json.isNull();
            json.skip();
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            if (json.isObject()) {
                json.beginObject();
                while (json.hasNext()) {
                    headers.add(json.name(), signedBytes(json));
                }
                json.endObject();
            } else {
                brokenHeader = true;
                json.skip();
            }
        }
        json.endArray();
    }

    private byte[] signedBytes(JsonReader json) {
        byte[] bytes = SignedBytes.read(json);
        brokenHeader |= bytes == null;
        return bytes == null ? new byte[0] : bytes;
    }

    @Nullable
    String topic() {
        return topic;
    }

    DeliveryItem item(byte[] payload, int start, int end) {
        if (topic == null || partition == null || offset == null) {
            return DeliveryItem.unreadable("", group, BrokenRecord.identity(service, index, "partition and offset"));
        }
        String id = topic + "/" + partition + "/" + offset;
        if (brokenBody || brokenHeader) {
            AloftException reason = brokenBody
                    ? BrokenRecord.body(service, id, "base64 or null, or its key is not")
                    : BrokenRecord.attribute(service, id);
            return DeliveryItem.unreadable(id, group, reason);
        }
        MessageBuilder message = Message.builder(id, value)
                .source(topic)
                .enqueuedAt(NativeText.time(timestamp))
                .orderingKey(key)
                .partition(partition)
                .sequence(offset)
                .raw(payload, start, end);
        SentAttributes.set(message, headers.build(), null);
        return DeliveryItem.of(id, group, message.build());
    }
}
