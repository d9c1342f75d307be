package dev.aloft.testkit.gcp;

import dev.aloft.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Realtime Database calls the delta: {@code {"price":9.50,"old":null}}. */
final class RealtimeDelta {
    private RealtimeDelta() {}

    /** What is new or other than before, and null for what is gone; objects and arrays within objects are told in part, too. */
    static Document between(Document before, Document after) {
        Document.Builder delta = Document.builder();
        for (String name : before.fields().keySet()) {
            if (!after.has(name)) {
                delta.set(name, null);
            }
        }
        after.fields().forEach((name, value) -> {
            Object former = before.get(name);
            if (value != null && !value.equals(former)) {
                Document from = fields(former);
                Document to = fields(value);
                delta.set(name, from == null || to == null ? value : between(from, to));
            }
        });
        return delta.build();
    }

    /** An array has its indexes as names. */
    private static @Nullable Document fields(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return value instanceof Document document ? document : null;
        }
        Document.Builder fields = Document.builder();
        for (int i = 0; i < list.size(); i++) {
            fields.set(Integer.toString(i), list.get(i));
        }
        return fields.build();
    }
}
