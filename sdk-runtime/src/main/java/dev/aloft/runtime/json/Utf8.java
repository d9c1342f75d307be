package dev.aloft.runtime.json;

/**
 * Well-formed UTF-8, byte by byte.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3629#section-4">RFC 3629, syntax of UTF-8 byte sequences</a>
 */
final class Utf8 {
    private Utf8() {}

    /** The length of the sequence of two to four bytes that begins here, or 0 if none does. */
    static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || length > bytes.length - at) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /** Writes one character and gives the offset after it; the target has four bytes of room. */
    static int put(int codePoint, byte[] target, int at) {
        int next = at;
        if (codePoint < 0x80) {
            target[next++] = (byte) codePoint;
            return next;
        }
        if (codePoint < 0x800) {
            target[next++] = (byte) (0xc0 | codePoint >> 6);
        } else {
            if (codePoint < 0x10000) {
                target[next++] = (byte) (0xe0 | codePoint >> 12);
            } else {
                target[next++] = (byte) (0xf0 | codePoint >> 18);
                target[next++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
            }
            target[next++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
        }
        target[next++] = (byte) (0x80 | codePoint & 0x3f);
        return next;
    }
}
