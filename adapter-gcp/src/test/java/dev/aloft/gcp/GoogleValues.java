package dev.aloft.gcp;

import com.google.protobuf.ByteString;
import com.google.protobuf.NullValue;
import com.google.protobuf.Timestamp;
import com.google.type.LatLng;
import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Neutral values as those of Google's own protobuf classes. */
final class GoogleValues {
    private GoogleValues() {}

    static com.google.events.cloud.firestore.v1.Document firestore(String name, Document document) {
        var fields = com.google.events.cloud.firestore.v1.Document.newBuilder()
                .setName(name)
                .setCreateTime(time(Instant.parse("2026-05-01T12:00:00Z")))
                .setUpdateTime(time(Instant.parse("2026-05-01T12:00:00.5Z")));
        document.fields().forEach((field, value) -> fields.putFields(field, firestore(value)));
        return fields.build();
    }

    static com.google.events.cloud.firestore.v1.Value firestore(@Nullable Object value) {
        var google = com.google.events.cloud.firestore.v1.Value.newBuilder();
        if (value == null) {
            google.setNullValue(NullValue.NULL_VALUE);
        } else if (value instanceof Boolean flag) {
            google.setBooleanValue(flag);
        } else if (value instanceof BigDecimal number) {
            google.setIntegerValue(number.longValueExact());
        } else if (value instanceof Double number) {
            google.setDoubleValue(number);
        } else if (value instanceof Instant instant) {
            google.setTimestampValue(time(instant));
        } else if (value instanceof String text) {
            google.setStringValue(text);
        } else if (value instanceof Binary binary) {
            google.setBytesValue(ByteString.copyFrom(binary.bytes()));
        } else if (value instanceof DocumentReference reference) {
            google.setReferenceValue(reference.name());
        } else if (value instanceof GeoPoint place) {
            google.setGeoPointValue(place(place));
        } else if (value instanceof List<?> list) {
            var array = com.google.events.cloud.firestore.v1.ArrayValue.newBuilder();
            list.forEach(element -> array.addValues(firestore(element)));
            google.setArrayValue(array);
        } else {
            var map = com.google.events.cloud.firestore.v1.MapValue.newBuilder();
            ((Document) value).fields().forEach((field, inner) -> map.putFields(field, firestore(inner)));
            google.setMapValue(map);
        }
        return google.build();
    }

    static com.google.events.cloud.datastore.v1.Entity datastore(
            com.google.events.cloud.datastore.v1.Key key, Document document) {
        var entity = com.google.events.cloud.datastore.v1.Entity.newBuilder().setKey(key);
        document.fields().forEach((field, value) -> entity.putProperties(field, datastore(value)));
        return entity.build();
    }

    static com.google.events.cloud.datastore.v1.Value datastore(@Nullable Object value) {
        var google = com.google.events.cloud.datastore.v1.Value.newBuilder()
                .setExcludeFromIndexes(true)
                .setMeaning(7);
        if (value == null) {
            google.setNullValue(NullValue.NULL_VALUE);
        } else if (value instanceof Boolean flag) {
            google.setBooleanValue(flag);
        } else if (value instanceof BigDecimal number) {
            google.setIntegerValue(number.longValueExact());
        } else if (value instanceof Double number) {
            google.setDoubleValue(number);
        } else if (value instanceof Instant instant) {
            google.setTimestampValue(time(instant));
        } else if (value instanceof String text) {
            google.setStringValue(text);
        } else if (value instanceof Binary binary) {
            google.setBlobValue(ByteString.copyFrom(binary.bytes()));
        } else if (value instanceof DocumentReference reference) {
            google.setKeyValue(key(reference.name()));
        } else if (value instanceof GeoPoint place) {
            google.setGeoPointValue(place(place));
        } else if (value instanceof List<?> list) {
            var array = com.google.events.cloud.datastore.v1.ArrayValue.newBuilder();
            list.forEach(element -> array.addValues(datastore(element)));
            google.setArrayValue(array);
        } else {
            google.setEntityValue(
                    datastore(com.google.events.cloud.datastore.v1.Key.getDefaultInstance(), (Document) value));
        }
        return google.build();
    }

    /** Of {@code projects/p/databases/d/documents/Kind/name}, where {@code __id7__} is the number 7. */
    static com.google.events.cloud.datastore.v1.Key key(String name) {
        String[] parts = name.split("/");
        var key = com.google.events.cloud.datastore.v1.Key.newBuilder()
                .setPartitionId(com.google.events.cloud.datastore.v1.PartitionId.newBuilder()
                        .setProjectId(parts[1])
                        .setDatabaseId(parts[3].equals("(default)") ? "" : parts[3]));
        for (int i = 5; i < parts.length; i += 2) {
            var element = com.google.events.cloud.datastore.v1.Key.PathElement.newBuilder()
                    .setKind(parts[i]);
            String id = parts[i + 1];
            key.addPath(
                    id.startsWith("__id")
                            ? element.setId(Long.parseLong(id.substring(4, id.length() - 2)))
                            : element.setName(id.replace("%2F", "/").replace("%25", "%")));
        }
        return key.build();
    }

    static Timestamp time(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    private static LatLng place(GeoPoint place) {
        return LatLng.newBuilder()
                .setLatitude(place.latitude())
                .setLongitude(place.longitude())
                .build();
    }
}
