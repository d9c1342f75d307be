package dev.aloft.azure;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text that the host makes of a body: by its byte order mark, otherwise UTF-8; what is not valid is replaced. The test kit has
 * the same rules in its HostRequest, but depends on this module.
 */
final class HostText {
    private HostText() {}

    static String of(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return decode(bytes, 3, StandardCharsets.UTF_8);
        }
        if (isWide(bytes)) {
            return decode(bytes, 2, begins(bytes, 0xFE) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        return decode(bytes, 0, StandardCharsets.UTF_8);
    }

    static boolean isWide(byte[] bytes) {
        return begins(bytes, 0xFE, 0xFF) || begins(bytes, 0xFF, 0xFE);
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean begins(byte[] bytes, int... octets) {
        for (int i = 0; i < octets.length; i++) {
            if (i == bytes.length || (bytes[i] & 0xFF) != octets[i]) {
                return false;
            }
        }
        return true;
    }
}
