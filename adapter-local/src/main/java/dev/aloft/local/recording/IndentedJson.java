package dev.aloft.local.recording;

import dev.aloft.Document;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON in texts, and writes it for people and for diffs: one field a line; what is short and holds nothing but plain values stays on one. */
final class IndentedJson {
    private static final int LONGEST_LINE = 110;

    private final StringBuilder text = new StringBuilder(1024);

    private IndentedJson() {}

    static String of(Document document) {
        IndentedJson json = new IndentedJson();
        json.value(document, 0);
        return json.text.append('\n').toString();
    }

    private void value(@Nullable Object value, int depth) {
        Collection<?> children = children(value);
        String line = children == null || isFlat(children) ? compact(value) : null;
        if (line != null && (children == null || children.isEmpty() || line.length() <= LONGEST_LINE)) {
            text.append(children == null ? line : spaced(line));
        } else if (value instanceof Document document) {
            text.append('{');
            String separator = "";
            for (Map.Entry<String, @Nullable Object> field : document.fields().entrySet()) {
                line(separator, depth + 1).append(compact(field.getKey())).append(": ");
                value(field.getValue(), depth + 1);
                separator = ",";
            }
            line("", depth).append('}');
        } else if (children != null) {
            text.append('[');
            String separator = "";
            for (Object element : children) {
                line(separator, depth + 1);
                value(element, depth + 1);
                separator = ",";
            }
            line("", depth).append(']');
        }
    }

    private static @Nullable Collection<?> children(@Nullable Object value) {
        if (value instanceof Document document) {
            return document.fields().values();
        }
        return value instanceof Collection<?> elements ? elements : null;
    }

    private static boolean isFlat(Collection<?> children) {
        for (Object child : children) {
            if (children(child) != null) {
                return false;
            }
        }
        return true;
    }

    private StringBuilder line(String separator, int depth) {
        text.append(separator).append('\n');
        for (int i = 0; i < depth; i++) {
            text.append("  ");
        }
        return text;
    }

    static String compact(@Nullable Object value) {
        JsonWriter json = new JsonWriter(128).beginArray();
        DocumentJson.writeValue(value, json);
        String array = new String(json.endArray().toByteArray(), StandardCharsets.UTF_8);
        return array.substring(1, array.length() - 1);
    }

    /** {@code {"a": 1, "b": 2}} for {@code {"a":1,"b":2}}: what is within quotes stays as it is. */
    private static String spaced(String compact) {
        StringBuilder spaced = new StringBuilder(compact.length() + 16);
        boolean quoted = false;
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            spaced.append(c);
            if (c == '\\') {
                i++;
                spaced.append(compact.charAt(i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == ':')) {
                spaced.append(' ');
            }
        }
        return spaced.toString();
    }

    /** An object or array, or null if the text is neither. */
    static @Nullable Object tree(String text) {
        String bare = text.strip();
        if (!bare.startsWith("{") && !bare.startsWith("[")) {
            return null;
        }
        try {
            JsonReader reader = new JsonReader(("{\"a\":" + bare + "}").getBytes(StandardCharsets.UTF_8));
            Document wrapped = DocumentJson.read(reader);
            reader.end();
            return wrapped.fields().size() == 1 ? wrapped.get("a") : null;
        } catch (RuntimeException notJson) {
            return null;
        }
    }
}
