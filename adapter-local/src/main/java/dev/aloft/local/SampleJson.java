package dev.aloft.local;

import dev.aloft.Body;
import dev.aloft.runtime.json.JsonWriter;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An example of what a function takes, for a form to begin with: {@code {"orderId":"order-1","quantity":1}} of a record. */
final class SampleJson {
    private static final int DEEPEST = 4;

    private final JsonWriter json = new JsonWriter(256);

    private SampleJson() {}

    /** @param type what is asked for; null if nothing is */
    static String of(@Nullable Type type) {
        if (type == null || type == String.class || type == byte[].class || type == Body.class) {
            return "Hello";
        }
        SampleJson sample = new SampleJson();
        sample.write(type, "text", 0);
        return new String(sample.json.toByteArray(), StandardCharsets.UTF_8);
    }

    private void write(Type type, String name, int depth) {
        if (type instanceof ParameterizedType generic) {
            writeGeneric(generic, name, depth);
        } else if (type instanceof GenericArrayType array) {
            writeArray(array.getGenericComponentType(), name, depth);
        } else if (type instanceof Class<?> plain && plain.isArray()) {
            writeArray(plain.getComponentType(), name, depth);
        } else if (type instanceof Class<?> plain && plain.isRecord() && depth < DEEPEST) {
            json.beginObject();
            for (RecordComponent component : plain.getRecordComponents()) {
                json.name(component.getName());
                write(component.getGenericType(), component.getName(), depth + 1);
            }
            json.endObject();
        } else {
            writeValue(type, name);
        }
    }

    private void writeGeneric(ParameterizedType type, String name, int depth) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type first = type.getActualTypeArguments()[0];
        if (raw == Optional.class) {
            write(first, name, depth);
        } else if (Iterable.class.isAssignableFrom(raw)) {
            writeArray(first, name, depth);
        } else {
            write(raw, name, depth);
        }
    }

    private void writeArray(Type element, String name, int depth) {
        json.beginArray();
        if (depth < DEEPEST) {
            write(element, name, depth + 1);
        }
        json.endArray();
    }

    private void writeValue(Type type, String name) {
        if (type == boolean.class || type == Boolean.class) {
            json.bool(true);
        } else if (type == BigDecimal.class || type == double.class || type == Double.class) {
            json.number(new BigDecimal("9.90"));
        } else if (type instanceof Class<?> plain
                && (Number.class.isAssignableFrom(plain) || plain.isPrimitive() && plain != char.class)) {
            json.number(1);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            json.string(String.valueOf(plain.getEnumConstants()[0]));
        } else if (type == String.class || type == char.class || type == Character.class) {
            json.string(type == String.class ? text(name) : "a");
        } else if (type == Instant.class || type == LocalDate.class) {
            json.string(type == Instant.class ? "2026-01-01T12:00:00Z" : "2026-01-01");
        } else if (type == UUID.class) {
            json.string("00000000-0000-0000-0000-000000000001");
        } else {
            json.beginObject().endObject();
        }
    }

    /** For example {@code order-1} of {@code orderId}. */
    private static String text(String name) {
        if (name.equals("id")) {
            return "id-1";
        }
        return name.endsWith("Id") ? name.substring(0, name.length() - 2) + "-1" : name;
    }
}
