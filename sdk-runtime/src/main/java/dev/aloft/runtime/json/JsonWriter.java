package dev.aloft.runtime.json;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes one JSON text as UTF-8, without white space:
 *
 * <pre>{@code
 * JsonWriter json = new JsonWriter();
 * json.beginObject();
 * json.name("statusCode").number(200);
 * json.name("body").string("Hello");
 * json.endObject();
 * byte[] bytes = json.toByteArray(); // {"statusCode":200,"body":"Hello"}
 * }</pre>
 *
 * <p>Calls out of order are {@link IllegalStateException}s, so what comes out is well-formed; that an object has each name once
 * is left to the caller. Text never fails: quotes, backslashes and control characters are escaped, and a lone surrogate, which
 * UTF-8 cannot hold, becomes the replacement character U+FFFD. Not safe for use by several threads at once.
 */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    /** States: an array or object has just begun, has entries, or has a name that waits for its value; the text's own two. */
    private static final byte ARRAY_FIRST = 0;

    private static final byte ARRAY_NEXT = 1;
    private static final byte OBJECT_FIRST = 2;
    private static final byte OBJECT_NEXT = 3;
    private static final byte OBJECT_NAMED = 4;
    private static final byte START = 5;
    private static final byte END = 6;

    private byte[] bytes;
    private int size;
    private byte[] states = new byte[16];
    private int depth;

    /** Begins to write, with room for a small text. */
    public JsonWriter() {
        this(512);
    }

    /**
     * Begins to write.
     *
     * @param sizeHint the number of bytes to make room for at first, for example the body's length and 256
     */
    public JsonWriter(int sizeHint) {
        bytes = new byte[Math.max(16, sizeHint)];
        states[0] = START;
    }

    /** Begins an object; members follow, each a {@link #name} and a value. */
    public JsonWriter beginObject() {
        return begin('{', OBJECT_FIRST);
    }

    /** Ends the object that was begun last. */
    public JsonWriter endObject() {
        check(states[depth] == OBJECT_FIRST || states[depth] == OBJECT_NEXT, "endObject()");
        return end('}');
    }

    /** Begins an array; its elements follow. */
    public JsonWriter beginArray() {
        return begin('[', ARRAY_FIRST);
    }

    /** Ends the array that was begun last. */
    public JsonWriter endArray() {
        check(states[depth] == ARRAY_FIRST || states[depth] == ARRAY_NEXT, "endArray()");
        return end(']');
    }

    /** Writes the name of a member, whose value must follow; once per object. */
    public JsonWriter name(String name) {
        byte state = states[depth];
        check(state == OBJECT_FIRST || state == OBJECT_NEXT, "name()");
        if (state == OBJECT_NEXT) {
            put(',');
        }
        states[depth] = OBJECT_NAMED;
        quote(name);
        return put(':');
    }

    /** Writes a string: {@code "say \"hi\""} for {@code say "hi"}. */
    public JsonWriter string(String text) {
        beginValue();
        quote(text);
        return this;
    }

    /** Writes an integer. */
    public JsonWriter number(long number) {
        return literal(Long.toString(number));
    }

    /** Writes a number with all its digits: {@code 1.50} keeps its zero. */
    public JsonWriter number(BigDecimal number) {
        return literal(number.toString());
    }

    /** Writes true or false. */
    public JsonWriter bool(boolean value) {
        return literal(value ? "true" : "false");
    }

    /** Writes null. */
    public JsonWriter nullValue() {
        return literal("null");
    }

    /** Writes bytes as a string in Base64 of the standard alphabet with padding: {@code "SGk="} for those of {@code Hi}. */
    public JsonWriter base64(byte[] content) {
        beginValue();
        put('"');
        append(Base64.getEncoder().encode(content));
        return put('"');
    }

    /**
     * Writes text that is in UTF-8 already as a string. Cheaper than {@link #string} for a body.
     *
     * @throws IllegalArgumentException if the bytes are not UTF-8; then the writer is of no more use
     */
    public JsonWriter utf8(byte[] validUtf8) {
        beginValue();
        reserve(validUtf8.length + 2);
        bytes[size++] = '"';
        int at = 0;
        while (at < validUtf8.length) {
            byte b = validUtf8[at];
            if (b >= ' ' && b != '"' && b != '\\') {
                bytes[size++] = b;
                at++;
            } else if (b >= 0) {
                escape(b, validUtf8.length - at);
                at++;
            } else {
                at += copySequence(validUtf8, at);
            }
        }
        bytes[size++] = '"';
        return this;
    }

    /**
     * Writes a value that is JSON already, such as {@link JsonReader#raw()} gives it or a codec.
     *
     * @param json one valid JSON text in UTF-8 without a byte order mark, which is not checked
     */
    public JsonWriter raw(byte[] json) {
        beginValue();
        append(json);
        return this;
    }

    /** The finished text. */
    public byte[] toByteArray() {
        check(depth == 0 && states[0] == END, "toByteArray()");
        return Arrays.copyOf(bytes, size);
    }

    /** Sends the finished text without copying it. */
    public void writeTo(OutputStream target) throws IOException {
        check(depth == 0 && states[0] == END, "writeTo()");
        target.write(bytes, 0, size);
    }

    /** How many bytes have been written, for example 2 for {@code {}}. */
    public int size() {
        return size;
    }

    private JsonWriter begin(char bracket, byte state) {
        beginValue();
        depth++;
        if (depth == states.length) {
            states = Arrays.copyOf(states, depth * 2);
        }
        states[depth] = state;
        return put(bracket);
    }

    private JsonWriter end(char bracket) {
        depth--;
        return put(bracket);
    }

    private JsonWriter literal(String ascii) {
        beginValue();
        int length = ascii.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Sets the state that will hold after the value, and separates it from the one before. */
    private void beginValue() {
        switch (states[depth]) {
            case START -> states[0] = END;
            case ARRAY_FIRST -> states[depth] = ARRAY_NEXT;
            case ARRAY_NEXT -> put(',');
            case OBJECT_NAMED -> states[depth] = OBJECT_NEXT;
            default -> check(false, "Writing a value");
        }
    }

    private void quote(String text) {
        int length = text.length();
        reserve(length + 2);
        bytes[size++] = '"';
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x80 && c != '"' && c != '\\') {
                bytes[size++] = (byte) c;
            } else if (c < 0x80) {
                escape(c, length - i);
            } else {
                reserve(length - i + 5);
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
                boolean lone = codePoint <= Character.MAX_VALUE && Character.isSurrogate(c);
                size = Utf8.put(lone ? 0xfffd : codePoint, bytes, size);
            }
        }
        bytes[size++] = '"';
    }

    /** Writes one character escaped, and makes room for the rest of its string and the closing quote. */
    private void escape(int c, int rest) {
        reserve(rest + 7);
        bytes[size++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[size++] = (byte) c;
            case '\b' -> bytes[size++] = 'b';
            case '\f' -> bytes[size++] = 'f';
            case '\n' -> bytes[size++] = 'n';
            case '\r' -> bytes[size++] = 'r';
            case '\t' -> bytes[size++] = 't';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = (byte) HEX.charAt(c >> 4);
                bytes[size++] = (byte) HEX.charAt(c & 15);
            }
        }
    }

    private int copySequence(byte[] source, int at) {
        int length = Utf8.sequence(source, at);
        if (length == 0) {
            throw new IllegalArgumentException("The text is not valid UTF-8 at byte " + at + ".");
        }
        System.arraycopy(source, at, bytes, size, length);
        size += length;
        return length;
    }

    private JsonWriter put(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    private void append(byte[] source) {
        reserve(source.length);
        System.arraycopy(source, 0, bytes, size, source.length);
        size += source.length;
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length * 2));
        }
    }

    private static void check(boolean allowed, String call) {
        if (!allowed) {
            throw JsonException.misuse(call, "written");
        }
    }
}
