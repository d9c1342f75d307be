package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes as a list of numbers, with or without a sign: {@code [104, -61, -87]} and {@code [104, 195, 169]} are one. */
final class SignedBytes {
    private SignedBytes() {}

    /** The next value; nothing for null, and null if it is anything but such a list. */
    static byte @Nullable [] read(JsonReader json) {
        if (json.peek() != Token.ARRAY) {
            byte[] none = json.isNull() ? new byte[0] : null;
            json.skip();
            return none;
        }
        byte[] bytes = new byte[32];
        int length = 0;
        boolean broken = false;
        json.beginArray();
        while (json.hasNext()) {
            int number = number(NativeText.of(json));
            broken |= number < -128 || number > 255;
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) number;
        }
        json.endArray();
        return broken ? null : Arrays.copyOf(bytes, length);
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? Integer.MAX_VALUE : Integer.parseInt(text);
        } catch (NumberFormatException noByte) {
            return Integer.MAX_VALUE;
        }
    }
}
