package dev.aloft.aws;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a DynamoDB table, of one shard of its stream and in its order. Which images there are depends on the stream's view type.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda with DynamoDB</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html">record of a stream</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_AttributeValue.html">attribute value</a>
 */
final class DynamoDbMapper extends RecordsMapper {
    private static final String SERVICE = "aws:dynamodb";

    DynamoDbMapper(byte[] payload) {
        super(payload, SERVICE, "Records", null);
    }

    /** What it takes to report the record; whatever is wrong with the rest is its failure alone. */
    @Override
    void read(JsonReader json, ReceivedRecord record) {
        while (json.hasNext()) {
            switch (json.name()) {
                case "eventID" -> record.messageId = NativeText.identity(json);
                case "eventSource" -> record.eventSource = NativeText.of(json);
                case "eventSourceARN" -> record.source = NativeText.of(json);
                case "dynamodb" -> readSequence(json, record);
                default -> json.skip();
            }
        }
        record.require("SequenceNumber", record.id);
        record.require("eventID", record.messageId);
        // One group: the platform goes back to the first failed record, whatever comes after it.
        record.group = SERVICE;
    }

    private static void readSequence(JsonReader json, ReceivedRecord record) {
        if (!NativeEvent.enter(json)) {
            return;
        }
        while (json.hasNext()) {
            if (json.name().equals("SequenceNumber")) {
                record.id = NativeText.identity(json);
            } else {
                json.skip();
            }
        }
        json.endObject();
    }

    /** {@code products} of {@code arn:aws:dynamodb:eu-central-1:123456789012:table/products/stream/2015-06-27T00:48:05.899}. */
    @Override
    String name(String source) {
        int start = source.indexOf(":table/");
        return start < 0 ? lastPart(source) : table(source).substring(start + 7);
    }

    /** The ARN of the table of a stream. */
    private static String table(String source) {
        int end = source.indexOf("/stream/");
        return end < 0 ? source : source.substring(0, end);
    }

    /** In AWS's own samples each record has another word in place of an ARN. */
    @Override
    boolean isSame(String one, String other) {
        return one.equals(other) || !one.startsWith("arn:") && !other.startsWith("arn:");
    }

    @Override
    public Origin origin() {
        return Origin.changes(SERVICE, name(source()), source()).alsoNamed(table(source()));
    }

    @Override
    public int reportable() {
        return 1;
    }

    @Override
    void add(ReceivedRecord record, Binding function, List<DeliveryItem> items) {
        record.requireSound();
        byte[] raw = record.raw(payload);
        try {
            items.add(DeliveryItem.of(record.itemId(), record.group, change(told(raw), record, raw)));
        } catch (JsonException broken) {
            throw BrokenEvent.change(SERVICE, record.id, broken);
        }
    }

    private ChangeEvent<Document> change(Document told, ReceivedRecord record, byte[] raw) {
        Operation operation = operation(NativeText.at(told, "eventName"), record);
        return ChangeEvent.builder(Objects.requireNonNull(record.messageId), operation, name(source()))
                .key(NativeText.documentAt(told, "Keys"))
                .before((Document) told.get("OldImage"))
                .after((Document) told.get("NewImage"))
                .sequence(record.id)
                .time(NativeText.seconds(NativeText.at(told, "ApproximateCreationDateTime")))
                .expiry(operation == Operation.DELETE
                        && "Service".equals(NativeText.at(told, "userIdentity", "type"))
                        && "dynamodb.amazonaws.com".equals(NativeText.at(told, "userIdentity", "principalId")))
                .raw(raw)
                .build();
    }

    private static Operation operation(@Nullable String name, ReceivedRecord record) {
        return switch (name == null ? "" : name) {
            case "INSERT" -> Operation.INSERT;
            case "MODIFY" -> Operation.UPDATE;
            case "REMOVE" -> Operation.DELETE;
            default -> throw BrokenEvent.operation(SERVICE, record.id, name);
        };
    }

    /** What counts of a record, without its levels. */
    private static Document told(byte[] raw) {
        Document.Builder told = Document.builder();
        JsonReader json = new JsonReader(raw);
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            switch (name) {
                case "eventName" -> told.set(name, NativeText.of(json));
                case "userIdentity" -> told.set(name, NativeText.document(json));
                case "dynamodb" -> readChange(json, told);
                default -> json.skip();
            }
        }
        json.endObject();
        return told.build();
    }

    private static void readChange(JsonReader json, Document.Builder told) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            switch (name) {
                case "ApproximateCreationDateTime" -> told.set(name, NativeText.of(json));
                case "Keys", "OldImage", "NewImage" -> {
                    if (json.isNull()) {
                        json.skip();
                    } else {
                        told.set(name, item(json));
                    }
                }
                default -> json.skip();
            }
        }
        json.endObject();
    }

    /** Names with values. */
    private static Document item(JsonReader json) {
        Document.Builder item = Document.builder();
        json.beginObject();
        while (json.hasNext()) {
            item.set(json.name(), value(json));
        }
        json.endObject();
        return item.build();
    }

    /** A value, which stands after the name of its type: {@code {"N":"9.90"}}. */
    private static @Nullable Object value(JsonReader json) {
        json.beginObject();
        String type = json.name();
        Object value = switch (type) {
            case "S", "N", "B" -> scalar(type.charAt(0), json);
            case "BOOL" -> json.bool();
            case "NULL" -> nothing(json);
            case "M" -> item(json);
            case "L" -> list(json);
            case "SS", "NS", "BS" -> set(type.charAt(0), json);
            default -> throw BrokenEvent.value(SERVICE, type);
        };
        json.endObject();
        return value;
    }

    private static @Nullable Object nothing(JsonReader json) {
        json.skip();
        return null;
    }

    private static Object scalar(char type, JsonReader json) {
        if (type == 'B') {
            return Binary.of(json.base64());
        }
        String text = json.string();
        if (type == 'S') {
            return text;
        }
        BigDecimal number = NativeText.decimal(text);
        if (number == null) {
            throw BrokenEvent.value(SERVICE, "N");
        }
        return number;
    }

    private static List<@Nullable Object> list(JsonReader json) {
        List<@Nullable Object> list = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            list.add(value(json));
        }
        json.endArray();
        return list;
    }

    private static Set<Object> set(char type, JsonReader json) {
        Set<Object> set = new LinkedHashSet<>();
        json.beginArray();
        while (json.hasNext()) {
            set.add(scalar(type, json));
        }
        json.endArray();
        return set;
    }
}
