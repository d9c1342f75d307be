package dev.aloft.spi;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a Content-Type header says, for adapters as for bodies.
 *
 * <p>{@code MediaType.parameter("text/plain; charset=\"utf-8\"", "charset")} is {@code utf-8}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.3">RFC 9110 §8.3</a>
 */
public final class MediaType {
    private MediaType() {}

    /**
     * The type without parameters in lower case: {@code Text/HTML; charset=x} gives {@code text/html}.
     *
     * @param contentType the header's value
     * @return type and subtype
     */
    public static String bare(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a parameter, without quotes: {@code x y} for {@code boundary} of {@code multipart/form-data; boundary="x y"}.
     *
     * @param contentType the header's value; also that of a Content-Disposition
     * @param name the parameter's name, in any case
     * @return the value of the first one of that name; null if there is none
     */
    public static @Nullable String parameter(String contentType, String name) {
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
}
