package dev.aloft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sender put beside a message's payload: an immutable, ordered multi-map whose names compare with case.
 *
 * <p>{@code Attributes.of("tenant", "acme").first("tenant")} is {@code acme}. These are message attributes on SQS, SNS and
 * Pub/Sub, application properties on Service Bus and Event Hubs, and headers on Kafka. Storage queues have none. A value is text,
 * or bytes where the platform keeps the two apart.
 */
public final class Attributes {
    private static final Attributes EMPTY = new Attributes(new String[0], new Object[0]);

    private final String[] names;
    /** Each a String or a byte[]. */
    private final Object[] values;

    private Attributes(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** No attributes at all. */
    public static Attributes empty() {
        return EMPTY;
    }

    /**
     * Attributes of the given names and text values in turn, for example {@code Attributes.of("tenant", "acme", "tier", "gold")}.
     *
     * @param namesAndValues name, value, name, value …
     * @return the attributes, in this order
     * @throws IllegalArgumentException with code ALOFT-409 if a name has no value
     */
    public static Attributes of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "ALOFT-409 Attributes come in pairs of name and value; the last name has no value.");
        }
        Builder builder = builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    /** Starts an empty collection to which attributes are added one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The first value of an attribute as text; for bytes, what they are in UTF-8.
     *
     * @param name the name, with case
     * @return the value; empty if the attribute is absent
     */
    public Optional<String> first(String name) {
        int index = indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(value(index));
    }

    /**
     * The values of an attribute as text, in the order in which they came; only Kafka has several of one name.
     *
     * @param name the name, with case
     * @return the values; empty if the attribute is absent
     */
    public List<String> all(String name) {
        List<String> found = new ArrayList<>(2);
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                found.add(value(i));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /**
     * The first value of an attribute as bytes; for text, its UTF-8.
     *
     * @param name the name, with case
     * @return a copy of the bytes; empty if the attribute is absent
     */
    public Optional<byte[]> bytes(String name) {
        int index = indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(bytes(index));
    }

    /**
     * Whether an attribute is there, whatever its value.
     *
     * @param name the name, with case
     * @return true if there is at least one value
     */
    public boolean contains(String name) {
        return indexOf(name) >= 0;
    }

    /** The names, each once, in the order of their first occurrence. */
    public List<String> names() {
        List<String> distinct = new ArrayList<>(names.length);
        for (String name : names) {
            if (!distinct.contains(name)) {
                distinct.add(name);
            }
        }
        return Collections.unmodifiableList(distinct);
    }

    /** How many values there are; a repeated name counts each time. */
    public int size() {
        return names.length;
    }

    /**
     * The name of one attribute.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return the name
     */
    public String name(int index) {
        return names[index];
    }

    /**
     * The value of one attribute as text.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return the value
     */
    public String value(int index) {
        return values[index] instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.UTF_8)
                : (String) values[index];
    }

    /**
     * The value of one attribute as bytes.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return a copy of the bytes
     */
    public byte[] bytes(int index) {
        return values[index] instanceof byte[] bytes
                ? bytes.clone()
                : ((String) values[index]).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether the sender declared one attribute as bytes; Kafka's headers are bytes always.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return false for text
     */
    public boolean isBinary(int index) {
        return values[index] instanceof byte[];
    }

    private int indexOf(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attributes that
                && Arrays.equals(that.names, names)
                && Arrays.deepEquals(that.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.deepHashCode(values);
    }

    /** The names only, since values may be secret: {@code Attributes[tenant, tier]}. */
    @Override
    public String toString() {
        return "Attributes" + names();
    }

    /** Collects attributes in order. */
    public static final class Builder {
        private final List<String> names = new ArrayList<>(4);
        private final List<Object> values = new ArrayList<>(4);

        private Builder() {}

        /**
         * Adds a text value.
         *
         * @param name the name, with case
         * @param value the value
         * @return this builder
         */
        public Builder add(String name, String value) {
            names.add(name);
            values.add(value);
            return this;
        }

        /**
         * Adds a value of bytes.
         *
         * @param name the name, with case
         * @param value the value; copied
         * @return this builder
         */
        public Builder add(String name, byte[] value) {
            names.add(name);
            values.add(value.clone());
            return this;
        }

        /** The attributes collected so far. */
        public Attributes build() {
            return names.isEmpty() ? EMPTY : new Attributes(names.toArray(new String[0]), values.toArray());
        }
    }
}
