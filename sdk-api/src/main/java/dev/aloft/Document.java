package dev.aloft;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A database document or row as a tree of plain Java values, exact and without any vendor's types.
 *
 * <pre>{@code
 * Document product = Document.builder().set("id", "p-1").set("price", new BigDecimal("9.90")).set("tags", Set.of("new")).build();
 * BigDecimal price = product.number("price").orElseThrow();
 * }</pre>
 *
 * <table>
 * <caption>What a value is</caption>
 * <tr><th>value</th><th>stands for</th></tr>
 * <tr><td>{@code null}</td><td>a field that is there and has no value</td></tr>
 * <tr><td>{@link Boolean}, {@link String}</td><td>themselves; MongoDB's object ids are text</td></tr>
 * <tr><td>{@link BigDecimal}</td><td>every number that the database keeps exactly: integers, decimals, JSON numbers</td></tr>
 * <tr><td>{@link Double}</td><td>a number that the database keeps as a double, also NaN and the infinities</td></tr>
 * <tr><td>{@link Binary}</td><td>bytes</td></tr>
 * <tr><td>{@link Instant}</td><td>a time</td></tr>
 * <tr><td>{@link List}, {@link Set}</td><td>arrays, and DynamoDB's sets, of such values</td></tr>
 * <tr><td>{@code Document}</td><td>an object or map</td></tr>
 * <tr><td>{@link DocumentReference}, {@link GeoPoint}</td><td>Firestore's references and places</td></tr>
 * </table>
 *
 * <p>Fields have the order in which they came, which does not count for equality; the digits of a number do: 9.9 is not 9.90. A
 * document is immutable. Its accessors fail with an {@link AloftException} of code ALOFT-317 where the value is of another type; what
 * one database keeps as a time or as bytes, another one may have as text.
 */
public final class Document {
    private static final Document EMPTY = new Document(Map.of());

    private final Map<String, @Nullable Object> fields;

    private Document(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    /** The document without fields. */
    public static Document empty() {
        return EMPTY;
    }

    /** Starts a document. */
    public static Builder builder() {
        return new Builder();
    }

    /** All fields by name, in order; the map cannot be changed. */
    public Map<String, @Nullable Object> fields() {
        return fields;
    }

    /** Whether there is such a field, with or without a value. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A field's value; null if it has none or is absent. */
    public @Nullable Object get(String name) {
        return fields.get(name);
    }

    /** A text: {@code document.text("id")}. */
    public Optional<String> text(String name) {
        return value(name, String.class);
    }

    /**
     * A number, exact: {@code document.number("price")}. Of a double it is the shortest decimal that means this double.
     *
     * @param name the field
     * @return the number; empty if there is no value
     * @throws AloftException with code ALOFT-317 if it is not a number, or a double without a decimal form: NaN or an infinity
     */
    public Optional<BigDecimal> number(String name) {
        Object value = fields.get(name);
        if (value instanceof Double number && Double.isFinite(number)) {
            return Optional.of(BigDecimal.valueOf(number));
        }
        return value(name, BigDecimal.class);
    }

    /** A truth value: {@code document.flag("sold")}. */
    public Optional<Boolean> flag(String name) {
        return value(name, Boolean.class);
    }

    /** A time: {@code document.time("soldAt")}. */
    public Optional<Instant> time(String name) {
        return value(name, Instant.class);
    }

    /** Bytes: {@code document.binary("thumbnail")}. */
    public Optional<Binary> binary(String name) {
        return value(name, Binary.class);
    }

    /** A document within this one: {@code document.document("address")}. */
    public Optional<Document> document(String name) {
        return value(name, Document.class);
    }

    /** The elements of an array or set: {@code document.elements("tags")}; they cannot be changed. */
    @SuppressWarnings("unchecked")
    public Optional<Collection<@Nullable Object>> elements(String name) {
        return (Optional<Collection<@Nullable Object>>) (Optional<?>) value(name, Collection.class);
    }

    /**
     * A value of a type.
     *
     * @param name the field
     * @param type one of those in the table above
     * @param <V> the type
     * @return the value; empty if there is none
     * @throws AloftException with code ALOFT-317 if the value is of another type
     */
    public <V> Optional<V> value(String name, Class<V> type) {
        Object value = fields.get(name);
        if (value == null || type.isInstance(value)) {
            return Optional.ofNullable(type.cast(value));
        }
        throw new AloftException(
                AloftException.Kind.PAYLOAD,
                "ALOFT-317",
                "The document's field " + name + " is no " + type.getSimpleName() + " but a " + typeOf(value)
                        + ". Ask for that, or for Document.get.");
    }

    private static String typeOf(Object value) {
        if (value instanceof List) {
            return "List";
        }
        return value instanceof Set ? "Set" : value.getClass().getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** The names of the fields only, since values may be secret: {@code Document[id, price]}. */
    @Override
    public String toString() {
        return "Document" + fields.keySet();
    }

    /** Collects the fields of a document. */
    public static final class Builder {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Sets a field.
         *
         * @param name its name
         * @param value one of the types in the table of {@link Document}, null, or an {@link Integer} or {@link Long}, which become
         *     exact decimals; lists and sets are copied
         * @return this builder
         * @throws IllegalArgumentException with code ALOFT-415 if the value is of no such type
         */
        public Builder set(String name, @Nullable Object value) {
            fields.put(name, neutral(name, value));
            return this;
        }

        private static @Nullable Object neutral(String name, @Nullable Object value) {
            if (value instanceof Integer || value instanceof Long) {
                return BigDecimal.valueOf(((Number) value).longValue());
            }
            if (value instanceof List<?> list) {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                for (Object element : list) {
                    copy.add(neutral(name, element));
                }
                return Collections.unmodifiableList(copy);
            }
            if (value instanceof Set<?> set) {
                Set<@Nullable Object> copy = new LinkedHashSet<>();
                for (Object element : set) {
                    copy.add(neutral(name, element));
                }
                return Collections.unmodifiableSet(copy);
            }
            if (value == null || isNeutral(value)) {
                return value;
            }
            throw new IllegalArgumentException("ALOFT-415 The document's field " + name + " cannot hold a "
                    + value.getClass().getName()
                    + ". Allowed: null, String, Boolean, BigDecimal, Integer, Long, Double, Instant, and of dev.aloft Document, Binary,"
                    + " DocumentReference and GeoPoint; a List or Set of these.");
        }

        private static boolean isNeutral(Object value) {
            return value instanceof String
                    || value instanceof BigDecimal
                    || value instanceof Boolean
                    || value instanceof Double
                    || value instanceof Instant
                    || value instanceof Document
                    || value instanceof Binary
                    || value instanceof DocumentReference
                    || value instanceof GeoPoint;
        }

        /** Whether there is such a field already, with or without a value. */
        public boolean has(String name) {
            return fields.containsKey(name);
        }

        /** The document; what is set later does not change it. */
        public Document build() {
            return fields.isEmpty() ? EMPTY : new Document(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
        }
    }
}
