package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Headers or parameters of an event that may have them in two forms, in any order. The multi-value form has all values of a name, so
 * it wins; a name that only the single-value form has is added.
 */
final class TwoForms {
    private List<String> names = new ArrayList<>();
    private List<@Nullable String> values = new ArrayList<>();
    private final List<String> singleNames = new ArrayList<>();
    private final List<@Nullable String> singleValues = new ArrayList<>();
    private boolean multiValue;

    /** Reads {@code {"accept": "text/plain"}}, or null. */
    void readSingle(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            singleNames.add(json.name());
            singleValues.add(json.stringOrNull());
        }
        json.endObject();
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
            names.add(name);
            values.add(json.string());
        }
        json.endArray();
    }

    /** Whether the event has the multi-value form, be it empty. */
    boolean isMultiValue() {
        return multiValue;
    }

    /** Adds what only the single-value form has, once the event has been read. */
    void merge(boolean ignoringCase) {
        if (names.isEmpty()) {
            names = singleNames;
            values = singleValues;
            return;
        }
        int multi = names.size();
        for (int i = 0; i < singleNames.size(); i++) {
            String name = singleNames.get(i);
            boolean found = false;
            for (int j = 0; j < multi && !found; j++) {
                found = ignoringCase
                        ? names.get(j).equalsIgnoreCase(name)
                        : names.get(j).equals(name);
            }
            if (!found) {
                names.add(name);
                values.add(singleValues.get(i));
            }
        }
    }

    int size() {
        return names.size();
    }

    String name(int line) {
        return names.get(line);
    }

    @Nullable
    String value(int line) {
        return values.get(line);
    }
}
