package dev.aloft.azure;

import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Which partition of which event hub a batch is of. */
record EventHubPartition(
        @Nullable String eventHub, @Nullable String id) {

    /** The extension's versions before 5 call the hub a path. */
    static EventHubPartition read(TriggerMetadata metadata) {
        JsonReader json = metadata.json("PartitionContext");
        if (json == null) {
            return new EventHubPartition(null, null);
        }
        try {
            return read(json);
        } catch (JsonException notJson) {
            throw AzureErrors.badMetadata("PartitionContext", notJson);
        }
    }

    private static EventHubPartition read(JsonReader json) {
        String hub = null;
        String id = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "EventHubName", "EventHubPath" -> hub = MessageParts.value(json);
                case "PartitionId" -> id = MessageParts.value(json);
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
        return new EventHubPartition(filled(hub), filled(id));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
