package dev.aloft.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON text as maps, lists, strings, booleans, null, and numbers as they are spelled. */
final class JsonTree {
    /** A number's characters: two spellings of one value are two numerals. */
    record Numeral(String text) {}

    private JsonTree() {}

    static @Nullable Object of(byte[] utf8) {
        JsonReader json = new JsonReader(utf8);
        Object value = read(json);
        json.end();
        return value;
    }

    private static @Nullable Object read(JsonReader json) {
        switch (json.peek()) {
            case OBJECT -> {
                return object(json);
            }
            case ARRAY -> {
                return array(json);
            }
            case STRING -> {
                return json.string();
            }
            case NUMBER -> {
                return new Numeral(json.scalar());
            }
            case BOOLEAN -> {
                return json.bool();
            }
            case NULL -> {
                return json.stringOrNull();
            }
        }
        throw new AssertionError("a token of another kind");
    }

    private static Map<String, @Nullable Object> object(JsonReader json) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            members.put(json.name(), read(json));
        }
        json.endObject();
        return members;
    }

    private static List<@Nullable Object> array(JsonReader json) {
        List<@Nullable Object> elements = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            elements.add(read(json));
        }
        json.endArray();
        return elements;
    }

    static byte[] write(@Nullable Object tree) {
        JsonWriter json = new JsonWriter();
        write(tree, json);
        return json.toByteArray();
    }

    private static void write(@Nullable Object tree, JsonWriter json) {
        if (tree instanceof Map<?, ?> members) {
            json.beginObject();
            members.forEach((name, value) -> {
                json.name((String) name);
                write(value, json);
            });
            json.endObject();
        } else if (tree instanceof List<?> elements) {
            json.beginArray();
            elements.forEach(element -> write(element, json));
            json.endArray();
        } else if (tree instanceof Numeral numeral) {
            json.raw(numeral.text().getBytes(StandardCharsets.UTF_8));
        } else if (tree instanceof Boolean flag) {
            json.bool(flag);
        } else if (tree instanceof String text) {
            json.string(text);
        } else {
            json.nullValue();
        }
    }
}
