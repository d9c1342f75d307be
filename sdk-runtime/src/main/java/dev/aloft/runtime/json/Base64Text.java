package dev.aloft.runtime.json;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Base64 in its one canonical spelling.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-4">RFC 4648, base 64 encoding</a>
 */
final class Base64Text {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Base64Text() {}

    /** The decoded bytes, or null if the text from start to end is not canonical. */
    static byte @Nullable [] decode(byte[] text, int start, int end) {
        if ((end - start) % 4 != 0 || hasUnusedBits(text, start, end)) {
            return null;
        }
        try {
            return Base64.getDecoder()
                    .decode(ByteBuffer.wrap(text, start, end - start))
                    .array();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether bits that fall away are set in the last character before the padding, which the JDK's decoder lets pass. */
    private static boolean hasUnusedBits(byte[] text, int start, int end) {
        if (start == end || text[end - 1] != '=') {
            return false;
        }
        boolean two = text[end - 2] == '=';
        return (ALPHABET.indexOf(text[two ? end - 3 : end - 2]) & (two ? 15 : 3)) != 0;
    }
}
