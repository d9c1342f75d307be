package dev.aloft.aws;

import dev.aloft.PercentEncoding;

/** Gives a path the form in which it stands in a URL, whatever a gateway made of it on the way. */
final class PathText {
    private PathText() {}

    /** A path that the gateway decoded: {@code /a b/100%} becomes {@code /a%20b/100%25}. */
    static String encoded(String decoded) {
        return encode(decoded, true);
    }

    /** A path that is encoded already, made safe: {@code /a%20b/c d} becomes {@code /a%20b/c%20d}. */
    static String repaired(String path) {
        return encode(path, false);
    }

    private static String encode(String path, boolean everyPercent) {
        int length = path.length();
        for (int i = 0; i < length; i++) {
            if (!stays(path, i, everyPercent)) {
                return encodeFrom(path, i, everyPercent);
            }
        }
        return path;
    }

    private static String encodeFrom(String path, int first, boolean everyPercent) {
        StringBuilder encoded = new StringBuilder(path.length() + 16).append(path, 0, first);
        int i = first;
        while (i < path.length()) {
            if (stays(path, i, everyPercent)) {
                encoded.append(path.charAt(i));
                i++;
            } else {
                int next = path.offsetByCodePoints(i, 1);
                encoded.append(PercentEncoding.encodeSegment(path.substring(i, next)));
                i = next;
            }
        }
        return encoded.toString();
    }

    /** What may stand in a path: RFC 3986, section 3.3. */
    private static boolean stays(String path, int index, boolean everyPercent) {
        char c = path.charAt(index);
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '/' && c <= ';') {
            return true;
        }
        return c == '%'
                ? !everyPercent && isHex(path, index + 1) && isHex(path, index + 2)
                : "-._~!$&'()*+,=@".indexOf(c) >= 0;
    }

    private static boolean isHex(String path, int index) {
        return index < path.length() && Character.digit(path.charAt(index), 16) >= 0 && path.charAt(index) < 128;
    }
}
