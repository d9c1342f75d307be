package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Values of native events that may be absent or of another kind without harm to the rest. */
final class NativeText {
    static final byte[] NOTHING = {};

    private NativeText() {}

    /** The next value, text, a number or a boolean; null if it is anything else. */
    static @Nullable String of(JsonReader json) {
        Token kind = json.peek();
        if (kind == Token.STRING || kind == Token.NUMBER || kind == Token.BOOLEAN) {
            return json.scalar();
        }
        json.skip();
        return null;
    }

    /** The next value, text that says something; null if it is anything else. */
    static @Nullable String identity(JsonReader json) {
        String text = of(json);
        return text == null || text.isBlank() ? null : text;
    }

    /** A count, for example {@code 3}; 0 if it is none. */
    static int count(@Nullable String text) {
        long number = number(text);
        return number > 0 && number <= Integer.MAX_VALUE ? (int) number : 0;
    }

    /** A time in milliseconds since 1970, for example {@code 1523232000000}; null if it is none, or before. */
    static @Nullable Instant time(@Nullable String millis) {
        long number = number(millis);
        return number < 0 ? null : Instant.ofEpochMilli(number);
    }

    private static long number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The next value, text as UTF-8; {@code none} for null, and null if it is anything else. */
    static byte @Nullable [] utf8(JsonReader json, byte @Nullable [] none) {
        return json.isString() ? json.utf8() : skipped(json, none);
    }

    /** The next value, bytes in Base64; {@code none} for null, and null if it is anything else. */
    static byte @Nullable [] base64(JsonReader json, byte @Nullable [] none) {
        return json.isString() ? json.base64OrNull() : skipped(json, none);
    }

    /** The same of a text, in which bits behind the last byte may be set, as in AWS's samples of Kafka; null if it is no Base64. */
    static byte @Nullable [] looseBase64(@Nullable String text) {
        try {
            return text == null || text.length() % 4 != 0
                    ? null
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static byte @Nullable [] skipped(JsonReader json, byte @Nullable [] none) {
        byte[] instead = json.isNull() ? none : null;
        json.skip();
        return instead;
    }

    /**
     * The next value, bytes as a list of numbers with or without a sign: {@code [104, -61, -87]} and {@code [104, 195, 169]} are one.
     * A text is Base64, as AWS's Java library writes bytes. Nothing for null, and null if it is anything else.
     */
    static byte @Nullable [] signedBytes(JsonReader json) {
        if (json.isString()) {
            return json.base64OrNull();
        }
        if (json.peek() != Token.ARRAY) {
            return skipped(json, NOTHING);
        }
        byte[] bytes = new byte[32];
        int length = 0;
        boolean broken = false;
        json.beginArray();
        while (json.hasNext()) {
            int number = signed(of(json));
            broken |= number < -128 || number > 255;
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) number;
        }
        json.endArray();
        return broken ? null : Arrays.copyOf(bytes, length);
    }

    private static int signed(@Nullable String text) {
        try {
            return text == null ? Integer.MAX_VALUE : Integer.parseInt(text);
        } catch (NumberFormatException noByte) {
            return Integer.MAX_VALUE;
        }
    }

    /** UTF-8 as text; null for other bytes, which would become replacement characters. */
    static @Nullable String decoded(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : null;
    }
}
