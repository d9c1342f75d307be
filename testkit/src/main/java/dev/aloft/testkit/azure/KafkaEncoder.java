package dev.aloft.testkit.azure;

import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;

/**
 * Records as the Kafka trigger gives them to the host, for a binding with the dataType {@code binary} and the cardinality
 * {@code one}.
 *
 * <p>Attributes become headers, whose values are bytes; the ordering key is the record's key. The media type and where the record
 * was sent are headers ({@code content-type}, {@code traceparent}), and the id is made of topic, partition and offset.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-kafka-extension/blob/dev/src/Microsoft.Azure.WebJobs.Extensions.Kafka/Trigger/KafkaTriggerBindingStrategy.cs">
 *     KafkaTriggerBindingStrategy</a>
 */
public final class KafkaEncoder {
    private KafkaEncoder() {}

    /**
     * One record.
     *
     * @param message the record, with partition, sequence and time
     * @return the trigger
     */
    public static AzureTrigger encode(Message<?> message) {
        return metadata(message, AzureTrigger.of("kafkaTrigger", message.body().bytes()));
    }

    /**
     * A record without a value, which deletes its key from a compacted topic.
     *
     * @param message the record, whose body is not used
     * @return the trigger
     */
    public static AzureTrigger tombstone(Message<?> message) {
        return metadata(message, AzureTrigger.of("kafkaTrigger", null));
    }

    private static AzureTrigger metadata(Message<?> message, AzureTrigger trigger) {
        return trigger.with("Key", message.orderingKey().orElse(null))
                .with("Topic", message.source())
                .withJson("Partition", message.partition().orElseThrow())
                .withJson("Offset", message.sequence().orElseThrow())
                .withJson("Timestamp", DotNetJson.utcTime(message.enqueuedAt().orElseThrow()))
                .withJson("Headers", headers(message.attributes()));
    }

    private static String headers(Attributes attributes) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (int i = 0; i < attributes.size(); i++) {
            json.beginObject();
            json.name("Key").string(attributes.name(i));
            json.name("Value").base64(attributes.bytes(i));
            json.endObject();
        }
        json.endArray();
        return DotNetJson.text(json);
    }
}
