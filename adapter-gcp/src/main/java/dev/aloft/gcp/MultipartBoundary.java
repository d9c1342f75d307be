package dev.aloft.gcp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the boundary where {@code Body.parts()} will look for it, so that a body put together again is read as it was. */
final class MultipartBoundary {
    private MultipartBoundary() {}

    /**
     * The boundary of {@code multipart/form-data; boundary="x y"} is {@code x y}.
     *
     * @return the boundary; null if the type is another one or names none
     */
    static @Nullable String of(String contentType) {
        int semicolon = contentType.indexOf(';');
        if (semicolon < 0
                || !contentType
                        .substring(0, semicolon)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("multipart/form-data")) {
            return null;
        }
        while (semicolon >= 0) {
            int start = semicolon + 1;
            semicolon = nextSemicolon(contentType, start);
            String pair = contentType
                    .substring(start, semicolon < 0 ? contentType.length() : semicolon)
                    .strip();
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase("boundary")) {
                String boundary = unquoted(pair.substring(equals + 1).strip());
                return boundary.isEmpty() ? null : boundary;
            }
        }
        return null;
    }

    private static int nextSemicolon(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
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
