package dev.aloft.aws;

import dev.aloft.Headers;
import dev.aloft.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an event that may have them in two forms, in any order. The multi-value form has all values of a name, so it wins;
 * a name that only the single-value form has is added.
 */
final class ReceivedHeaders {
    private final Headers.Builder multi = Headers.builder();
    private byte @Nullable [] single;
    private boolean multiValue;

    /** Keeps {@code {"accept": "text/plain"}}, or null, for later. */
    void readSingle(JsonReader json) {
        single = json.raw();
    }

    /** Reads {@code {"accept": ["text/plain", "text/html"]}}, or null; a list may be null too. */
    void readMulti(JsonReader json) {
        multiValue = !json.isNull();
        if (!multiValue) {
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
        while (json.hasNext()) {
            multi.add(name, json.string());
        }
        json.endArray();
    }

    /** Whether the event has the multi-value form, be it empty. */
    boolean isMultiValue() {
        return multiValue;
    }

    /** All lines, once the event has been read. */
    Headers lines() {
        Headers lines = multi.build();
        return single == null ? lines : withSingle(new JsonReader(single), lines);
    }

    private static Headers withSingle(JsonReader json, Headers multi) {
        if (json.isNull()) {
            return multi;
        }
        Headers.Builder all = null;
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            String value = json.stringOrNull();
            if (value != null && !multi.contains(name)) {
                all = all == null ? copy(multi) : all;
                all.add(name, value);
            }
        }
        json.endObject();
        return all == null ? multi : all.build();
    }

    private static Headers.Builder copy(Headers headers) {
        Headers.Builder copy = Headers.builder();
        for (int line = 0; line < headers.size(); line++) {
            copy.add(headers.name(line), headers.value(line));
        }
        return copy;
    }
}
