package dev.aloft.local;

import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonReader;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A change as a developer posts it: {@code {"before":{"id":"p-1","price":9},"after":{"id":"p-1","price":10}}}. */
final class PostedChange {
    private @Nullable String operation;
    private @Nullable Document key;
    private @Nullable Document before;
    private @Nullable Document after;

    private PostedChange() {}

    /**
     * Reads one and sends it.
     *
     * @return the change's id
     * @throws dev.aloft.AloftException if it is no JSON object of objects (ALOFT-201), or its parts do not make a change (ALOFT-133)
     */
    static String send(byte[] body, LocalDatabase database) {
        PostedChange change = new PostedChange();
        JsonReader json = new JsonReader(body);
        json.beginObject();
        while (json.hasNext()) {
            change.read(json.name(), json);
        }
        json.endObject();
        json.end();
        return database.change(change.operation(), change.key, change.before, change.after);
    }

    private void read(String name, JsonReader json) {
        switch (name) {
            case "operation" -> operation = json.stringOrNull();
            case "key" -> key = document(json);
            case "before" -> before = document(json);
            case "after" -> after = document(json);
            default ->
                throw LocalErrors.unusableChange("it has more than \"operation\", \"key\", \"before\" and \"after\"");
        }
    }

    private static @Nullable Document document(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return null;
        }
        return DocumentJson.read(json);
    }

    private Operation operation() {
        if (before == null && after == null && key == null) {
            throw LocalErrors.unusableChange("it has neither \"before\" nor \"after\" nor \"key\"");
        }
        Operation given = operation == null ? derived() : named(operation);
        boolean fits = given == Operation.DELETE ? after == null : after != null;
        if (!fits || given == Operation.INSERT && before != null) {
            throw LocalErrors.unusableChange(
                    "an insertion has \"after\" only, an update or upsert \"after\" and perhaps \"before\", a"
                            + " deletion \"before\" or \"key\" only");
        }
        return given;
    }

    private Operation derived() {
        if (after == null) {
            return Operation.DELETE;
        }
        return before == null ? Operation.INSERT : Operation.UPDATE;
    }

    private static Operation named(String text) {
        for (Operation each : Operation.values()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw LocalErrors.unusableChange("its operation is none of insert, update, delete and upsert");
    }
}
