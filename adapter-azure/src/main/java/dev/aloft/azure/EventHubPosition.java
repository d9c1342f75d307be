package dev.aloft.azure;

import dev.aloft.runtime.json.JsonReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an event stands in its partition, as the broker says it. */
record EventHubPosition(
        @Nullable String sequence,
        @Nullable String partitionKey,
        @Nullable Instant enqueued) {
    static final EventHubPosition UNKNOWN = new EventHubPosition(null, null, null);

    /** One element of {@code SystemPropertiesArray}; besides these it has the properties of the AMQP message. */
    static EventHubPosition read(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return UNKNOWN;
        }
        String sequence = null;
        String partitionKey = null;
        String enqueued = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "SequenceNumber" -> sequence = MessageParts.value(json);
                case "PartitionKey" -> partitionKey = MessageParts.value(json);
                case "EnqueuedTimeUtc" -> enqueued = MessageParts.value(json);
                default -> json.skip();
            }
        }
        json.endObject();
        boolean keyed = partitionKey != null && !partitionKey.isEmpty();
        return new EventHubPosition(
                TriggerMetadata.asNumber(sequence), keyed ? partitionKey : null, TriggerMetadata.asTime(enqueued));
    }
}
