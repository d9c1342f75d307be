package dev.aloft.gcp;

import dev.aloft.AloftException;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.GeoPoint;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.spi.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of Firestore, of Firestore in Datastore mode and of the Realtime Database, as Eventarc sends them, with or without the
 * context of the user who made them.
 *
 * <p>What is not there any more, or was not before, has no name; for {@code written} this is what tells the operation. Names come from
 * the data, except those of the Realtime Database, whose data has none.
 *
 * @see <a href="https://docs.cloud.google.com/eventarc/docs/reference/supported-events">the events of Eventarc</a>, <a
 *     href="https://docs.cloud.google.com/firestore/native/docs/extend-with-functions-2nd-gen">of Firestore</a> and <a
 *     href="https://firebase.google.com/docs/functions/database-events">of the Realtime Database</a>
 */
final class ChangeMapper {
    private static final String FIRESTORE = "google.cloud.firestore.document.v1.";
    private static final String DATASTORE = "google.cloud.datastore.entity.v1.";
    private static final String REALTIME = "google.firebase.database.ref.v1.";
    private static final String WITH_USER = ".withAuthContext";

    static final String SERVICE = "Firestore or Datastore";
    /** What a value is that has no type; null is a value. */
    static final Object NO_VALUE = new Object();

    final Snapshot before = new Snapshot();
    final Snapshot after = new Snapshot();
    /** Of the mask, which only an update has. */
    @Nullable
    List<String> fieldPaths;

    static boolean recognises(String type) {
        return verb(type) != null;
    }

    /** The end of a type: created, updated, deleted or written. */
    private static @Nullable String verb(String type) {
        String bare = type.endsWith(WITH_USER) ? type.substring(0, type.length() - WITH_USER.length()) : type;
        int end = bare.lastIndexOf('.') + 1;
        String verb = bare.substring(end);
        return switch (bare.substring(0, end)) {
            case FIRESTORE, DATASTORE, REALTIME ->
                switch (verb) {
                    case "created", "updated", "deleted", "written" -> verb;
                    default -> null;
                };
            default -> null;
        };
    }

    /**
     * Reads an event whose type is recognised.
     *
     * @param event the event
     * @param raw what came, as the platform handed it over
     */
    static Arrival read(Event event, byte[] raw) {
        if (event.type().startsWith(REALTIME)) {
            return RealtimeChange.read(event, raw);
        }
        boolean datastore = event.type().startsWith(DATASTORE);
        ChangeMapper data = new ChangeMapper();
        byte[] bytes = event.data().bytes();
        // Where nothing tells, as in events made by hand: no field of these messages begins like a JSON object.
        String assumed = bytes.length > 0 && bytes[0] == '{' ? "application/json" : "application/protobuf";
        data.read(bytes, event.contentType().orElse(assumed), datastore);
        Snapshot before = data.before;
        Snapshot after = data.after;
        Snapshot named = after.exists() ? after : before;
        if (named.source.isBlank()) {
            throw GoogleErrors.unreadable(SERVICE, "neither the old nor the new document has a name");
        }
        Operation operation = operation(event.type(), before.exists(), after.exists(), SERVICE);
        ChangeEvent<Document> change = ChangeEvent.builder(event.id(), operation, named.source)
                .key(named.key())
                .before(before.exists() ? before.fields : null)
                .after(after.exists() ? after.fields : null)
                .changedFields(operation == Operation.UPDATE ? data.fieldPaths : null)
                .sequence(after.version == 0 ? null : Long.toString(after.version))
                .time(event.time().orElse(null))
                .raw(raw)
                .build();
        String service = datastore ? "google:datastore" : "google:firestore";
        return new Arrival(
                Origin.changes(service, named.source, named.collection()), DeliveryItem.of(event.id(), null, change));
    }

    private void read(byte[] data, String contentType, boolean datastore) {
        switch (MediaType.bare(contentType)) {
            case "application/protobuf", "application/x-protobuf" -> ProtobufChange.read(data, datastore, this);
            case "application/json" -> JsonChange.read(data, this);
            default -> throw GoogleErrors.unreadable(SERVICE, "its data is neither protobuf nor JSON");
        }
    }

    /** What was done; the type and what is there must tell the same. */
    static Operation operation(String type, boolean before, boolean after, String service) {
        String verb = String.valueOf(verb(type));
        Operation operation = switch (verb) {
            case "created" -> Operation.INSERT;
            case "updated" -> Operation.UPDATE;
            case "deleted" -> Operation.DELETE;
            default -> after ? before ? Operation.UPDATE : Operation.INSERT : Operation.DELETE;
        };
        if (after == (operation == Operation.DELETE)) {
            throw GoogleErrors.unreadable(
                    service, after ? "a deleted document is still there" : "there is no new document");
        }
        return operation;
    }

    /** A value, unless there is none of a type that is known here: it must not become null. */
    static @Nullable Object known(@Nullable Object value) {
        if (value == NO_VALUE) {
            throw unknownValue();
        }
        return value;
    }

    static AloftException unknownValue() {
        return GoogleErrors.unreadable(
                SERVICE, "a field has no value, several ones, or one of a type that this version does not know");
    }

    static AloftException noTime() {
        return GoogleErrors.unreadable(SERVICE, "a time is none of the years 1 to 9999");
    }

    static GeoPoint place(double latitude, double longitude) {
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            return new GeoPoint(latitude, longitude);
        }
        throw GoogleErrors.unreadable(SERVICE, "a geo point is nowhere on earth");
    }
}
