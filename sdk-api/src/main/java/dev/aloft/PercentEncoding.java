package dev.aloft;

import dev.aloft.AloftException.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Percent-encoding of URL parts, as RFC 3986 has it, with UTF-8.
 *
 * <p>A function that builds a link from data writes {@code "/orders/" + PercentEncoding.encodeSegment(order.id())}: for
 * {@code a b/1} this gives {@code /orders/a%20b%2F1}.
 */
public final class PercentEncoding {
    private static final String HEX = "0123456789ABCDEF";

    private PercentEncoding() {}

    /**
     * Encodes text so that it is exactly one segment of a path, or one value of a query: {@code a b/é} becomes
     * {@code a%20b%2F%C3%A9}.
     *
     * @param text any text; a lone surrogate becomes {@code %3F}
     * @return only letters, digits, {@code -._~} and percent triplets
     */
    public static String encodeSegment(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
        return encoded.toString();
    }

    /**
     * Decodes one path segment, except that an encoded slash stays {@code %2F}: {@code a%20b%2Fc} becomes {@code a b%2Fc}.
     * So the value of a path parameter never looks like more segments than it had.
     *
     * @param segment the segment as it stands in the URL
     * @return the decoded text
     * @throws AloftException with code ALOFT-306 if a triplet is malformed or the bytes are not UTF-8
     */
    public static String decodeSegment(String segment) {
        return segment.indexOf('%') < 0 ? segment : decode(segment, false);
    }

    /**
     * Decodes a name or value of a query or form, in which a plus sign is a space: {@code a+b%2Fc} becomes {@code a b/c}. S3 encodes the
     * keys in its events so.
     *
     * @param part the part as it stands in the query or form
     * @return the decoded text
     * @throws AloftException with code ALOFT-306 if a triplet is malformed or the bytes are not UTF-8
     */
    public static String decodeForm(String part) {
        return part.indexOf('%') < 0 && part.indexOf('+') < 0 ? part : decode(part, true);
    }

    private static String decode(String text, boolean form) {
        byte[] source = text.getBytes(StandardCharsets.UTF_8);
        byte[] target = new byte[source.length];
        int length = 0;
        for (int i = 0; i < source.length; i++) {
            byte b = source[i];
            if (b == '+' && form) {
                target[length++] = ' ';
            } else if (b != '%') {
                target[length++] = b;
            } else {
                int octet = octet(source, i, text);
                boolean keep = octet == '/' && !form;
                if (keep) {
                    target[length++] = '%';
                    target[length++] = '2';
                    target[length++] = 'F';
                } else {
                    target[length++] = (byte) octet;
                }
                i += 2;
            }
        }
        return utf8(target, length, text);
    }

    private static int octet(byte[] source, int percent, String text) {
        int high = percent + 2 < source.length ? hexDigit(source[percent + 1]) : -1;
        int low = high < 0 ? -1 : hexDigit(source[percent + 2]);
        if (low < 0) {
            throw malformed(text, "a percent sign must be followed by two hexadecimal digits");
        }
        return high << 4 | low;
    }

    /** What is not UTF-8 is decoded to a replacement character, which is encoded to other bytes. */
    private static String utf8(byte[] bytes, int length, String text) {
        String decoded = new String(bytes, 0, length, StandardCharsets.UTF_8);
        byte[] again = decoded.getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(again, 0, again.length, bytes, 0, length)) {
            throw malformed(text, "the encoded bytes must be UTF-8");
        }
        return decoded;
    }

    private static AloftException malformed(String text, String rule) {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-306",
                "A part of the URL or form (" + text.length() + " characters) is not validly percent-encoded: " + rule
                        + ".");
    }

    private static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    private static boolean isUnreserved(byte b) {
        return b >= 'a' && b <= 'z'
                || b >= 'A' && b <= 'Z'
                || b >= '0' && b <= '9'
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~';
    }
}
