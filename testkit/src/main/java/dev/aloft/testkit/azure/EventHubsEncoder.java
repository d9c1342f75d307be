package dev.aloft.testkit.azure;

import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Batches as the Event Hubs trigger gives them to the host, for a binding with the cardinality {@code many}.
 *
 * <p>Attributes become properties, all of them text, so each name may stand once; where the event was sent is one of them
 * ({@code traceparent} or {@code Diagnostic-Id}), and the ordering key is the partition key. The ids are made of source, partition
 * and sequence.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-event-hubs-trigger#event-metadata">
 *     Event Hubs trigger, event metadata</a>
 */
public final class EventHubsEncoder {
    private EventHubsEncoder() {}

    /**
     * A batch of one partition.
     *
     * @param messages the events in order, at least one, all of one source and partition and each with a sequence and time
     * @return the trigger
     */
    public static AzureTrigger encode(List<? extends Message<?>> messages) {
        List<byte[]> bodies = new ArrayList<>();
        List<Long> sequences = new ArrayList<>();
        List<@Nullable String> keys = new ArrayList<>();
        List<String> offsets = new ArrayList<>();
        List<String> times = new ArrayList<>();
        for (Message<?> message : messages) {
            bodies.add(message.body().bytes());
            sequences.add(sequence(message));
            keys.add(message.orderingKey().orElse(null));
            offsets.add(String.valueOf(offset(message)));
            times.add(DotNetJson.zonelessTime(message.enqueuedAt().orElseThrow()));
        }
        return AzureTrigger.ofBatch("eventHubTrigger", bodies)
                .withJson("PartitionContext", partitionContext(messages.get(0)))
                .withNumbers("SequenceNumberArray", sequences)
                .withTexts("PartitionKeyArray", keys)
                .withTexts("OffsetArray", List.copyOf(offsets))
                .withJson("EnqueuedTimeUtcArray", DotNetJson.array(times))
                .withJson("PropertiesArray", properties(messages))
                .withJson("SystemPropertiesArray", systemProperties(messages));
    }

    private static long sequence(Message<?> message) {
        return Long.parseLong(message.sequence().orElseThrow());
    }

    /** Some place in the partition that grows with the sequence. */
    private static long offset(Message<?> message) {
        return sequence(message) * 128;
    }

    private static String partitionContext(Message<?> first) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("IsCheckpointingAfterInvocation").bool(true);
        json.name("FullyQualifiedNamespace").string("shop.servicebus.windows.net");
        json.name("EventHubName").string(first.source());
        json.name("ConsumerGroup").string("$Default");
        json.name("PartitionId").string(first.partition().orElseThrow());
        json.endObject();
        return DotNetJson.text(json);
    }

    private static String properties(List<? extends Message<?>> messages) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (Message<?> message : messages) {
            DotNetJson.properties(message.attributes(), json);
        }
        json.endArray();
        return DotNetJson.text(json);
    }

    private static String systemProperties(List<? extends Message<?>> messages) {
        List<String> elements = new ArrayList<>();
        for (Message<?> message : messages) {
            elements.add(systemProperties(message));
        }
        return DotNetJson.array(elements);
    }

    private static String systemProperties(Message<?> message) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("x-opt-sequence-number").number(sequence(message));
        json.name("x-opt-offset").string(String.valueOf(offset(message)));
        json.name("SequenceNumber").number(sequence(message));
        json.name("Offset").number(offset(message));
        json.name("OffsetString").string(String.valueOf(offset(message)));
        json.name("PartitionKey");
        if (message.orderingKey().isPresent()) {
            json.string(message.orderingKey().get());
        } else {
            json.nullValue();
        }
        String time = DotNetJson.zonelessTime(message.enqueuedAt().orElseThrow());
        json.name("EnqueuedTimeUtc").string(time.substring(1, time.length() - 1));
        json.endObject();
        return DotNetJson.text(json);
    }
}
