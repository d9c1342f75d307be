package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Values of native events that may be absent or of another kind without harm to the rest. */
final class NativeText {
    private NativeText() {}

    /** The next value, text, a number or a boolean; null if it is anything else. */
    static @Nullable String of(JsonReader json) {
        if (json.isString()) {
            return json.string();
        }
        Token kind = json.peek();
        if (kind == Token.NUMBER || kind == Token.BOOLEAN) {
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
}
