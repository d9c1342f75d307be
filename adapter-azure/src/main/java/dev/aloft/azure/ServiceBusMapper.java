package dev.aloft.azure;

import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a Service Bus queue or subscription. Newer versions of the extension have new names for two properties and keep
 * the old ones beside them.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-service-bus-trigger#message-metadata">
 *     Service Bus trigger, message metadata</a>
 */
final class ServiceBusMapper {
    private ServiceBusMapper() {}

    static List<DeliveryItem> read(byte @Nullable [] body, String source, TriggerMetadata metadata) {
        if (body == null) {
            return List.of(DeliveryItem.unreadable("", null, AzureErrors.noMessage("no Service Bus message")));
        }
        String sequence = metadata.number("SequenceNumber");
        String id = id(body, source + "/", sequence, metadata);
        try {
            Attributes attributes = attributes(metadata);
            MessageBuilder message = Message.builder(id, body)
                    .source(source)
                    .attributes(attributes)
                    .trace(TriggerMetadata.trace(attributes))
                    .sequence(sequence)
                    .attempt(metadata.count("DeliveryCount"))
                    .enqueuedAt(metadata.time("EnqueuedTimeUtc"))
                    .contentType(metadata.text("ContentType"))
                    .orderingKey(metadata.text("SessionId"))
                    .subject(either("Subject", "Label", metadata));
            return List.of(DeliveryItem.of(id, null, message.build()));
        } catch (JsonException notJson) {
            return List.of(DeliveryItem.unreadable(id, null, metadata.broken(notJson)));
        }
    }

    /** A sender need not give an id; the number that Service Bus gives is unique within the queue or topic. */
    private static String id(byte[] body, String prefix, @Nullable String sequence, TriggerMetadata metadata) {
        String id = metadata.text("MessageId");
        if (id != null && !id.isBlank()) {
            return id;
        }
        return sequence == null ? metadata.hiddenId(body) : prefix + sequence;
    }

    private static Attributes attributes(TriggerMetadata metadata) {
        JsonReader json = metadata.json("ApplicationProperties");
        if (json == null) {
            json = metadata.json("UserProperties");
        }
        if (json == null) {
            return Attributes.empty();
        }
        Attributes attributes = TriggerMetadata.properties(json);
        json.end();
        return attributes;
    }

    private static @Nullable String either(String name, String older, TriggerMetadata metadata) {
        String text = metadata.text(name);
        return text == null ? metadata.text(older) : text;
    }
}
