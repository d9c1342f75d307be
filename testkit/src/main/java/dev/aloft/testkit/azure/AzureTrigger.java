package dev.aloft.testkit.azure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger's extension gives to the host for one invocation: the value and the metadata beside it. The encoders make it of
 * messages in the vendor's form; a test of broken input changes it.
 *
 * <pre>{@code
 * AzureTrigger trigger = StorageQueueEncoder.encode(message).withJson("DequeueCount", "5").without("Id");
 * AzureInvocation invocation = azure.deliver("ship-order", trigger);
 * }</pre>
 *
 * <p>It is immutable; each {@code with…} gives a new one.
 */
public final class AzureTrigger {
    private final String type;
    /** Each null where the extension gives none. */
    private final List<byte @Nullable []> values;

    private final boolean batch;
    private final Map<String, RpcData> metadata;

    private AzureTrigger(String type, List<byte @Nullable []> values, boolean batch, Map<String, RpcData> metadata) {
        this.type = type;
        this.values = values;
        this.batch = batch;
        this.metadata = metadata;
    }

    /**
     * A trigger with one value and no metadata yet.
     *
     * @param type for example {@code queueTrigger}
     * @param value the message; null if there is none, as for a tombstone of Kafka
     * @return the trigger
     */
    public static AzureTrigger of(String type, byte @Nullable [] value) {
        List<byte @Nullable []> single = new ArrayList<>();
        single.add(value == null ? null : value.clone());
        return new AzureTrigger(type, single, false, Map.of());
    }

    /**
     * A trigger with several values and no metadata yet.
     *
     * @param type for example {@code eventHubTrigger}
     * @param values the messages in order
     * @return the trigger
     */
    public static AzureTrigger ofBatch(String type, List<byte[]> values) {
        List<byte @Nullable []> copies = new ArrayList<>();
        for (byte[] value : values) {
            copies.add(value.clone());
        }
        return new AzureTrigger(type, copies, true, Map.of());
    }

    /**
     * This trigger with a text beside the value.
     *
     * @param name for example {@code MessageId}
     * @param text the text; null is not sent
     * @return a new trigger
     */
    public AzureTrigger with(String name, @Nullable String text) {
        return text == null ? without(name) : with(name, new RpcData.Text(text));
    }

    /**
     * This trigger with anything else beside the value: number, time, object, array of objects.
     *
     * @param name for example {@code DequeueCount}
     * @param json as .NET's JSON library writes it, for example {@code 1} or {@code "2026-01-31T12:00:00+00:00"} with quotes
     * @return a new trigger
     */
    public AzureTrigger withJson(String name, String json) {
        return with(name, new RpcData.Json(json));
    }

    /**
     * This trigger with an array of texts beside the value; null and empty ones are lost on the way to the worker.
     *
     * @param name for example {@code PartitionKeyArray}
     * @param texts the texts
     * @return a new trigger
     */
    public AzureTrigger withTexts(String name, List<@Nullable String> texts) {
        List<String> kept = new ArrayList<>();
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                kept.add(text);
            }
        }
        return with(name, new RpcData.Texts(List.copyOf(kept)));
    }

    /**
     * This trigger with an array of whole numbers beside the value.
     *
     * @param name for example {@code SequenceNumberArray}
     * @param numbers the numbers
     * @return a new trigger
     */
    public AzureTrigger withNumbers(String name, List<Long> numbers) {
        return with(name, new RpcData.Numbers(List.copyOf(numbers)));
    }

    /**
     * This trigger without a piece of metadata.
     *
     * @param name its name
     * @return a new trigger
     */
    public AzureTrigger without(String name) {
        Map<String, RpcData> fewer = new LinkedHashMap<>(metadata);
        fewer.remove(name);
        return new AzureTrigger(type, values, batch, fewer);
    }

    private AzureTrigger with(String name, RpcData data) {
        Map<String, RpcData> more = new LinkedHashMap<>(metadata);
        more.put(name, data);
        return new AzureTrigger(type, values, batch, more);
    }

    /** The type of trigger, for example {@code queueTrigger}. */
    public String type() {
        return type;
    }

    List<byte @Nullable []> values() {
        return values;
    }

    boolean isBatch() {
        return batch;
    }

    Map<String, RpcData> metadata() {
        return metadata;
    }

    /** The type and what metadata there is: {@code AzureTrigger[queueTrigger [Id, DequeueCount]]}. */
    @Override
    public String toString() {
        return "AzureTrigger[" + type + " " + metadata.keySet() + "]";
    }
}
