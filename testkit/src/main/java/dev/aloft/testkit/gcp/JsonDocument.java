package dev.aloft.testkit.gcp;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents in the JSON form of protocol buffers, for Firestore and Datastore. */
final class JsonDocument {
    private final JsonWriter json;
    private final boolean datastore;

    JsonDocument(JsonWriter json, boolean datastore) {
        this.json = json;
        this.datastore = datastore;
    }

    /** A {@code Document} or {@code EntityResult}. */
    void snapshot(GoogleName name, Document document, long version) {
        json.beginObject();
        if (datastore) {
            json.name("entity").beginObject().name("key");
            key(name);
            fields(document);
            json.endObject();
            json.name("version").string(Long.toString(version));
        } else {
            json.name("name").string(name.text());
            fields(document);
        }
        json.name("updateTime").string("2026-05-01T12:00:00.123456Z");
        json.endObject();
    }

    private void fields(Document document) {
        json.name(datastore ? "properties" : "fields").beginObject();
        for (Map.Entry<String, @Nullable Object> entry : document.fields().entrySet()) {
            json.name(entry.getKey()).beginObject();
            value(entry.getValue());
            json.endObject();
        }
        json.endObject();
    }

    private void value(@Nullable Object value) {
        if (value == null) {
            json.name("nullValue").nullValue();
        } else if (value instanceof Boolean flag) {
            json.name("booleanValue").bool(flag);
        } else if (value instanceof BigDecimal number) {
            value(GoogleNumber.of(number));
        } else if (value instanceof Long number) {
            json.name("integerValue").string(number.toString());
        } else if (value instanceof Double number) {
            number("doubleValue", number);
        } else if (value instanceof DocumentReference reference) {
            reference(reference);
        } else if (value instanceof Document document) {
            json.name(datastore ? "entityValue" : "mapValue").beginObject();
            fields(document);
            json.endObject();
        } else if (value instanceof GeoPoint place) {
            json.name("geoPointValue").beginObject();
            number("latitude", place.latitude());
            number("longitude", place.longitude());
            json.endObject();
        } else if (value instanceof Collection<?> elements) {
            array(elements);
        } else if (value instanceof Instant instant) {
            json.name("timestampValue").string(instant.toString());
        } else if (value instanceof Binary binary) {
            json.name(datastore ? "blobValue" : "bytesValue").base64(binary.bytes());
        } else {
            json.name("stringValue").string((String) value);
        }
    }

    private void number(String name, double number) {
        if (Double.isFinite(number)) {
            json.name(name).raw(Double.toString(number).getBytes(StandardCharsets.US_ASCII));
        } else {
            json.name(name).string(Double.toString(number));
        }
    }

    private void reference(DocumentReference reference) {
        if (datastore) {
            json.name("keyValue");
            key(GoogleName.of(reference.name()));
        } else {
            json.name("referenceValue").string(reference.name());
        }
    }

    private void array(Collection<?> elements) {
        json.name("arrayValue").beginObject().name("values").beginArray();
        for (Object element : elements) {
            json.beginObject();
            value(element);
            json.endObject();
        }
        json.endArray().endObject();
    }

    private void key(GoogleName name) {
        json.beginObject().name("partitionId").beginObject();
        json.name("projectId").string(name.project());
        json.name("namespaceId").string(name.namespace());
        json.endObject().name("path").beginArray();
        for (int i = 0; i < name.path().size(); i += 2) {
            json.beginObject().name("kind").string(name.path().get(i).toString());
            Object id = name.path().get(i + 1);
            json.name(id instanceof Long ? "id" : "name").string(id.toString());
            json.endObject();
        }
        json.endArray().endObject();
    }
}
