package dev.aloft.runtime.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Valid JSON texts in every spelling, and near misses made from them. */
final class RandomJson {
    private static final String[] FRAGMENTS = {
        "\\u",
        "\\ud83d",
        "\\ude00",
        "\\u0000",
        "\\",
        "\"",
        ",",
        ":",
        "{",
        "}",
        "[",
        "]",
        "-",
        "+",
        ".",
        "0",
        "00",
        "1e5",
        "E",
        "true",
        "nul",
        "\"a\":",
        "\"\\u0061\":",
        "/",
        "//",
        "'",
        "NaN",
        "\t",
        "\n",
        "\f",
        "\u0000",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u2028",
        "\ufeff",
        "\ud83d\ude00"
    };
    private static final int[][] BYTES = {
        {0xc0, 0xaf},
        {0xed, 0xa0, 0x80},
        {0xf4, 0x90, 0x80, 0x80},
        {0xff},
        {0x80},
        {0xe2, 0x82},
        {0xef, 0xbb, 0xbf},
        {0xf0}
    };
    private static final int[] CHARACTERS = {
        0, 0x1f, 0x20, '"', '\\', '/', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff
    };
    private static final String SHORT_ESCAPES = "\"\\/\b\f\n\r\t";

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    byte[] valid() {
        StringBuilder text = new StringBuilder();
        space(text);
        value(text, random.nextInt(5));
        space(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A valid text in which one to three places are damaged; the damage may happen to be valid. */
    byte[] mutated() {
        byte[] bytes = valid();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, from + random.nextInt(4));
            bytes = switch (random.nextInt(5)) {
                case 0 -> replaced(bytes, from, to, new byte[0]);
                case 1 -> replaced(bytes, from, from, fragment());
                case 2 -> replaced(bytes, from, to, fragment());
                case 3 ->
                    replaced(bytes, from, Math.min(bytes.length, from + 1), new byte[] {(byte) random.nextInt(256)});
                default -> replaced(bytes, from, from, part(bytes));
            };
        }
        return bytes;
    }

    private byte[] fragment() {
        if (random.nextInt(3) > 0) {
            return FRAGMENTS[random.nextInt(FRAGMENTS.length)].getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b : BYTES[random.nextInt(BYTES.length)]) {
            bytes.write(b);
        }
        return bytes.toByteArray();
    }

    private byte[] part(byte[] bytes) {
        int from = random.nextInt(bytes.length + 1);
        int to = from + random.nextInt(bytes.length - from + 1);
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] replacement) {
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(bytes, 0, from);
        result.writeBytes(replacement);
        result.write(bytes, to, bytes.length - to);
        return result.toByteArray();
    }

    private void value(StringBuilder text, int depth) {
        switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> text.append(random.nextBoolean());
            case 1 -> text.append("null");
            case 2, 3 -> number(text);
            case 4, 5 -> string(text, characters());
            case 6 -> array(text, depth);
            default -> object(text, depth);
        }
    }

    private void array(StringBuilder text, int depth) {
        text.append('[');
        space(text);
        for (int i = random.nextInt(5); i > 0; i--) {
            value(text, depth - 1);
            separate(text, i > 1);
        }
        text.append(']');
    }

    private void object(StringBuilder text, int depth) {
        Set<String> names = new HashSet<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            names.add(random.nextBoolean() ? characters() : "name" + random.nextInt(9));
        }
        int rest = names.size();
        text.append('{');
        space(text);
        for (String name : names) {
            string(text, name);
            space(text);
            text.append(':');
            space(text);
            value(text, depth - 1);
            separate(text, --rest > 0);
        }
        text.append('}');
    }

    private void separate(StringBuilder text, boolean more) {
        space(text);
        if (more) {
            text.append(',');
            space(text);
        }
    }

    private void space(StringBuilder text) {
        while (random.nextInt(6) == 0) {
            text.append(" \t\n\r".charAt(random.nextInt(4)));
        }
    }

    private void number(StringBuilder text) {
        text.append(random.nextInt(3) == 0 ? "-" : "");
        if (random.nextInt(4) == 0) {
            text.append('0');
        } else {
            text.append(random.nextInt(9) + 1);
            digits(text, random.nextInt(22));
        }
        if (random.nextInt(3) == 0) {
            text.append('.');
            digits(text, 1 + random.nextInt(8));
        }
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? 'e' : 'E').append(new String[] {"", "+", "-"}[random.nextInt(3)]);
            digits(text, 1 + random.nextInt(6));
        }
    }

    private void digits(StringBuilder text, int count) {
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(10));
        }
    }

    /** Text without lone surrogates. */
    String characters() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int codePoint = switch (random.nextInt(6)) {
                case 0 -> CHARACTERS[random.nextInt(CHARACTERS.length)];
                case 1 -> SHORT_ESCAPES.charAt(random.nextInt(SHORT_ESCAPES.length()));
                case 2 -> random.nextInt(0xd800);
                case 3 -> 0xe000 + random.nextInt(0x110000 - 0xe000);
                default -> ' ' + random.nextInt(95);
            };
            text.appendCodePoint(codePoint);
        }
        return text.toString();
    }

    /** Each character as it is or in one of its escapes. */
    private void string(StringBuilder text, String characters) {
        text.append('"');
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            int shortEscape = SHORT_ESCAPES.indexOf(c);
            boolean plain = c >= ' ' && c != '"' && c != '\\';
            if (shortEscape >= 0 && random.nextInt(3) > 0 && !(c == '/' && random.nextBoolean())) {
                text.append('\\').append("\"\\/bfnrt".charAt(shortEscape));
            } else if (!plain || Character.isHighSurrogate(c) && random.nextInt(3) == 0) {
                unicodeEscape(text, c);
                if (Character.isHighSurrogate(c)) {
                    unicodeEscape(text, characters.charAt(++i));
                }
            } else if (!Character.isSurrogate(c) && random.nextInt(8) == 0) {
                unicodeEscape(text, c);
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private void unicodeEscape(StringBuilder text, char c) {
        String hex = Integer.toHexString(0x10000 | c).substring(1);
        text.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
    }
}
