package dev.aloft.gcp;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of Firestore and of Datastore in the binary form of protocol buffers, in which Eventarc sends them by default. The values of
 * both have the same field numbers; a Firestore reference is a name and a Datastore one a key.
 *
 * @see <a href="https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/firestore/v1/data.proto">the data
 *     of Firestore</a> and <a
 *     href="https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/datastore/v1/data.proto">of
 *     Datastore</a>
 */
final class ProtobufChange {
    private static final int FIRST_MESSAGE = 1 << 3 | WireReader.BYTES;
    private static final int SECOND_MESSAGE = 2 << 3 | WireReader.BYTES;
    private static final int THIRD_MESSAGE = 3 << 3 | WireReader.BYTES;
    private static final long EARLIEST = -62_135_596_800L;
    private static final long LATEST = 253_402_300_799L;

    private final WireReader wire;
    private final boolean datastore;

    private ProtobufChange(byte[] data, boolean datastore) {
        this.wire = new WireReader(data);
        this.datastore = datastore;
    }

    /** Reads a {@code DocumentEventData}, or Datastore's {@code EntityEventData}. */
    static void read(byte[] data, boolean datastore, ChangeMapper change) {
        new ProtobufChange(data, datastore).read(change);
    }

    private void read(ChangeMapper change) {
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case FIRST_MESSAGE -> snapshot(change.after);
                case SECOND_MESSAGE -> snapshot(change.before);
                case THIRD_MESSAGE -> change.fieldPaths = mask();
                default -> wire.skip(tag);
            }
        }
    }

    private List<String> mask() {
        List<String> paths = new ArrayList<>();
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            if (tag == FIRST_MESSAGE) {
                paths.add(wire.text());
            } else {
                wire.skip(tag);
            }
        }
        wire.leave(outer);
        return paths;
    }

    /** A {@code Document}, or an {@code EntityResult} around an {@code Entity}. */
    private void snapshot(Snapshot snapshot) {
        int outer = wire.enter();
        Document.Builder fields = Document.builder();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            if (tag == FIRST_MESSAGE && datastore) {
                snapshot.fields = map(THIRD_MESSAGE, snapshot);
            } else if (tag == (4 << 3 | WireReader.VARINT) && datastore) {
                snapshot.version = wire.varint();
            } else if (tag == FIRST_MESSAGE) {
                snapshot.name(wire.text());
            } else if (tag == SECOND_MESSAGE && !datastore) {
                entry(fields);
            } else {
                wire.skip(tag);
            }
        }
        wire.leave(outer);
        snapshot.fields = datastore ? snapshot.fields : fields.build();
    }

    /** A {@code MapValue} or an {@code Entity}. */
    private Document map(int entryTag, @Nullable Snapshot entity) {
        Document.Builder fields = Document.builder();
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            if (tag == entryTag) {
                entry(fields);
            } else if (tag == FIRST_MESSAGE && entity != null) {
                key(entity);
            } else {
                wire.skip(tag);
            }
        }
        wire.leave(outer);
        return fields.build();
    }

    private void entry(Document.Builder fields) {
        String name = "";
        Object value = ChangeMapper.NO_VALUE;
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case FIRST_MESSAGE -> name = wire.text();
                case SECOND_MESSAGE -> value = value();
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
        fields.set(name, ChangeMapper.known(value));
    }

    /** Of several values the last one counts, as for Google's readers. */
    private @Nullable Object value() {
        Object value = ChangeMapper.NO_VALUE;
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case 11 << 3 | WireReader.VARINT -> {
                    wire.varint();
                    value = null;
                }
                case 1 << 3 | WireReader.VARINT -> value = wire.varint() != 0;
                case 2 << 3 | WireReader.VARINT -> value = wire.varint();
                case 3 << 3 | WireReader.FIXED64 -> value = wire.fixed64();
                case 5 << 3 | WireReader.BYTES -> value = reference();
                case 6 << 3 | WireReader.BYTES -> value = map(datastore ? THIRD_MESSAGE : FIRST_MESSAGE, null);
                case 8 << 3 | WireReader.BYTES -> value = place();
                case 9 << 3 | WireReader.BYTES -> value = array();
                case 10 << 3 | WireReader.BYTES -> value = time();
                case 17 << 3 | WireReader.BYTES -> value = wire.text();
                case 18 << 3 | WireReader.BYTES -> value = Binary.of(wire.bytes());
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
        return ChangeMapper.known(value);
    }

    private DocumentReference reference() {
        if (!datastore) {
            return new DocumentReference(wire.text());
        }
        Snapshot entity = new Snapshot();
        key(entity);
        return entity.reference();
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> values = new ArrayList<>();
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            if (tag == FIRST_MESSAGE) {
                values.add(value());
            } else {
                wire.skip(tag);
            }
        }
        wire.leave(outer);
        return values;
    }

    private GeoPoint place() {
        double latitude = 0;
        double longitude = 0;
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case 1 << 3 | WireReader.FIXED64 -> latitude = wire.fixed64();
                case 2 << 3 | WireReader.FIXED64 -> longitude = wire.fixed64();
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
        return ChangeMapper.place(latitude, longitude);
    }

    private Instant time() {
        long seconds = 0;
        long nanos = 0;
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case 1 << 3 | WireReader.VARINT -> seconds = wire.varint();
                case 2 << 3 | WireReader.VARINT -> nanos = wire.varint();
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
        if (seconds < EARLIEST || seconds > LATEST || nanos < 0 || nanos > 999_999_999) {
            throw ChangeMapper.noTime();
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    /** A {@code Key} of Datastore: partition and path. */
    private void key(Snapshot entity) {
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case FIRST_MESSAGE -> partition(entity);
                case SECOND_MESSAGE -> element(entity);
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
    }

    private void partition(Snapshot entity) {
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case SECOND_MESSAGE -> entity.project = wire.text();
                case THIRD_MESSAGE -> entity.database = wire.text();
                case 4 << 3 | WireReader.BYTES -> entity.namespace = wire.text();
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
    }

    private void element(Snapshot entity) {
        String kind = "";
        Object id = "";
        int outer = wire.enter();
        for (int tag = wire.tag(); tag != 0; tag = wire.tag()) {
            switch (tag) {
                case FIRST_MESSAGE -> kind = wire.text();
                case 2 << 3 | WireReader.VARINT -> id = wire.varint();
                case THIRD_MESSAGE -> id = wire.text();
                default -> wire.skip(tag);
            }
        }
        wire.leave(outer);
        entity.add(kind, id);
    }
}
