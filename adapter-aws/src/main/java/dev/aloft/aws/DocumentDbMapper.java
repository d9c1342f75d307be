package dev.aloft.aws;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a collection of Amazon DocumentDB, in the order of its change stream; values are extended JSON. What that form has and a
 * {@link Document} has not, such as regular expressions, stays in it.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html">Lambda with Amazon DocumentDB</a>
 * @see <a href="https://www.mongodb.com/docs/manual/reference/change-events/">change events</a>
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/">extended JSON</a>
 */
final class DocumentDbMapper extends RecordsMapper {
    private static final String SERVICE = "aws:docdb";

    DocumentDbMapper(byte[] payload) {
        super(payload, SERVICE, "events", null);
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        while (json.hasNext()) {
            if (json.name().equals("event")) {
                record.told = NativeText.document(json);
            } else {
                json.skip();
            }
        }
        String database = NativeText.identityAt(record.told(), "ns", "db");
        String collection = NativeText.identityAt(record.told(), "ns", "coll");
        record.source = database == null || collection == null ? null : database + "." + collection;
        record.id = NativeText.identityAt(record.told(), "_id", "_data");
        if (record.source == null && record.told().has("operationType")) {
            operation(record); // dropDatabase and invalidate are of no collection
        }
        record.require("_id", record.id);
        // One group: the batch comes again as a whole, and in order.
        record.group = SERVICE;
    }

    /** {@code products} of {@code shop.products}; a database has no dot in its name. */
    @Override
    String name(String source) {
        return source.substring(source.indexOf('.') + 1);
    }

    @Override
    public Origin origin() {
        return Origin.changes(SERVICE, name(source()), source());
    }

    @Override
    void add(ReceivedRecord record, Binding function, List<DeliveryItem> items) {
        record.requireSound();
        Document told = record.told();
        Operation operation = operation(record);
        Document after = told.get("fullDocument") instanceof Document full ? neutral(full) : null;
        long seconds = NativeText.number(NativeText.at(told, "clusterTime", "$timestamp", "t"));
        items.add(DeliveryItem.of(
                record.itemId(),
                record.group,
                ChangeEvent.builder(record.itemId(), operation, name(source()))
                        .key(neutral(NativeText.documentAt(told, "documentKey")))
                        .after(after)
                        .changedFields(changedFields(told))
                        .sequence(record.id)
                        .time(seconds < 0 ? null : Instant.ofEpochSecond(seconds))
                        .raw(record.raw(payload))
                        .build()));
    }

    private static Operation operation(ReceivedRecord record) {
        String name = NativeText.at(record.told(), "operationType");
        return switch (name == null ? "" : name) {
            case "insert" -> Operation.INSERT;
            case "update", "replace" -> Operation.UPDATE;
            case "delete" -> Operation.DELETE;
            default -> throw BrokenEvent.operation(SERVICE, record.id, name);
        };
    }

    private static @Nullable List<String> changedFields(Document told) {
        if (!(told.get("updateDescription") instanceof Document update)) {
            return null;
        }
        List<String> names = new ArrayList<>(
                NativeText.documentAt(update, "updatedFields").fields().keySet());
        if (update.get("removedFields") instanceof List<?> removed) {
            for (Object name : removed) {
                names.add(String.valueOf(name));
            }
        }
        return names;
    }

    private static Document neutral(Document document) {
        Document.Builder neutral = Document.builder();
        for (Map.Entry<String, @Nullable Object> field : document.fields().entrySet()) {
            neutral.set(field.getKey(), neutralValue(field.getValue()));
        }
        return neutral.build();
    }

    private static @Nullable Object neutralValue(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> neutral = new ArrayList<>(list.size());
            for (Object element : list) {
                neutral.add(neutralValue(element));
            }
            return neutral;
        }
        if (!(value instanceof Document document)) {
            return value;
        }
        Object extended = extended(document);
        return extended == null ? neutral(document) : extended;
    }

    /** The value that an object stands for, for example {@code {"$numberLong":"5"}}; null if it stands for itself. */
    private static @Nullable Object extended(Document document) {
        String type = document.fields().isEmpty()
                ? ""
                : document.fields().keySet().iterator().next();
        Object value = document.get(type);
        boolean alone = document.fields().size() == 1 || document.fields().size() == 2 && document.has("$type");
        if (value == null || !alone) {
            return null;
        }
        String text = value.toString();
        return switch (type) {
            case "$oid" -> value instanceof String ? text : null;
            case "$numberInt", "$numberLong" -> NativeText.decimal(text);
            case "$numberDecimal" -> isFinite(text) ? NativeText.decimal(text) : toDouble(text);
            case "$numberDouble" -> toDouble(text);
            case "$date" -> time(value);
            case "$binary" -> binary(value instanceof Document inner ? NativeText.at(inner, "base64") : text);
            default -> null;
        };
    }

    private static boolean isFinite(String text) {
        return !text.equals("NaN") && !text.equals("Infinity") && !text.equals("-Infinity");
    }

    private static @Nullable Double toDouble(String text) {
        boolean valid = !isFinite(text) || NativeText.decimal(text) != null;
        return valid ? Double.valueOf(text) : null;
    }

    /** As text, or in milliseconds. */
    private static @Nullable Object time(Object value) {
        if (value instanceof String text) {
            return IsoTime.parse(text);
        }
        String millis = value instanceof Document inner ? NativeText.at(inner, "$numberLong") : value.toString();
        BigDecimal number = millis == null ? null : NativeText.decimal(millis);
        return number == null || number.scale() != 0 || number.precision() > 18
                ? null
                : Instant.ofEpochMilli(number.longValue());
    }

    private static @Nullable Binary binary(@Nullable String base64) {
        byte[] bytes = NativeText.looseBase64(base64);
        return bytes == null ? null : Binary.of(bytes);
    }
}
