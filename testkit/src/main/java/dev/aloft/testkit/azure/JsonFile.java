package dev.aloft.testkit.azure;

import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON object of the package with what the host reads in it; members of another type count as absent. */
record JsonFile(Map<String, Object> members) {

    /** Refuses a file that is no JSON object with an {@link IllegalArgumentException}. */
    static JsonFile read(Path file) throws IOException {
        try {
            JsonReader json = new JsonReader(Files.readAllBytes(file));
            JsonFile object = readObject(json);
            json.end();
            return object;
        } catch (JsonException e) {
            throw new IllegalArgumentException(file.getFileName() + " is no JSON object: " + e.getMessage(), e);
        }
    }

    private static JsonFile readObject(JsonReader json) {
        Map<String, Object> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            readValue(json).ifPresent(value -> members.put(name, value));
        }
        json.endObject();
        return new JsonFile(members);
    }

    private static Optional<Object> readValue(JsonReader json) {
        return switch (json.peek()) {
            case OBJECT -> Optional.of(readObject(json));
            case ARRAY -> Optional.of(readArray(json));
            case STRING -> Optional.of(json.string());
            case NUMBER, BOOLEAN, NULL -> {
                json.skip();
                yield Optional.empty();
            }
        };
    }

    private static List<Object> readArray(JsonReader json) {
        List<Object> elements = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            readValue(json).ifPresent(elements::add);
        }
        json.endArray();
        return elements;
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** The object at this place; an empty one if there is none. */
    JsonFile object(String name) {
        return members.get(name) instanceof JsonFile object ? object : new JsonFile(Map.of());
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    List<String> texts(String name) {
        return elements(name, String.class);
    }

    List<JsonFile> objects(String name) {
        return elements(name, JsonFile.class);
    }

    private <T> List<T> elements(String name, Class<T> type) {
        List<?> elements = members.get(name) instanceof List<?> list ? list : List.of();
        return elements.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
