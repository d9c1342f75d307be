package dev.aloft.testkit.aws;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One shard of the stream of a DynamoDB table. Documents may hold what DynamoDB can: texts, exact numbers, truth values, null, binaries,
 * lists, documents, and sets of texts, numbers or binaries; all else is an {@link IllegalArgumentException}.
 *
 * <pre>{@code
 * byte[] event = new DynamoDbEncoder("products").encode(List.of(change));
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda with DynamoDB</a>
 */
public final class DynamoDbEncoder {
    private final String table;

    /**
     * A table.
     *
     * @param table its name, for example {@code products}
     */
    public DynamoDbEncoder(String table) {
        this.table = table;
    }

    /**
     * The event for changes that are delivered together.
     *
     * @param changes the changes, at least one, each with a sequence number
     * @return compact JSON in UTF-8, its fields in the order in which AWS writes them
     */
    public byte[] encode(List<? extends ChangeEvent<?>> changes) {
        return EventFields.object(json -> {
            json.name("Records").beginArray();
            for (ChangeEvent<?> change : changes) {
                EventFields.writeObject(json, record -> writeRecord(record, change));
            }
            json.endArray();
        });
    }

    private void writeRecord(JsonWriter json, ChangeEvent<?> change) {
        json.name("eventID").string(change.id());
        json.name("eventName").string(name(change));
        json.name("eventVersion").string("1.1");
        json.name("eventSource").string("aws:dynamodb");
        json.name("awsRegion").string(MessageFields.REGION);
        json.name("dynamodb").beginObject();
        change.time().ifPresent(time -> json.name("ApproximateCreationDateTime").number(MessageFields.seconds(time)));
        writeItem(json.name("Keys"), change.key());
        change.documentAfter().ifPresent(item -> writeItem(json.name("NewImage"), item));
        change.documentBefore().ifPresent(item -> writeItem(json.name("OldImage"), item));
        json.name("SequenceNumber").string(change.sequence().orElseThrow());
        json.name("SizeBytes").number(26);
        json.name("StreamViewType").string("NEW_AND_OLD_IMAGES");
        json.endObject();
        if (change.isExpiry()) {
            json.name("userIdentity").beginObject();
            json.name("type").string("Service");
            json.name("principalId").string("dynamodb.amazonaws.com");
            json.endObject();
        }
        json.name("eventSourceARN")
                .string(MessageFields.arn("dynamodb", "table/" + table + "/stream/2026-07-10T08:00:00.000"));
    }

    private static String name(ChangeEvent<?> change) {
        return switch (change.operation()) {
            case INSERT -> "INSERT";
            case UPDATE -> "MODIFY";
            case DELETE -> "REMOVE";
            case UPSERT -> throw new IllegalArgumentException("DynamoDB tells insertions from updates.");
        };
    }

    private static void writeItem(JsonWriter json, Document item) {
        json.beginObject();
        item.fields().forEach((name, value) -> write(json.name(name), value));
        json.endObject();
    }

    private static void write(JsonWriter json, @Nullable Object value) {
        json.beginObject();
        if (value == null) {
            json.name("NULL").bool(true);
        } else if (value instanceof Boolean flag) {
            json.name("BOOL").bool(flag);
        } else if (value instanceof Document map) {
            writeItem(json.name("M"), map);
        } else if (value instanceof List<?> list) {
            writeAll(json.name("L"), list, element -> write(json, element));
        } else if (value instanceof Set<?> set) {
            Object first =
                    set.stream().findFirst().orElseThrow(() -> new IllegalArgumentException("A set has a value."));
            writeAll(json.name(type(first) + "S"), set, element -> writeScalar(json, element));
        } else {
            writeScalar(json.name(type(value)), value);
        }
        json.endObject();
    }

    private static void writeAll(JsonWriter json, Iterable<?> values, Consumer<@Nullable Object> writer) {
        json.beginArray();
        values.forEach(writer);
        json.endArray();
    }

    private static String type(Object value) {
        if (value instanceof String) {
            return "S";
        }
        if (value instanceof BigDecimal) {
            return "N";
        }
        if (value instanceof Binary) {
            return "B";
        }
        throw new IllegalArgumentException("DynamoDB has no " + value.getClass().getSimpleName() + ".");
    }

    private static void writeScalar(JsonWriter json, @Nullable Object value) {
        if (value instanceof Binary binary) {
            json.base64(binary.bytes());
        } else {
            json.string(String.valueOf(value));
        }
    }
}
