package dev.aloft.testkit.azure;

import dev.aloft.Document;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of documents that arrive as they were in JSON. */
final class JsonValues {
    private JsonValues() {}

    /** The value; fails if it, or one within it, has no form of its own in JSON. */
    static @Nullable Object require(@Nullable Object value, String service) {
        if (value instanceof Document document) {
            document.fields().values().forEach(field -> require(field, service));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> require(element, service));
        } else if (value != null
                && !(value instanceof String)
                && !(value instanceof Boolean)
                && !(value instanceof BigDecimal)) {
            throw new IllegalArgumentException(
                    service + " has no " + value.getClass().getSimpleName() + ".");
        }
        return value;
    }
}
