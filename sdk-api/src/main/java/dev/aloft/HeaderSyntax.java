package dev.aloft;

import java.util.Locale;

/** What may stand in a response header, so that every platform sends it as it was meant (RFC 9110 §5). */
final class HeaderSyntax {
    private HeaderSyntax() {}

    static void requireName(String name) {
        requireToken(name, "header name");
        requireNotOfThePlatform(Headers.lower(name));
    }

    static String requireToken(String name, String what) {
        boolean valid = !name.isEmpty();
        for (int i = 0; valid && i < name.length(); i++) {
            valid = isTokenCharacter(name.charAt(i));
        }
        if (!valid) {
            throw new IllegalArgumentException("ALOFT-401 The " + what + " " + describe(name)
                    + " is not an HTTP token. Allowed: letters, digits and !#$%&'*+-.^_`|~, at least one.");
        }
        return name;
    }

    /** What the platform derives from the body and the connection; a wrong one would let requests be confused. */
    private static void requireNotOfThePlatform(String lowerCaseName) {
        switch (lowerCaseName) {
            case "content-length", "transfer-encoding", "connection", "keep-alive", "upgrade", "trailer" ->
                throw new IllegalArgumentException("ALOFT-410 The header " + lowerCaseName
                        + " is set by the platform from the body and the connection. Leave it out.");
            default -> {}
        }
    }

    static String requireValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c != '\t' && (c < ' ' || c > '~')) {
                throw new IllegalArgumentException("ALOFT-402 The value of header " + name + " has the character "
                        + codePoint(c) + " at index " + i + ". Allowed: visible ASCII, space and tab. Encode other text"
                        + " first, for example with PercentEncoding.encodeSegment.");
            }
        }
        return value;
    }

    static void requireCookieValue(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~' || c == '"' || c == ',' || c == ';' || c == '\\') {
                throw new IllegalArgumentException("ALOFT-403 The value of cookie " + name + " has the character "
                        + codePoint(c) + " at index " + i
                        + ". Allowed: visible ASCII without space, double quote, comma,"
                        + " semicolon and backslash. Encode other text first, for example with"
                        + " PercentEncoding.encodeSegment.");
            }
        }
    }

    static String requireCookieAttribute(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == ';') {
                throw new IllegalArgumentException("ALOFT-403 An attribute of cookie " + name + " has the character "
                        + codePoint(c) + " at index " + i + ". Allowed: visible ASCII and space without semicolon.");
            }
        }
        return value;
    }

    private static boolean isTokenCharacter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static String describe(String name) {
        StringBuilder shown = new StringBuilder("\"");
        for (int i = 0; i < name.length() && i < 40; i++) {
            char c = name.charAt(i);
            if (c >= ' ' && c <= '~') {
                shown.append(c);
            } else {
                shown.append(codePoint(c));
            }
        }
        return shown.append('"').toString();
    }

    private static String codePoint(char c) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "U+" + "0000".substring(hex.length()) + hex;
    }
}
