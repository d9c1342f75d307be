package dev.aloft.gcp;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of Firestore and of Datastore in the JSON form of protocol buffers, for triggers with {@code application/json} and the first
 * generation of Cloud Functions. Integers of 64 bits are strings or numbers.
 *
 * @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a> and {@link ProtobufChange}
 */
final class JsonChange {
    private final JsonReader json;

    private JsonChange(byte[] data) {
        this.json = new JsonReader(data);
    }

    static void read(byte[] data, ChangeMapper change) {
        new JsonChange(data).read(change);
    }

    private void read(ChangeMapper change) {
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "value" -> snapshot(change.after);
                case "oldValue", "old_value" -> snapshot(change.before);
                case "updateMask", "update_mask" -> change.fieldPaths = mask();
                default -> json.skip();
            }
        }
        json.end();
    }

    /** The next member's name, of those that are not null, which means absent; null at the end of the object, which is left. */
    private @Nullable String next() {
        while (json.hasNext()) {
            String name = json.name();
            if (!json.isNull()) {
                return name;
            }
            json.skip();
        }
        json.endObject();
        return null;
    }

    private List<String> mask() {
        List<String> paths = new ArrayList<>();
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            if (name.equals("fieldPaths") || name.equals("propertyPaths")) {
                json.beginArray();
                while (json.hasNext()) {
                    paths.add(json.string());
                }
                json.endArray();
            } else {
                json.skip();
            }
        }
        return paths;
    }

    /** A {@code Document}, an {@code EntityResult}, or the {@code Entity} in that. */
    private void snapshot(Snapshot snapshot) {
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "name" -> snapshot.name(json.string());
                case "fields", "properties" -> snapshot.fields = fields();
                case "version" -> snapshot.version = StorageMapper.int64(json);
                case "key" -> key(snapshot);
                case "entity" -> snapshot(snapshot);
                default -> json.skip();
            }
        }
    }

    private Document fields() {
        Document.Builder fields = Document.builder();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            fields.set(name, value());
        }
        json.endObject();
        return fields.build();
    }

    private @Nullable Object value() {
        Object value = ChangeMapper.NO_VALUE;
        json.beginObject();
        while (json.hasNext()) {
            String type = json.name();
            Object read = value(type);
            if (read != ChangeMapper.NO_VALUE) {
                if (value != ChangeMapper.NO_VALUE) {
                    throw ChangeMapper.unknownValue();
                }
                value = read;
            }
        }
        json.endObject();
        return ChangeMapper.known(value);
    }

    private @Nullable Object value(String type) {
        return switch (type) {
            case "booleanValue" -> json.bool();
            case "integerValue" -> StorageMapper.int64(json);
            case "doubleValue" -> number();
            case "timestampValue" -> time();
            case "stringValue" -> json.string();
            case "bytesValue", "blobValue" -> Binary.of(json.base64());
            case "referenceValue" -> new DocumentReference(json.string());
            case "keyValue" -> reference();
            case "geoPointValue" -> place();
            case "arrayValue" -> array();
            case "mapValue", "entityValue" -> map();
            default -> {
                json.skip();
                yield type.equals("nullValue") ? null : ChangeMapper.NO_VALUE;
            }
        };
    }

    private DocumentReference reference() {
        Snapshot entity = new Snapshot();
        key(entity);
        return entity.reference();
    }

    /** A number, or what is none in JSON as a string: {@code "NaN"}, {@code "-Infinity"}. */
    private Double number() {
        String text = json.scalar();
        try {
            double number = Double.parseDouble(text);
            boolean finite = !Double.isInfinite(number) && !Double.isNaN(number);
            if (finite ? isDecimal(text) : text.equals(Double.toString(number))) {
                return number;
            }
        } catch (NumberFormatException none) {
            // As wrong as what is too large, or written in a way that only Java knows.
        }
        throw GoogleErrors.unreadable(ChangeMapper.SERVICE, "a double is no number");
    }

    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private Instant time() {
        Instant time = IsoTime.parse(json.string());
        if (time == null) {
            throw ChangeMapper.noTime();
        }
        return time;
    }

    private GeoPoint place() {
        double latitude = 0;
        double longitude = 0;
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "latitude" -> latitude = number();
                case "longitude" -> longitude = number();
                default -> json.skip();
            }
        }
        return ChangeMapper.place(latitude, longitude);
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> values = new ArrayList<>();
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            if (name.equals("values")) {
                json.beginArray();
                while (json.hasNext()) {
                    values.add(value());
                }
                json.endArray();
            } else {
                json.skip();
            }
        }
        return values;
    }

    private Document map() {
        Document fields = Document.empty();
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            if (name.equals("fields") || name.equals("properties")) {
                fields = fields();
            } else {
                json.skip();
            }
        }
        return fields;
    }

    private void key(Snapshot entity) {
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "partitionId" -> partition(entity);
                case "path" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        element(entity);
                    }
                    json.endArray();
                }
                default -> json.skip();
            }
        }
    }

    private void partition(Snapshot entity) {
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "projectId" -> entity.project = json.string();
                case "databaseId" -> entity.database = json.string();
                case "namespaceId" -> entity.namespace = json.string();
                default -> json.skip();
            }
        }
    }

    private void element(Snapshot entity) {
        String kind = "";
        Object id = "";
        json.beginObject();
        for (String name = next(); name != null; name = next()) {
            switch (name) {
                case "kind" -> kind = json.string();
                case "id" -> id = StorageMapper.int64(json);
                case "name" -> id = json.string();
                default -> json.skip();
            }
        }
        entity.add(kind, id);
    }
}
