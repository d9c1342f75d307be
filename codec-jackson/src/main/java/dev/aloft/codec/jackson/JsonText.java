package dev.aloft.codec.jackson;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Turns bytes into text before a parser sees them, since Jackson's own decoder accepts overlong forms and guesses UTF-16. */
final class JsonText {
    private static final char REPLACEMENT = '\uFFFD';
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    /** The text without the byte order mark that some senders put in front (RFC 8259 §8.1 lets a reader ignore it). */
    static String decode(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(utf8);
        }
        requirePairedSurrogates(text);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static void requireUtf8(byte[] utf8) {
        ByteBuffer in = ByteBuffer.wrap(utf8);
        CharBuffer out = CharBuffer.allocate(1024);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result;
        do {
            out.clear();
            result = decoder.decode(in, out, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw ReadErrors.notUtf8(in.position() + 1);
        }
    }

    /** Half a character written as an escape is grammatical JSON, but no text: no UTF-8 answer could repeat it. */
    private static void requirePairedSurrogates(String text) {
        int at = text.indexOf('\\');
        while (at >= 0 && at + 1 < text.length()) {
            int unit = escapedUnit(text, at);
            int next = at + (unit < 0 ? 2 : 6);
            if (unit >= Character.MIN_HIGH_SURROGATE && unit <= Character.MAX_HIGH_SURROGATE) {
                unit = isLowSurrogate(text, next) ? -1 : unit;
                next += 6;
            }
            if (unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE) {
                throw ReadErrors.loneSurrogate(text, at);
            }
            at = text.indexOf('\\', next);
        }
    }

    private static boolean isLowSurrogate(String text, int at) {
        int unit = at < text.length() && text.charAt(at) == '\\' ? escapedUnit(text, at) : -1;
        return unit >= Character.MIN_LOW_SURROGATE && unit <= Character.MAX_LOW_SURROGATE;
    }

    /** The code unit of an escape with four hexadecimal digits; -1 for any other, which the parser judges. */
    private static int escapedUnit(String text, int backslash) {
        if (backslash + 6 > text.length() || text.charAt(backslash + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = backslash + 2; i < backslash + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }
}
