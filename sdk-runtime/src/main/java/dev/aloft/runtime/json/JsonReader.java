package dev.aloft.runtime.json;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON text from its bytes, in one pass and without copying them. The caller asks for what it expects:
 *
 * <pre>{@code
 * JsonReader json = new JsonReader(payload);
 * json.beginObject();
 * while (json.hasNext()) {
 *     switch (json.name()) {
 *         case "path" -> path = json.string();
 *         case "body" -> body = json.stringOrNull();
 *         default -> json.skip();
 *     }
 * }
 * json.endObject();
 * json.end();
 * }</pre>
 *
 * <p>It takes RFC 8259 and UTF-8 by the letter, also in values that are skipped, and a name at most once per object. Objects and
 * arrays lie in one another 200 deep at most. All else is a {@link JsonException}, after which the reader is of no more use.
 * A call that the structure read so far rules out, such as {@link #name()} inside of an array, is an
 * {@link IllegalStateException}: an error of the caller and not of the payload. Not safe for use by several threads at once.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259, The JavaScript Object Notation (JSON) Data Interchange
 *     Format</a>
 */
public final class JsonReader {
    private final JsonScanner scanner;
    private final JsonStructure structure;
    private final @Nullable KnownNames known;

    /**
     * Begins to read.
     *
     * @param utf8 one JSON text; a byte order mark at its beginning is passed over. The caller must not change the bytes.
     */
    public JsonReader(byte[] utf8) {
        this(utf8, null);
    }

    /**
     * Begins to read a text of which some names are known.
     *
     * @param utf8 one JSON text; a byte order mark at its beginning is passed over. The caller must not change the bytes.
     * @param known names that are probable; all others are read as well
     */
    public JsonReader(byte[] utf8, @Nullable KnownNames known) {
        this.scanner = new JsonScanner(utf8);
        this.structure = new JsonStructure(scanner, new NameSet(utf8));
        this.known = known;
    }

    /**
     * Enters the next value, which must be an object.
     *
     * @throws JsonException if it is of another kind, or nested too deeply
     */
    public void beginObject() {
        expect('{', "an object");
        structure.enter(true);
    }

    /**
     * Enters the next value, which must be an array.
     *
     * @throws JsonException if it is of another kind, or nested too deeply
     */
    public void beginArray() {
        expect('[', "an array");
        structure.enter(false);
    }

    /**
     * Whether the object or array that was entered last has a further member or element. Asking twice changes nothing.
     *
     * @return false where the closing bracket is next
     */
    public boolean hasNext() {
        return structure.hasNext();
    }

    /**
     * The name of the object's next member, for example {@code headers}; its value must be read or skipped next.
     *
     * @throws JsonException if there is no further member, or an earlier one has the name, however spelled
     */
    public String name() {
        structure.name();
        String name = known == null ? null : scanner.known(known);
        return name == null ? scanner.text() : name;
    }

    /**
     * Leaves the object that was entered last.
     *
     * @throws JsonException if it has a further member
     */
    public void endObject() {
        structure.leave(true);
    }

    /**
     * Leaves the array that was entered last.
     *
     * @throws JsonException if it has a further element
     */
    public void endArray() {
        structure.leave(false);
    }

    /** The kind of the next value, which is not read by this: {@link Token#NULL} for {@code null}. */
    public Token peek() {
        return switch (structure.value()) {
            case '{' -> Token.OBJECT;
            case '[' -> Token.ARRAY;
            case '"' -> Token.STRING;
            case 't', 'f' -> Token.BOOLEAN;
            case 'n' -> Token.NULL;
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Token.NUMBER;
            default -> throw scanner.expected("a value");
        };
    }

    /** Whether the next value is an object. It is not read by this. */
    public boolean isObject() {
        return structure.value() == '{';
    }

    /** Whether the next value is a string. It is not read by this. */
    public boolean isString() {
        return structure.value() == '"';
    }

    /** Whether the next value is null. It is not read by this. */
    public boolean isNull() {
        return structure.value() == 'n';
    }

    /** The next value, a string without its quotes and escapes: {@code a/b} for {@code "a\/b"}. */
    public String string() {
        readString();
        return scanner.text();
    }

    /** The next value, a string or null. */
    public @Nullable String stringOrNull() {
        if (isNull()) {
            skip();
            return null;
        }
        return string();
    }

    /** The next value, a string, a boolean or a number, as text. A number comes as it is written, for example {@code 1.50}. */
    public String scalar() {
        int first = structure.value();
        if (first == '{' || first == '[' || first == 'n') {
            throw scanner.mismatch(first, "a string, a number or a boolean");
        }
        read(first);
        return scanner.text();
    }

    /** The next value, true or false. */
    public boolean bool() {
        int first = structure.value();
        if (first != 't' && first != 'f') {
            throw scanner.mismatch(first, "a boolean");
        }
        read(first);
        return first == 't';
    }

    /**
     * The next value, an integer of 64 bits, for example {@code -1} or {@code 9223372036854775807}.
     *
     * @throws JsonException if it is no number, is larger, or has a fraction or an exponent, even {@code 1.0}
     */
    public long int64() {
        readNumber();
        return Numbers.int64(scanner.bytes(), scanner.start(), scanner.end());
    }

    /**
     * The next value, a number with just the digits written: {@code 1.50} keeps its zero.
     *
     * @throws JsonException if it is no number, has more than 1,000 digits, or an exponent beyond 10,000 in either direction
     */
    public BigDecimal decimal() {
        readNumber();
        return Numbers.decimal(scanner.bytes(), scanner.start(), scanner.end());
    }

    /**
     * The next value, a string in Base64, decoded: the bytes of {@code Hi} for {@code "SGk="}.
     *
     * @throws JsonException if it is no string or not Base64 of the standard alphabet with padding: no line breaks, and no bits
     *     set that the padding cuts off
     */
    public byte[] base64() {
        readString();
        return scanner.base64();
    }

    /**
     * The next value, a string in Base64, decoded, as {@link #base64()} does, where a broken one is no reason to stop.
     *
     * @return the bytes; null if the string is not Base64, after which the reader goes on behind it
     * @throws JsonException if it is no string
     */
    public byte @Nullable [] base64OrNull() {
        readString();
        return scanner.base64OrNull();
    }

    /** The next value, a string without its quotes and escapes, as UTF-8. Cheaper than {@link #string()} for a body. */
    public byte[] utf8() {
        readString();
        return scanner.content();
    }

    /** The next value of any kind, just as it is written, without white space around it, for example {@code {"a": [1]}}. */
    public byte[] raw() {
        structure.value();
        int start = scanner.position();
        structure.skip();
        return Arrays.copyOfRange(scanner.bytes(), start, scanner.position());
    }

    /** Passes over the next value of any kind, which must be valid. */
    public void skip() {
        structure.skip();
    }

    /**
     * Makes sure that the text ends here, with nothing but white space.
     *
     * @throws JsonException if there is more
     */
    public void end() {
        structure.end();
    }

    /** How many bytes have been read, for error messages, for example 17. */
    public int offset() {
        return scanner.position();
    }

    private void expect(char first, String kind) {
        int found = structure.value();
        if (found != first) {
            throw scanner.mismatch(found, kind);
        }
    }

    private void readString() {
        expect('"', "a string");
        read('"');
    }

    private void readNumber() {
        int first = structure.value();
        if (first != '-' && (first < '0' || first > '9')) {
            throw scanner.mismatch(first, "a number");
        }
        read(first);
    }

    private void read(int first) {
        scanner.scalar(first);
        structure.done();
    }
}
