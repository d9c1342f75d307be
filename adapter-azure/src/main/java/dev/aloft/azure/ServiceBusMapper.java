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
                    .trace(MessageParts.trace(attributes))
                    .sequence(sequence)
                    .attempt(metadata.count("DeliveryCount"))
                    .enqueuedAt(metadata.time("EnqueuedTimeUtc"))
                    .contentType(metadata.text("ContentType"))
                    .orderingKey(metadata.text("SessionId"))
                    .subject(either("Subject", "Label", metadata));
            return List.of(DeliveryItem.of(id, null, message.build()));
        } catch (AloftException unreadable) {
            return List.of(DeliveryItem.unreadable(id, null, unreadable));
        }
    }

    /** A sender need not give an id; the number that Service Bus gives is unique within the queue or topic. */
    private static String id(byte[] body, String prefix, @Nullable String sequence, TriggerMetadata metadata) {
        String id = metadata.text("MessageId");
        if (id != null && !id.isBlank()) {
            return id;
        }
        if (sequence != null) {
            return prefix + sequence;
        }
        metadata.warnOfHiddenIds();
        return MessageParts.digest(body);
    }

    private static Attributes attributes(TriggerMetadata metadata) {
        String name = "ApplicationProperties";
        JsonReader json = metadata.json(name);
        if (json == null) {
            name = "UserProperties";
            json = metadata.json(name);
        }
        if (json == null) {
            return Attributes.empty();
        }
        try {
            Attributes attributes = MessageParts.properties(json);
            json.end();
            return attributes;
        } catch (JsonException notJson) {
            throw AzureErrors.badMetadata(name, notJson);
        }
    }

    private static @Nullable String either(String name, String older, TriggerMetadata metadata) {
        String text = metadata.text(name);
        return text == null ? metadata.text(older) : text;
    }
}
