package dev.aloft.testkit.aws;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The change stream of a collection of Amazon DocumentDB. Documents may hold texts, numbers, truth values, null, binaries, times, lists
 * and documents; all else is an {@link IllegalArgumentException}. Of an update, changed fields are told with the values that they have
 * after it.
 *
 * <pre>{@code
 * byte[] event = new DocumentDbEncoder("shop", "products").encode(List.of(change));
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html">Lambda with Amazon DocumentDB</a>
 * @see <a href="https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/">extended JSON</a>
 */
public final class DocumentDbEncoder {
    private final String database;
    private final String collection;

    /**
     * A collection.
     *
     * @param database the name of its database, for example {@code shop}
     * @param collection its name, for example {@code products}
     */
    public DocumentDbEncoder(String database, String collection) {
        this.database = database;
        this.collection = collection;
    }

    /**
     * The event for changes that are delivered together.
     *
     * @param changes the changes, at least one
     * @return compact JSON in UTF-8, its fields in the order in which AWS writes them
     */
    public byte[] encode(List<? extends ChangeEvent<?>> changes) {
        return EventFields.object(json -> {
            json.name("eventSourceArn")
                    .string("arn:aws:rds:" + MessageFields.REGION + ":" + MessageFields.ACCOUNT + ":cluster:shop");
            json.name("events").beginArray();
            for (ChangeEvent<?> change : changes) {
                json.beginObject().name("event");
                EventFields.writeObject(json, event -> writeEvent(event, change));
                json.endObject();
            }
            json.endArray();
            json.name("eventSource").string("aws:docdb");
        });
    }

    private void writeEvent(JsonWriter json, ChangeEvent<?> change) {
        json.name("_id").beginObject().name("_data").string(change.id()).endObject();
        change.time().ifPresent(time -> {
            json.name("clusterTime").beginObject().name("$timestamp").beginObject();
            json.name("t").number(time.getEpochSecond()).name("i").number(1);
            json.endObject().endObject();
        });
        writeDocument(json.name("documentKey"), change.key());
        change.documentAfter().ifPresent(document -> writeDocument(json.name("fullDocument"), document));
        json.name("ns").beginObject();
        json.name("db").string(database).name("coll").string(collection);
        json.endObject();
        json.name("operationType").string(name(change));
        change.changedFields()
                .ifPresent(
                        names -> writeUpdate(json, names, change.documentAfter().orElse(Document.empty())));
    }

    private static String name(ChangeEvent<?> change) {
        return switch (change.operation()) {
            case INSERT -> "insert";
            case UPDATE -> change.changedFields().isPresent() ? "update" : "replace";
            case DELETE -> "delete";
            case UPSERT -> throw new IllegalArgumentException("DocumentDB tells insertions from updates.");
        };
    }

    private static void writeUpdate(JsonWriter json, List<String> names, Document after) {
        json.name("updateDescription").beginObject();
        json.name("updatedFields").beginObject();
        names.forEach(name -> write(json.name(name), after.get(name)));
        json.endObject();
        json.name("removedFields").beginArray().endArray();
        json.endObject();
    }

    private static void writeDocument(JsonWriter json, Document document) {
        json.beginObject();
        document.fields().forEach((name, value) -> write(json.name(name), value));
        json.endObject();
    }

    private static void write(JsonWriter json, @Nullable Object value) {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof Boolean flag) {
            json.bool(flag);
        } else if (value instanceof Document document) {
            writeDocument(json, document);
        } else if (value instanceof List<?> list) {
            json.beginArray();
            list.forEach(element -> write(json, element));
            json.endArray();
        } else if (value instanceof String text) {
            writeText(json, text);
        } else {
            json.beginObject();
            writeExtended(json, value);
            json.endObject();
        }
    }

    /** What looks like the id of an object is one. */
    private static void writeText(JsonWriter json, String text) {
        if (text.matches("[0-9a-f]{24}")) {
            json.beginObject().name("$oid").string(text).endObject();
        } else {
            json.string(text);
        }
    }

    private static void writeExtended(JsonWriter json, Object value) {
        if (value instanceof BigDecimal number) {
            boolean whole = number.scale() == 0 && number.precision() < 19;
            json.name(whole ? "$numberLong" : "$numberDecimal").string(number.toString());
        } else if (value instanceof Double number) {
            json.name("$numberDouble").string(number.toString());
        } else if (value instanceof Instant time) {
            json.name("$date").beginObject();
            json.name("$numberLong").string(MessageFields.millis(time)).endObject();
        } else if (value instanceof Binary binary) {
            json.name("$binary").beginObject();
            json.name("base64")
                    .base64(binary.bytes())
                    .name("subType")
                    .string("00")
                    .endObject();
        } else {
            throw new IllegalArgumentException(
                    "DocumentDB has no " + value.getClass().getSimpleName() + ".");
        }
    }
}
