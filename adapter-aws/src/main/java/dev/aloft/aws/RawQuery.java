package dev.aloft.aws;

import dev.aloft.PercentEncoding;
import dev.aloft.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a query together again from the parameters into which a gateway took it apart. They may come in two forms, in any order: the
 * multi-value form has all values of a name, so it wins; a name that only the single-value form has is added.
 */
final class RawQuery {
    private final boolean decoded;
    private final StringBuilder text = new StringBuilder();
    private final List<String> multi = new ArrayList<>();
    private byte @Nullable [] single;

    /** @param decoded whether the gateway has decoded names and values, so that they must be encoded again */
    RawQuery(boolean decoded) {
        this.decoded = decoded;
    }

    /** Keeps {@code {"tag": "a"}}, or null, for later. */
    void readSingle(JsonReader json) {
        single = json.raw();
    }

    /** Reads {@code {"tag": ["a", "b"]}}, or null; a list may be null too. */
    void readMulti(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            readValues(json.name(), json);
        }
        json.endObject();
    }

    private void readValues(String name, JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return;
        }
        json.beginArray();
        if (json.hasNext()) {
            multi.add(name);
        }
        while (json.hasNext()) {
            add(name, json.string());
        }
        json.endArray();
    }

    /** For example {@code tag=a&tag=b}, once the event has been read. */
    String text() {
        if (single != null) {
            addSingle(new JsonReader(single));
            single = null;
        }
        return text.toString();
    }

    private void addSingle(JsonReader json) {
        if (json.isNull()) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            String value = json.stringOrNull();
            if (!multi.contains(name)) {
                add(name, value);
            }
        }
        json.endObject();
    }

    private void add(String name, @Nullable String value) {
        if (text.length() > 0) {
            text.append('&');
        }
        text.append(decoded ? PercentEncoding.encodeSegment(name) : name).append('=');
        if (value != null) {
            text.append(decoded ? PercentEncoding.encodeSegment(value) : value);
        }
    }
}
