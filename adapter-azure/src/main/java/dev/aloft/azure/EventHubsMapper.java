package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of events of one partition of an event hub.
 *
 * <p>The host drops empty entries of arrays of text, so these lose their alignment with the events; only the arrays of objects are
 * read.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-event-hubs-trigger#event-metadata">
 *     Event Hubs trigger, event metadata</a>
 */
final class EventHubsMapper {
    private final String source;
    private final @Nullable String partition;
    private final EventHubArrays arrays;
    private final TriggerMetadata metadata;

    private EventHubsMapper(
            String source, @Nullable String partition, EventHubArrays arrays, TriggerMetadata metadata) {
        this.source = source;
        this.partition = partition;
        this.arrays = arrays;
        this.metadata = metadata;
    }

    /** The host sends a batch only if there are events in it, so an empty one means that they were lost on the way. */
    static List<DeliveryItem> read(byte @Nullable [] @Nullable [] events, String source, TriggerMetadata metadata) {
        if (events == null || events.length == 0) {
            throw AzureErrors.noMessage("no batch of events, or an empty one");
        }
        EventHubArrays arrays = EventHubArrays.read(events.length, metadata);
        EventHubPartition partition = EventHubPartition.read(metadata);
        String hub = partition.eventHub();
        EventHubsMapper mapper = new EventHubsMapper(hub == null ? source : hub, partition.id(), arrays, metadata);
        List<DeliveryItem> items = new ArrayList<>(events.length);
        for (int i = 0; i < events.length; i++) {
            items.add(mapper.item(i, events[i]));
        }
        return items;
    }

    /** All items are of one partition, so they are one group: handled in order, and none after a failed one. */
    private DeliveryItem item(int index, byte @Nullable [] body) {
        EventHubPosition position = arrays.position(index);
        String id = id(index, position.sequence(), body);
        if (body == null) {
            AloftException missing = AzureErrors.noMessage("a batch with an event missing");
            return DeliveryItem.unreadable(id, source, missing);
        }
        Attributes properties = arrays.properties(index);
        MessageBuilder message = Message.builder(id, body)
                .source(source)
                .attributes(properties)
                .trace(MessageParts.trace(properties))
                .partition(partition)
                .sequence(position.sequence())
                .enqueuedAt(position.enqueued())
                .orderingKey(position.partitionKey());
        return DeliveryItem.of(id, source, message.build());
    }

    /** The place in the batch is part of a digest's id: two events may have the same content, and neither may be taken for the other. */
    private String id(int index, @Nullable String sequence, byte @Nullable [] body) {
        if (partition != null && sequence != null) {
            return source + "/" + partition + "/" + sequence;
        }
        metadata.warnOfHiddenIds();
        return MessageParts.digest(body == null ? new byte[0] : body) + "-" + index;
    }
}
