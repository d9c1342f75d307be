package dev.aloft.runtime.cloudevents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An attribute's value as a header has it.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md#3132-http-header-values">HTTP
 *     Protocol Binding 1.0.2 §3.1.3.2</a>
 */
final class HeaderValue {
    private HeaderValue() {}

    /**
     * Takes quotes and percent-encoding off. Of a sender that encodes nothing, a lone percent sign stays, and UTF-8 that the server
     * took for Latin-1 is read as what it is; what cannot be decoded stays as it came.
     */
    static String decode(String header) {
        String value = header.indexOf('"') < 0 ? header : unquoted(header);
        if (isPlain(value)) {
            return value;
        }
        byte[] bytes = new byte[3 * value.length()];
        int length = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int octet = c == '%' ? octet(value, i) : -1;
            if (octet >= 0) {
                bytes[length++] = (byte) octet;
                i += 2;
            } else if (c < 256) {
                bytes[length++] = (byte) c;
            } else {
                return value;
            }
        }
        String decoded = new String(bytes, 0, length, StandardCharsets.UTF_8);
        byte[] again = decoded.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, bytes, 0, length) ? decoded : value;
    }

    private static boolean isPlain(String value) {
        boolean plain = true;
        for (int i = 0; plain && i < value.length(); i++) {
            plain = value.charAt(i) != '%' && value.charAt(i) < 128;
        }
        return plain;
    }

    private static int octet(String value, int percent) {
        int high = percent + 2 < value.length() ? hexDigit(value.charAt(percent + 1)) : -1;
        int low = high < 0 ? -1 : hexDigit(value.charAt(percent + 2));
        return low < 0 ? -1 : high << 4 | low;
    }

    private static int hexDigit(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /** Where a quote is never closed, none is meant as one. */
    private static String unquoted(String value) {
        StringBuilder plain = new StringBuilder(value.length());
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else {
                if (c == '\\' && quoted && i + 1 < value.length()) {
                    i++;
                    c = value.charAt(i);
                }
                plain.append(c);
            }
        }
        return quoted ? value : plain.toString();
    }
}
