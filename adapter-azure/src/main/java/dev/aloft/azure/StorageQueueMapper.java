package dev.aloft.azure;

import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a Storage queue. The host has undone the queue's Base64 already.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue-trigger#message-metadata">
 *     Storage queue trigger, message metadata</a>
 */
final class StorageQueueMapper {
    private StorageQueueMapper() {}

    static List<DeliveryItem> read(byte @Nullable [] body, String source, TriggerMetadata metadata) {
        if (body == null) {
            return List.of(DeliveryItem.unreadable("", null, AzureErrors.noMessage("no queue message")));
        }
        String known = metadata.text("Id");
        String id = known == null || known.isBlank() ? metadata.hiddenId(body) : known;
        MessageBuilder message = Message.builder(id, body)
                .source(source)
                .attempt(metadata.count("DequeueCount"))
                .enqueuedAt(metadata.time("InsertionTime"));
        return List.of(DeliveryItem.of(id, null, message.build()));
    }
}
