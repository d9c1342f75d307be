package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a Kafka topic: its value as bytes, everything else as metadata.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-kafka-trigger">Kafka trigger</a>
 * @see <a
 *     href="https://github.com/Azure/azure-functions-kafka-extension/blob/dev/src/Microsoft.Azure.WebJobs.Extensions.Kafka/Trigger/KafkaTriggerBindingStrategy.cs">
 *     KafkaTriggerBindingStrategy</a>
 */
final class KafkaMapper {
    private KafkaMapper() {}

    /** The host says nothing of a record without a value, a tombstone, but where it is; without even that, nothing was sent. */
    static List<DeliveryItem> read(byte @Nullable [] value, String source, TriggerMetadata metadata) {
        String partition = metadata.number("Partition");
        String offset = metadata.number("Offset");
        boolean placed = partition != null && offset != null;
        if (value == null && !placed) {
            return List.of(DeliveryItem.unreadable("", null, AzureErrors.noMessage("no Kafka record")));
        }
        byte[] body = value == null ? new byte[0] : value;
        String topic = metadata.text("Topic");
        String from = topic == null || topic.isBlank() ? source : topic;
        String id = placed ? from + "/" + partition + "/" + offset : metadata.hiddenId(body);
        try {
            Attributes headers = headers(metadata);
            MessageBuilder message = Message.builder(id, body)
                    .source(from)
                    .attributes(headers)
                    .trace(TriggerMetadata.trace(headers))
                    .contentType(contentType(headers))
                    .partition(partition)
                    .sequence(offset)
                    .enqueuedAt(metadata.time("Timestamp"))
                    .orderingKey(metadata.text("Key"));
            return List.of(DeliveryItem.of(id, null, message.build()));
        } catch (JsonException notJson) {
            return List.of(DeliveryItem.unreadable(id, null, metadata.broken(notJson)));
        } catch (AloftException unreadable) {
            return List.of(DeliveryItem.unreadable(id, null, unreadable));
        }
    }

    /** By the names that are usual, the same as on AWS. */
    private static @Nullable String contentType(Attributes headers) {
        String type = null;
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.name(i);
            type = name.equals("contentType") || name.equalsIgnoreCase("content-type") ? headers.value(i) : type;
        }
        return type;
    }

    private static Attributes headers(TriggerMetadata metadata) {
        JsonReader json = metadata.json("Headers");
        Attributes.Builder headers = Attributes.builder();
        if (json != null) {
            json.beginArray();
            while (json.hasNext()) {
                readHeader(json, headers, metadata);
            }
            json.endArray();
            json.end();
        }
        return headers.build();
    }

    /** For example {@code {"Key": "tenant", "Value": "YWNtZQ=="}}; a header without a value becomes one without bytes. */
    private static void readHeader(JsonReader json, Attributes.Builder headers, TriggerMetadata metadata) {
        String key = null;
        byte[] value = new byte[0];
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "Key" -> key = json.string();
                case "Value" -> {
                    if (json.isNull()) {
                        json.skip();
                    } else {
                        value = json.base64();
                    }
                }
                default -> json.skip();
            }
        }
        json.endObject();
        if (key == null) {
            throw metadata.broken(null);
        }
        headers.add(key, value);
    }
}
