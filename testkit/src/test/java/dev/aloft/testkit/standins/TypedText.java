package dev.aloft.testkit.standins;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes and documents with the types of all values, as a line that another process can print. */
final class TypedText {
    private TypedText() {}

    /** For example {@code DELETE products by expiry key={id=S"p-1"} before={id=S"p-1"} after=-}. */
    static String of(ChangeEvent<Document> change) {
        return change.operation() + " " + change.source() + (change.isExpiry() ? " by expiry" : "") + " key="
                + value(change.key()) + " before=" + value(change.before().orElse(null)) + " after="
                + value(change.after().orElse(null));
    }

    private static String value(@Nullable Object value) {
        if (value == null) {
            return "-";
        } else if (value instanceof Document document) {
            return new TreeMap<>(document.fields())
                    .entrySet().stream()
                            .map(field -> field.getKey() + "=" + value(field.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return elements(list.stream(), "[", "]");
        } else if (value instanceof Set<?> set) {
            return elements(set.stream(), "<", ">");
        } else if (value instanceof Binary binary) {
            return "B" + HexFormat.of().formatHex(binary.bytes());
        } else if (value instanceof String text) {
            return "S\"" + escaped(text) + "\"";
        } else if (value instanceof BigDecimal number) {
            return "N" + number;
        }
        return value.getClass().getSimpleName() + " " + value;
    }

    private static String elements(Stream<?> values, String open, String close) {
        Stream<String> texts = values.map(TypedText::value);
        return (open.equals("<") ? texts.sorted() : texts).collect(Collectors.joining(", ", open, close));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(unit -> unit > ' ' && unit < 127
                        ? Character.toString(unit)
                        : "\\u" + HexFormat.of().toHexDigits((char) unit))
                .collect(Collectors.joining());
    }
}
