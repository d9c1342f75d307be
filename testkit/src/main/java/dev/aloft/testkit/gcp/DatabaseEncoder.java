package dev.aloft.testkit.gcp;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * The databases of Google through Eventarc, in one of the forms in which they send changes.
 *
 * <pre>{@code
 * CloudEventEncoder.binary(DatabaseEncoder.firestore().event(change))
 * }</pre>
 *
 * <p>The key of a change has an {@code id}, and may have the {@code parent} document's path; of Datastore a numeric id is a number, and
 * there may be a {@code namespace}. Changed fields are told of updates, a sequence by Datastore. The Realtime Database has values of JSON
 * only, and of these no empty objects and arrays, and no null.
 *
 * @see <a href="https://docs.cloud.google.com/eventarc/docs/reference/supported-events">the events of Eventarc</a>
 */
public final class DatabaseEncoder {
    private static final String HOST = "//firestore.googleapis.com/projects/p/databases/(default)";

    private enum Form {
        PROTOBUF,
        JSON,
        REALTIME
    }

    private final Form form;
    private final boolean datastore;

    private DatabaseEncoder(Form form, boolean datastore) {
        this.form = form;
        this.datastore = datastore;
    }

    /** Firestore, in protocol buffers. */
    public static DatabaseEncoder firestore() {
        return new DatabaseEncoder(Form.PROTOBUF, false);
    }

    /** Firestore, in JSON. */
    public static DatabaseEncoder firestoreJson() {
        return new DatabaseEncoder(Form.JSON, false);
    }

    /** Firestore in Datastore mode, in protocol buffers. */
    public static DatabaseEncoder datastore() {
        return new DatabaseEncoder(Form.PROTOBUF, true);
    }

    /** Firestore in Datastore mode, in JSON. */
    public static DatabaseEncoder datastoreJson() {
        return new DatabaseEncoder(Form.JSON, true);
    }

    /** The Realtime Database, instance {@code i}. */
    public static DatabaseEncoder realtime() {
        return new DatabaseEncoder(Form.REALTIME, false);
    }

    /**
     * The CloudEvent for one change.
     *
     * @param change the change, no upsert
     * @return the CloudEvent, of the type of its operation
     */
    public Event event(ChangeEvent<Document> change) {
        return switch (form) {
            case PROTOBUF -> event(change, protobuf(change), "application/protobuf");
            case JSON -> event(change, json(change), "application/json");
            case REALTIME -> realtime(change);
        };
    }

    private Event event(ChangeEvent<Document> change, byte[] data, String contentType) {
        String type = datastore ? "google.cloud.datastore.entity.v1." : "google.cloud.firestore.document.v1.";
        return Event.builder(change.id(), HOST, type + verb(change))
                .time(change.time().orElse(null))
                .extension("database", "(default)")
                .data(data, contentType)
                .build();
    }

    private static String verb(ChangeEvent<?> change) {
        return switch (change.operation()) {
            case INSERT -> "created";
            case UPDATE -> "updated";
            case DELETE -> "deleted";
            case UPSERT -> throw new IllegalArgumentException("Google tells whether a document is new.");
        };
    }

    private static long version(ChangeEvent<?> change) {
        return change.sequence().map(Long::valueOf).orElse(0L);
    }

    private byte[] protobuf(ChangeEvent<Document> change) {
        ProtobufDocument documents = new ProtobufDocument(datastore);
        GoogleName name = GoogleName.of(change);
        ProtobufWriter data = new ProtobufWriter();
        change.documentAfter().ifPresent(after -> data.message(1, documents.snapshot(name, after, version(change))));
        change.documentBefore().ifPresent(before -> data.message(2, documents.snapshot(name, before, 1)));
        change.changedFields().ifPresent(fields -> {
            ProtobufWriter mask = new ProtobufWriter();
            fields.forEach(field -> mask.text(1, field));
            data.message(3, mask);
        });
        return data.toByteArray();
    }

    private byte[] json(ChangeEvent<Document> change) {
        JsonWriter json = new JsonWriter();
        JsonDocument documents = new JsonDocument(json, datastore);
        GoogleName name = GoogleName.of(change);
        json.beginObject();
        change.documentBefore().ifPresent(before -> {
            json.name("oldValue");
            documents.snapshot(name, before, 1);
        });
        change.documentAfter().ifPresent(after -> {
            json.name("value");
            documents.snapshot(name, after, version(change));
        });
        json.name("updateMask").beginObject();
        if (change.changedFields().isPresent()) {
            json.name(datastore ? "propertyPaths" : "fieldPaths").beginArray();
            change.changedFields().get().forEach(json::string);
            json.endArray();
        }
        return json.endObject().endObject().toByteArray();
    }

    private static Event realtime(ChangeEvent<Document> change) {
        String parent = change.key().text("parent").map(text -> text + "/").orElse("");
        String ref = parent + change.source() + "/" + change.key().text("id").orElseThrow();
        JsonWriter json = new JsonWriter();
        json.beginObject().name("data");
        write(change.documentBefore().orElse(null), json);
        json.name("delta");
        write(
                change.documentAfter()
                        .map(after ->
                                RealtimeDelta.between(change.documentBefore().orElse(Document.empty()), after))
                        .orElse(null),
                json);
        return Event.builder(
                        change.id(),
                        "//firebasedatabase.googleapis.com/projects/_/locations/us-central1/instances/i",
                        "google.firebase.database.ref.v1." + verb(change))
                .subject("refs/" + ref)
                .time(change.time().orElse(null))
                .extension("instance", "i")
                .extension("ref", ref)
                .data(json.endObject().toByteArray(), "application/json")
                .build();
    }

    private static void write(@Nullable Document document, JsonWriter json) {
        if (document == null) {
            json.nullValue();
        } else {
            DocumentJson.write(document, json);
        }
    }
}
