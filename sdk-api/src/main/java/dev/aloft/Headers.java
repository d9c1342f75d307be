package dev.aloft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header fields of a request or response: an immutable, ordered multi-map whose names compare without case.
 *
 * <p>Names are kept in lower case, as HTTP/2 sends them, so that a function sees the same name on every platform:
 * {@code Headers.of("Accept", "text/plain").names()} is {@code [accept]}.
 *
 * <p>AWS HTTP APIs, function URLs and Azure join repeated request headers with a comma before the function sees them; such
 * a value comes as one.
 */
public final class Headers {
    private static final Headers EMPTY = new Headers(Pairs.EMPTY);

    private final Pairs pairs;

    private Headers(Pairs pairs) {
        this.pairs = pairs;
    }

    /** No headers at all. */
    public static Headers empty() {
        return EMPTY;
    }

    /**
     * Headers of the given names and values in turn, for example {@code Headers.of("Accept", "text/plain", "X-A", "1")}.
     *
     * @param namesAndValues name, value, name, value …
     * @return the headers, in this order
     * @throws IllegalArgumentException if a name has no value
     */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "ALOFT-409 Headers come in pairs of name and value; the last name has no value.");
        }
        Builder builder = builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    /** Starts an empty collection to which headers are added one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The first value of a header: for {@code X-A: 1} and {@code X-A: 2} this is {@code 1}.
     *
     * @param name the name, in any case
     * @return the value; empty if the header is absent
     */
    public Optional<String> first(String name) {
        return Optional.ofNullable(firstOrNull(name));
    }

    @Nullable
    String firstOrNull(String name) {
        return pairs.first(lower(name));
    }

    /**
     * The values of a header in the order in which they came, for example {@code [gzip, br]} for two
     * {@code Accept-Encoding} lines.
     *
     * @param name the name, in any case
     * @return the values; empty if the header is absent
     */
    public List<String> all(String name) {
        return pairs.all(lower(name));
    }

    /**
     * Whether a header is there, whatever its value.
     *
     * @param name the name, in any case
     * @return true if there is at least one value
     */
    public boolean contains(String name) {
        return firstOrNull(name) != null;
    }

    /** The names, in lower case, each once, in the order of their first occurrence. */
    public List<String> names() {
        return pairs.distinctNames();
    }

    /** How many header lines there are; a repeated header counts each time. */
    public int size() {
        return pairs.size();
    }

    /**
     * The name of one header line, in lower case.
     *
     * @param line from 0 to {@link #size()} - 1
     * @return the name
     */
    public String name(int line) {
        return pairs.name(line);
    }

    /**
     * The value of one header line.
     *
     * @param line from 0 to {@link #size()} - 1
     * @return the value
     */
    public String value(int line) {
        return pairs.value(line);
    }

    /**
     * These headers with one more line at the end.
     *
     * @param name the name, in any case
     * @param value the value
     * @return new headers
     */
    public Headers plus(String name, String value) {
        return new Headers(pairs.plus(lower(name), value));
    }

    /**
     * These headers with all lines of this name replaced by one.
     *
     * @param name the name, in any case
     * @param value the only value
     * @return new headers
     */
    public Headers with(String name, String value) {
        return without(name).plus(name, value);
    }

    /**
     * These headers without any line of this name.
     *
     * @param name the name, in any case
     * @return new headers, or these if nothing is to be removed
     */
    public Headers without(String name) {
        return contains(name) ? new Headers(pairs.minus(lower(name))) : this;
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers that && that.pairs.equals(pairs);
    }

    @Override
    public int hashCode() {
        return pairs.hashCode();
    }

    /** The names only, since values may be secret: {@code Headers[accept, cookie]}. */
    @Override
    public String toString() {
        return "Headers" + names();
    }

    /** Collects header lines in order. */
    public static final class Builder {
        private final Pairs.Builder pairs = new Pairs.Builder(16);

        private Builder() {}

        /**
         * Adds one header line.
         *
         * @param name the name, in any case
         * @param value the value
         * @return this builder
         */
        public Builder add(String name, String value) {
            pairs.add(lower(name), value);
            return this;
        }

        /** The headers collected so far; the builder is not used again. */
        public Headers build() {
            Pairs built = pairs.build();
            return built.size() == 0 ? EMPTY : new Headers(built);
        }
    }
}
