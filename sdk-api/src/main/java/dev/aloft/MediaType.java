package dev.aloft;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what a Content-Type header says: the bare type and its parameters (RFC 9110 §8.3). */
final class MediaType {
    private MediaType() {}

    /** The type without parameters in lower case: {@code Text/HTML; charset=x} gives {@code text/html}. */
    static String bare(String contentType) {
        int semicolon = contentType.indexOf(';');
        return Headers.lower((semicolon < 0 ? contentType : contentType.substring(0, semicolon)).strip());
    }

    /** A parameter's value without quotes, or null: {@code boundary} of {@code multipart/form-data; boundary="x y"}. */
    static @Nullable String parameter(String contentType, String name) {
        int at = contentType.indexOf(';');
        while (at >= 0) {
            int start = at + 1;
            at = nextSemicolon(contentType, start);
            String pair = (at < 0 ? contentType.substring(start) : contentType.substring(start, at)).strip();
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase(name)) {
                return unquote(pair.substring(equals + 1).strip());
            }
        }
        return null;
    }

    private static int nextSemicolon(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String unquote(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || value.charAt(value.length() - 1) != '"') {
            return value;
        }
        StringBuilder plain = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            char c = value.charAt(i);
            if (c == '\\' && i < value.length() - 2) {
                i++;
                c = value.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }

    /** The bytes as text in the charset that the type names, UTF-8 without one; never with replacement characters. */
    static String decode(byte[] bytes, @Nullable String contentType) {
        String charset = contentType == null ? null : parameter(contentType, "charset");
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            return StrictText.decode(bytes, charset);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : StrictText.decode(bytes, "utf-8");
    }
}
