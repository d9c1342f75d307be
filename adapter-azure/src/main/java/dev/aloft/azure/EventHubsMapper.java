package dev.aloft.azure;

import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of events of one partition of an event hub, and its metadata, event by event: what is there for one is there for all.
 *
 * <p>The host drops empty entries of arrays of text, so these lose their alignment with the events; only the arrays of objects are
 * read.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-event-hubs-trigger#event-metadata">
 *     Event Hubs trigger, event metadata</a>
 */
final class EventHubsMapper {
    private static final String PROPERTIES = "PropertiesArray";

    private final TriggerMetadata metadata;
    private final List<Facts> facts = new ArrayList<>();
    private String source;
    private @Nullable String partition;

    private EventHubsMapper(int events, String source, TriggerMetadata metadata) {
        this.source = source;
        this.metadata = metadata;
        for (int i = 0; i < events; i++) {
            facts.add(new Facts());
        }
    }

    /** What the broker and the sender say of one event; nothing if the host or worker does not show it. */
    private static final class Facts {
        private @Nullable String sequence;
        private @Nullable String partitionKey;
        private @Nullable Instant enqueued;
        private Attributes properties = Attributes.empty();
    }

    /** The host sends a batch only if there are events in it, so an empty one means that they were lost on the way. */
    static List<DeliveryItem> read(byte @Nullable [] @Nullable [] events, String source, TriggerMetadata metadata) {
        if (events == null || events.length == 0) {
            throw AzureErrors.noMessage("no batch of events, or an empty one");
        }
        EventHubsMapper mapper = new EventHubsMapper(events.length, source, metadata);
        try {
            mapper.readAll("SystemPropertiesArray");
            mapper.readAll(PROPERTIES);
            mapper.readPartition();
        } catch (JsonException notJson) {
            throw metadata.broken(notJson);
        }
        List<DeliveryItem> items = new ArrayList<>(events.length);
        for (int i = 0; i < events.length; i++) {
            items.add(mapper.item(i, events[i]));
        }
        return items;
    }

    /** Arrays of another length than the batch would give events the properties of others. */
    private void readAll(String name) {
        JsonReader json = metadata.json(name);
        if (json == null) {
            return;
        }
        int count = 0;
        json.beginArray();
        for (; json.hasNext(); count++) {
            Facts of = count < facts.size() ? facts.get(count) : new Facts();
            if (json.isNull()) {
                json.skip();
            } else if (name.equals(PROPERTIES)) {
                of.properties = TriggerMetadata.properties(json);
            } else {
                readPosition(json, of);
            }
        }
        json.endArray();
        json.end();
        if (count != facts.size()) {
            throw metadata.broken(null);
        }
    }

    /** Besides these it has the properties of the AMQP message. */
    private static void readPosition(JsonReader json, Facts of) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "SequenceNumber" -> of.sequence = TriggerMetadata.asNumber(TriggerMetadata.value(json));
                case "PartitionKey" -> {
                    String key = TriggerMetadata.value(json);
                    of.partitionKey = key == null || key.isEmpty() ? null : key;
                }
                case "EnqueuedTimeUtc" -> of.enqueued = TriggerMetadata.asTime(TriggerMetadata.value(json));
                default -> json.skip();
            }
        }
        json.endObject();
    }

    /** The extension's versions before 5 call the hub a path. */
    private void readPartition() {
        JsonReader json = metadata.json("PartitionContext");
        if (json == null) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            String value = TriggerMetadata.value(json);
            if (value == null || value.isBlank()) {
                continue;
            }
            switch (name) {
                case "EventHubName", "EventHubPath" -> source = value;
                case "PartitionId" -> partition = value;
                default -> {
                    // Of no use here.
                }
            }
        }
        json.endObject();
        json.end();
    }

    /** All items are of one partition, so they are one group: handled in order, and none after a failed one. */
    private DeliveryItem item(int index, byte @Nullable [] body) {
        Facts of = facts.get(index);
        String id = id(index, of.sequence, body);
        if (body == null) {
            return DeliveryItem.unreadable(id, source, AzureErrors.noMessage("a batch with an event missing"));
        }
        MessageBuilder message = Message.builder(id, body)
                .source(source)
                .attributes(of.properties)
                .trace(TriggerMetadata.trace(of.properties))
                .partition(partition)
                .sequence(of.sequence)
                .enqueuedAt(of.enqueued)
                .orderingKey(of.partitionKey);
        return DeliveryItem.of(id, source, message.build());
    }

    /** The place in the batch is part of a digest's id: two events may have the same content, and neither may be taken for the other. */
    private String id(int index, @Nullable String sequence, byte @Nullable [] body) {
        return partition != null && sequence != null
                ? source + "/" + partition + "/" + sequence
                : metadata.hiddenId(body == null ? new byte[0] : body) + "-" + index;
    }
}
