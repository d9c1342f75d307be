package dev.aloft.runtime;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Documents as JSON: {@code {"id":"p-1","price":9.90,"tags":["new"]}}.
 *
 * <p>Numbers keep all their digits; doubles without a fraction are written as integers, since a codec need not take {@code 3.0} for
 * one. What JSON lacks is written as text: bytes in Base64, times as {@code 2026-03-29T03:00:00Z}, the
 * doubles {@code NaN}, {@code Infinity} and {@code -Infinity} by these words, references by their names; sets become arrays, places
 * {@code {"latitude":52.52,"longitude":13.405}}. Reading gives texts, exact numbers, truth values, lists and documents.
 */
public final class DocumentJson {
    /** Up to 2<sup>53</sup> a double is for certain the integer that was meant. */
    private static final double LARGEST_INTEGER = 0x1p53;

    private DocumentJson() {}

    /**
     * Reads the next value, which is an object.
     *
     * @param json where from
     * @return the document
     * @throws dev.aloft.AloftException with code ALOFT-201 if it is no valid JSON object, has a name twice, or lies more than 200
     *     objects and arrays deep
     */
    public static Document read(JsonReader json) {
        Document.Builder document = Document.builder();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            document.set(name, value(json));
        }
        json.endObject();
        return document.build();
    }

    private static @Nullable Object value(JsonReader json) {
        return switch (json.peek()) {
            case OBJECT -> read(json);
            case ARRAY -> list(json);
            case STRING -> json.string();
            case NUMBER -> json.decimal();
            case BOOLEAN -> json.bool();
            default -> {
                json.skip();
                yield null;
            }
        };
    }

    private static List<@Nullable Object> list(JsonReader json) {
        List<@Nullable Object> values = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            values.add(value(json));
        }
        json.endArray();
        return values;
    }

    /**
     * Writes a document as an object.
     *
     * @param document the document
     * @param json where to
     */
    public static void write(Document document, JsonWriter json) {
        json.beginObject();
        for (Map.Entry<String, @Nullable Object> field : document.fields().entrySet()) {
            json.name(field.getKey());
            writeValue(field.getValue(), json);
        }
        json.endObject();
    }

    /**
     * Writes a value as a document may have it.
     *
     * @param value the value
     * @param json where to
     */
    public static void writeValue(@Nullable Object value, JsonWriter json) {
        if (value == null) {
            json.nullValue();
        } else if (value instanceof Boolean flag) {
            json.bool(flag);
        } else if (value instanceof BigDecimal number) {
            json.number(number);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            writeFinite(number, json);
        } else if (value instanceof Document document) {
            write(document, json);
        } else if (value instanceof Collection<?> values) {
            writeAll(values, json);
        } else if (value instanceof Binary binary) {
            json.base64(binary.bytes());
        } else if (value instanceof GeoPoint place) {
            json.beginObject().name("latitude").number(BigDecimal.valueOf(place.latitude()));
            json.name("longitude").number(BigDecimal.valueOf(place.longitude())).endObject();
        } else {
            json.string(value instanceof DocumentReference other ? other.name() : value.toString());
        }
    }

    private static void writeFinite(double number, JsonWriter json) {
        if (number == Math.rint(number) && Math.abs(number) <= LARGEST_INTEGER) {
            json.number((long) number);
        } else {
            json.number(BigDecimal.valueOf(number));
        }
    }

    private static void writeAll(Collection<?> values, JsonWriter json) {
        json.beginArray();
        for (Object value : values) {
            writeValue(value, json);
        }
        json.endArray();
    }
}
