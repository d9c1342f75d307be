package dev.aloft.testkit.gcp;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents in the binary form of protocol buffers, for Firestore and Datastore. */
final class ProtobufDocument {
    private final boolean datastore;

    ProtobufDocument(boolean datastore) {
        this.datastore = datastore;
    }

    /** A {@code Document} or {@code EntityResult}. */
    ProtobufWriter snapshot(GoogleName name, Document document, long version) {
        Instant time = Instant.parse("2026-05-01T12:00:00.123456Z");
        ProtobufWriter fields = new ProtobufWriter();
        if (!datastore) {
            fields(2, document, fields.text(1, name.text()));
            return fields.message(3, time(time)).message(4, time(time));
        }
        fields(3, document, fields.message(1, key(name)));
        ProtobufWriter result = new ProtobufWriter().message(1, fields);
        return (version == 0 ? result : result.varint(4, version)).message(6, time(time));
    }

    private void fields(int field, Document document, ProtobufWriter message) {
        for (Map.Entry<String, @Nullable Object> entry : document.fields().entrySet()) {
            message.message(field, new ProtobufWriter().text(1, entry.getKey()).message(2, value(entry.getValue())));
        }
    }

    private ProtobufWriter value(@Nullable Object value) {
        ProtobufWriter written = new ProtobufWriter();
        if (value == null) {
            return written.varint(11, 0);
        } else if (value instanceof Boolean flag) {
            return written.varint(1, flag ? 1 : 0);
        } else if (value instanceof BigDecimal number) {
            return value(GoogleNumber.of(number));
        } else if (value instanceof Long number) {
            return written.varint(2, number);
        } else if (value instanceof Double number) {
            return written.fixed64(3, number);
        } else if (value instanceof DocumentReference reference) {
            return datastore
                    ? written.message(5, key(GoogleName.of(reference.name())))
                    : written.text(5, reference.name());
        } else if (value instanceof Document document) {
            ProtobufWriter map = new ProtobufWriter();
            fields(datastore ? 3 : 1, document, map);
            return written.message(6, map);
        } else if (value instanceof GeoPoint place) {
            return written.message(
                    8, new ProtobufWriter().fixed64(1, place.latitude()).fixed64(2, place.longitude()));
        } else if (value instanceof Collection<?> elements) {
            ProtobufWriter array = new ProtobufWriter();
            elements.forEach(element -> array.message(1, value(element)));
            return written.message(9, array);
        } else if (value instanceof Instant instant) {
            return written.message(10, time(instant));
        }
        return value instanceof Binary binary ? written.bytes(18, binary.bytes()) : written.text(17, (String) value);
    }

    private static ProtobufWriter time(Instant instant) {
        return new ProtobufWriter().varint(1, instant.getEpochSecond()).varint(2, instant.getNano());
    }

    private static ProtobufWriter key(GoogleName name) {
        ProtobufWriter partition = new ProtobufWriter().text(2, name.project());
        if (!name.namespace().isEmpty()) {
            partition.text(4, name.namespace());
        }
        ProtobufWriter key = new ProtobufWriter().message(1, partition);
        for (int i = 0; i < name.path().size(); i += 2) {
            ProtobufWriter element =
                    new ProtobufWriter().text(1, name.path().get(i).toString());
            Object id = name.path().get(i + 1);
            key.message(2, id instanceof Long number ? element.varint(2, number) : element.text(3, id.toString()));
        }
        return key;
    }
}
