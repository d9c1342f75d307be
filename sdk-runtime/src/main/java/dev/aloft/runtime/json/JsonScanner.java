package dev.aloft.runtime.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tokens of a JSON text and where they lie in its bytes; knows nothing of objects and arrays. */
final class JsonScanner {
    private final byte[] bytes;
    private int position;

    /** Where the latest scalar or name lies, without quotes. */
    private int start;

    private int end;
    private boolean escaped;
    private boolean ascii;

    JsonScanner(byte[] utf8) {
        bytes = utf8;
        boolean mark = utf8.length > 2 && utf8[0] == (byte) 0xef && utf8[1] == (byte) 0xbb && utf8[2] == (byte) 0xbf;
        position = mark ? 3 : 0;
    }

    /** The next byte that is not white space, or -1 at the end. */
    int peek() {
        byte[] text = bytes;
        int at = position;
        while (at < text.length) {
            byte b = text[at];
            if (b > ' ' || b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                position = at;
                return b & 0xff;
            }
            at++;
        }
        position = at;
        return -1;
    }

    void advance() {
        position++;
    }

    int position() {
        return position;
    }

    /** Reads a string, number, boolean or null, whose first byte is given. */
    void scalar(int first) {
        switch (first) {
            case '"' -> string();
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw expected("a value");
        }
    }

    /** Reads a string, whose opening quote is next. */
    void string() {
        byte[] text = bytes;
        int at = position + 1;
        start = at;
        escaped = false;
        ascii = true;
        while (at < text.length) {
            byte b = text[at];
            if (b >= ' ' && b != '"' && b != '\\') {
                at++;
            } else if (b == '"') {
                end = at;
                position = at + 1;
                return;
            } else if (b == '\\') {
                escaped = true;
                at = Escapes.check(text, at);
            } else {
                at += unusual(at);
            }
        }
        throw JsonException.at(text, at, "'\"' at the end of a string");
    }

    private int unusual(int at) {
        if (bytes[at] >= 0) {
            throw JsonException.at(bytes, at, "control characters in strings to be escaped");
        }
        ascii = false;
        int length = Utf8.sequence(bytes, at);
        if (length == 0) {
            throw JsonException.at(bytes, at, "UTF-8");
        }
        return length;
    }

    private void literal(String word) {
        start = position;
        end = start + word.length();
        escaped = false;
        ascii = true;
        for (int i = start; i < end; i++) {
            if (i >= bytes.length || bytes[i] != word.charAt(i - start)) {
                throw JsonException.at(bytes, i, word);
            }
        }
        position = end;
    }

    private void number() {
        start = position;
        int first = bytes[start] == '-' ? start + 1 : start;
        int at = digits(first);
        if (bytes[first] == '0' && at > first + 1) {
            throw JsonException.at(bytes, first + 1, "no digit after a leading zero");
        }
        if (at < bytes.length && bytes[at] == '.') {
            at = digits(at + 1);
        }
        if (at < bytes.length && (bytes[at] | 0x20) == 'e') {
            at++;
            boolean sign = at < bytes.length && (bytes[at] == '+' || bytes[at] == '-');
            at = digits(sign ? at + 1 : at);
        }
        end = at;
        position = at;
        escaped = false;
        ascii = true;
    }

    private int digits(int from) {
        int at = from;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw JsonException.at(bytes, at, "a digit");
        }
        return at;
    }

    /** The latest scalar or name as text. */
    String text() {
        if (escaped) {
            return new String(Escapes.decode(bytes, start, end), StandardCharsets.UTF_8);
        }
        return new String(bytes, start, end - start, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    /** The latest name, if it is a known one and has no escapes. */
    @Nullable
    String known(KnownNames names) {
        return escaped ? null : names.find(bytes, start, end);
    }

    /** The latest string as UTF-8. */
    byte[] content() {
        return escaped ? Escapes.decode(bytes, start, end) : Arrays.copyOfRange(bytes, start, end);
    }

    /** The latest string, decoded from Base64. */
    byte[] base64() {
        byte[] decoded = base64OrNull();
        if (decoded == null) {
            throw JsonException.found("a string that is not Base64", start - 1, "the standard alphabet and padding");
        }
        return decoded;
    }

    /** The latest string, decoded from Base64; null if it is not. */
    byte @Nullable [] base64OrNull() {
        byte[] text = escaped ? content() : bytes;
        return escaped ? Base64Text.decode(text, 0, text.length) : Base64Text.decode(text, start, end);
    }

    /** Whether the latest name is new among those of the innermost object, whose first entry has the given number. */
    boolean addTo(NameSet names, int first) {
        if (escaped) {
            byte[] name = content();
            return names.add(name, 0, name.length, first);
        }
        return names.add(bytes, start, end - start, first);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    byte[] bytes() {
        return bytes;
    }

    /** The failure that something else should stand at the position. */
    RuntimeException expected(String what) {
        return JsonException.at(bytes, position, what);
    }

    /** The failure that the next value is of another kind. */
    RuntimeException mismatch(int first, String kind) {
        int at = position;
        if (first == 't' || first == 'f' || first == 'n') {
            scalar(first);
        }
        String found = switch (first) {
            case '{' -> "an object";
            case '[' -> "an array";
            case '"' -> "a string";
            case 't', 'f' -> "a boolean";
            case 'n' -> "null";
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> "a number";
            default -> null;
        };
        return found == null ? JsonException.at(bytes, at, kind) : JsonException.found(found, at, kind);
    }
}
