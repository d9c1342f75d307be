package dev.aloft.gcp;

/** Finds the boundary where {@code Body.parts()} will look for it, so that a body put together again is read as it was. */
final class MultipartBoundary {
    private MultipartBoundary() {}

    /** Whether the type is {@code multipart/form-data}, in any case and with any parameters. */
    static boolean isFormData(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
        return type.strip().equalsIgnoreCase("multipart/form-data");
    }

    /**
     * The boundary of {@code multipart/form-data; boundary="x y"} is {@code x y}.
     *
     * @return the boundary; empty if the type names none
     */
    static String of(String contentType) {
        int semicolon = contentType.indexOf(';');
        while (semicolon >= 0) {
            int start = semicolon + 1;
            semicolon = nextSemicolon(contentType, start);
            String pair = contentType
                    .substring(start, semicolon < 0 ? contentType.length() : semicolon)
                    .strip();
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equalsIgnoreCase("boundary")) {
                return unquoted(pair.substring(equals + 1).strip());
            }
        }
        return "";
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
