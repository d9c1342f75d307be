package dev.aloft;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decoded query or form parameters: an immutable, ordered multi-map whose names compare with case.
 *
 * <p>For the query {@code tag=a&tag=b&q=x+y} the parameter {@code tag} has the values {@code [a, b]} and {@code q} has
 * {@code x y}. A parameter without {@code =} has the empty value.
 */
public final class Parameters {
    private static final Parameters EMPTY = new Parameters(Pairs.EMPTY);

    private final Pairs pairs;

    private Parameters(Pairs pairs) {
        this.pairs = pairs;
    }

    /**
     * Decodes {@code application/x-www-form-urlencoded} text, which is also the form of a query: {@code a=1&b=%C3%A9}.
     *
     * @param encoded the text without a leading question mark; may be empty
     * @return the parameters in order
     * @throws AloftException with code ALOFT-306 if a percent sign is not followed by two hexadecimal digits, or the bytes
     *     are not UTF-8
     * @see <a href="https://url.spec.whatwg.org/#urlencoded-parsing">the form's parsing rules</a>
     */
    public static Parameters parse(String encoded) {
        if (encoded.isEmpty()) {
            return EMPTY;
        }
        Pairs.Builder pairs = new Pairs.Builder(8);
        int start = 0;
        while (start <= encoded.length()) {
            int end = encoded.indexOf('&', start);
            if (end < 0) {
                end = encoded.length();
            }
            if (end > start) {
                addPair(pairs, encoded, start, end);
            }
            start = end + 1;
        }
        return new Parameters(pairs.build());
    }

    private static void addPair(Pairs.Builder pairs, String encoded, int start, int end) {
        int equals = encoded.indexOf('=', start);
        if (equals < 0 || equals > end) {
            equals = end;
        }
        String name = PercentEncoding.decodeForm(encoded.substring(start, equals));
        String value = equals == end ? "" : PercentEncoding.decodeForm(encoded.substring(equals + 1, end));
        pairs.add(name, value);
    }

    /**
     * The first value: for {@code tag=a&tag=b} and {@code tag} this is {@code a}.
     *
     * @param name the name, with case
     * @return the value; empty if the parameter is absent
     */
    public Optional<String> first(String name) {
        return Optional.ofNullable(pairs.first(name));
    }

    /**
     * All values in the order in which they came: for {@code tag=a&tag=b} and {@code tag} this is {@code [a, b]}.
     *
     * @param name the name, with case
     * @return the values; empty if the parameter is absent
     */
    public List<String> all(String name) {
        return pairs.all(name);
    }

    /** The names, each once, in the order of their first occurrence. */
    public List<String> names() {
        return pairs.distinctNames();
    }

    /** How many name–value pairs there are; a repeated parameter counts each time. */
    public int size() {
        return pairs.size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Parameters that && that.pairs.equals(pairs);
    }

    @Override
    public int hashCode() {
        return pairs.hashCode();
    }

    /** The names only, since values may be secret: {@code Parameters[q, tag]}. */
    @Override
    public String toString() {
        return "Parameters" + names();
    }
}
