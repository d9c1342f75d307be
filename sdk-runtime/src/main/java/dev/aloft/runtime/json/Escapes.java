package dev.aloft.runtime.json;

import java.util.Arrays;

/** The escapes of a JSON string: {@code \n}, {@code \u20ac}, and surrogate pairs written as two of the latter. */
final class Escapes {
    private Escapes() {}

    /** Checks the escape whose backslash is here, a surrogate pair as one, and gives the offset after it. */
    static int check(byte[] bytes, int backslash) {
        int at = backslash + 1;
        switch (at < bytes.length ? bytes[at] : 0) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {
                return at + 1;
            }
            case 'u' -> {
                char unit = unit(bytes, at + 1);
                if (!Character.isSurrogate(unit)) {
                    return at + 5;
                }
                checkPair(bytes, backslash, unit);
                return at + 11;
            }
            default -> throw JsonException.at(bytes, at, "one of \" \\ / b f n r t u after a backslash");
        }
    }

    private static void checkPair(byte[] bytes, int first, char unit) {
        int second = first + 6;
        boolean pair = Character.isHighSurrogate(unit)
                && second + 1 < bytes.length
                && bytes[second] == '\\'
                && bytes[second + 1] == 'u'
                && Character.isLowSurrogate(unit(bytes, second + 2));
        if (!pair) {
            throw JsonException.found(
                    "half of a surrogate pair", first, "both halves, since UTF-8 cannot hold one alone");
        }
    }

    private static char unit(byte[] bytes, int at) {
        int unit = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = i < bytes.length ? Character.digit(bytes[i], 16) : -1;
            if (digit < 0) {
                throw JsonException.at(bytes, i, "four hexadecimal digits after \\u");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    /** The bytes from start to end without escapes; each has been checked. */
    static byte[] decode(byte[] bytes, int start, int end) {
        byte[] decoded = new byte[end - start];
        int length = 0;
        int at = start;
        while (at < end) {
            byte b = bytes[at];
            if (b != '\\') {
                decoded[length++] = b;
                at++;
            } else if (bytes[at + 1] != 'u') {
                decoded[length++] = control(bytes[at + 1]);
                at += 2;
            } else {
                char unit = unit(bytes, at + 2);
                boolean pair = Character.isSurrogate(unit);
                int codePoint = pair ? Character.toCodePoint(unit, unit(bytes, at + 8)) : unit;
                length = Utf8.put(codePoint, decoded, length);
                at += pair ? 12 : 6;
            }
        }
        return Arrays.copyOf(decoded, length);
    }

    private static byte control(byte letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
