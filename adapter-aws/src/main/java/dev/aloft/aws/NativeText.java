package dev.aloft.aws;

import dev.aloft.Document;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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
        return nonBlank(of(json));
    }

    /** Text that says something; null for any other. */
    static @Nullable String nonBlank(@Nullable String text) {
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

    /** A time in seconds since 1970, {@code 1545084650.987}, exactly, which no binary fraction is; null if it is none, or before. */
    static @Nullable Instant seconds(@Nullable String text) {
        if (text == null || text.length() > 30) {
            return null;
        }
        try {
            BigDecimal seconds = new BigDecimal(text);
            if (seconds.signum() < 0
                    || Math.abs((long) seconds.scale()) > 30
                    || seconds.precision() - seconds.scale() > 12) {
                return null;
            }
            long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
            return Instant.ofEpochSecond(seconds.longValue(), nanos);
        } catch (NumberFormatException noTime) {
            return null;
        }
    }

    /** A whole number, for example {@code 4711}; less than 0 if it is none. */
    static long number(@Nullable String text) {
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

    /** A number with all its digits, in the form of JSON: {@code -1.50e3}; null if it is none, or one of more than 1,000 digits. */
    static @Nullable BigDecimal decimal(String text) {
        try {
            JsonReader json = new JsonReader(text.getBytes(StandardCharsets.UTF_8));
            BigDecimal number = json.decimal();
            json.end();
            return number;
        } catch (JsonException noNumber) {
            return null;
        }
    }

    /** The next value, an object; one without members if it is anything else. */
    static Document document(JsonReader json) {
        if (json.isObject()) {
            return DocumentJson.read(json);
        }
        json.skip();
        return Document.empty();
    }

    /** The text, number or boolean within objects, for example {@code at(record, "s3", "bucket", "name")}; null if there is none. */
    static @Nullable String at(Document document, String... names) {
        Object value = document;
        for (String name : names) {
            value = value instanceof Document object ? object.get(name) : null;
        }
        return value == null || value instanceof Document || value instanceof List ? null : value.toString();
    }

    /** The same, text that says something. */
    static @Nullable String identityAt(Document document, String... names) {
        return nonBlank(at(document, names));
    }

    /** The object of a name; one without members if there is none. */
    static Document documentAt(Document document, String name) {
        return document.get(name) instanceof Document object ? object : Document.empty();
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
