package dev.aloft.aws;

import dev.aloft.PercentEncoding;
import dev.aloft.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Puts a query together again from the parameters into which a gateway took it apart. */
final class RawQuery {
    private final boolean decoded;
    private final StringBuilder text = new StringBuilder();

    /** @param decoded whether the gateway has decoded names and values, so that they must be encoded again */
    RawQuery(boolean decoded) {
        this.decoded = decoded;
    }

    /** Reads {@code {"tag": "a"}}, or null. */
    void readSingle(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            add(name, json.stringOrNull());
        }
        json.endObject();
    }

    /** Reads {@code {"tag": ["a", "b"]}}, or null. */
    void readMulti(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            json.beginArray();
            while (json.hasNext()) {
                add(name, json.string());
            }
            json.endArray();
        }
        json.endObject();
    }

    boolean isEmpty() {
        return text.length() == 0;
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

    /** For example {@code tag=a&tag=b}. */
    @Override
    public String toString() {
        return text.toString();
    }
}
