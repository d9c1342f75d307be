package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * How an object's key stands for the path of a file below a folder: {@code cats/tom.png} as it is, {@code ../a:b} as {@code
 * .%2E/a%3Ab}. Each key has a path of its own, which no system takes for anything but names below the folder.
 *
 * <p>A slash separates names. In a name stand as percent triplets of UTF-8: all that is not ASCII, control characters, what Windows
 * forbids, the percent sign and the tilde, a dot or space at the end, and the first letter of what Windows takes for a device. An empty
 * name is {@code %-}; one that is too long for a file system is cut, and all parts but the last end with {@code %+}.
 */
final class KeyPath {
    private static final int LONGEST_NAME = 200;
    private static final String EMPTY = "%-";
    private static final String CUT = "%+";
    private static final String UNSAFE = "\"*/:<>?\\|%~";
    private static final List<String> DEVICES = List.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");

    private KeyPath() {}

    /** The path of a key, with slashes; all its names are safe. */
    static String of(String key) {
        StringBuilder path = new StringBuilder(key.length() + 16);
        int start = 0;
        while (start <= key.length()) {
            int slash = key.indexOf('/', start);
            int end = slash < 0 ? key.length() : slash;
            appendName(path.append(start == 0 ? "" : "/"), key.substring(start, end));
            start = end + 1;
        }
        return path.toString();
    }

    /** The key of a path: the one that has this path, or if there is none, because somebody chose the names freely, the path itself. */
    static String keyOf(String path) {
        if (path.indexOf('%') < 0) {
            return path;
        }
        try {
            String key = decoded(path);
            return of(key).equals(path) ? key : path;
        } catch (AloftException noTriplets) {
            return path;
        }
    }

    private static String decoded(String path) {
        StringBuilder key = new StringBuilder(path.length());
        boolean joined = true;
        for (String name : path.split("/", -1)) {
            boolean cut = name.endsWith(CUT);
            String text = cut ? name.substring(0, name.length() - CUT.length()) : name;
            key.append(joined ? "" : "/").append(text.equals(EMPTY) ? "" : PercentEncoding.decodeSegment(text));
            joined = cut;
        }
        return key.toString();
    }

    private static void appendName(StringBuilder path, String name) {
        if (name.isEmpty()) {
            path.append(EMPTY);
        }
        int start = 0;
        while (start < name.length()) {
            int end = cut(name, start);
            appendSafe(path, name.substring(start, end));
            path.append(end < name.length() ? CUT + "/" : "");
            start = end;
        }
    }

    /** Where the longest part from a place on ends that is short enough when it is encoded. */
    private static int cut(String name, int start) {
        int length = 0;
        int end = start;
        while (end < name.length()) {
            int point = name.codePointAt(end);
            length += isSafe(point) ? 1 : 3 * Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (length > LONGEST_NAME) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    private static void appendSafe(StringBuilder path, String part) {
        boolean device = isDevice(part);
        int last = part.length() - 1;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean safe = isSafe(c) && !(i == 0 && device) && !(i == last && (c == '.' || c == ' '));
            if (safe) {
                path.append(c);
            } else {
                int end = i + Character.charCount(part.codePointAt(i));
                appendTriplets(path, part.substring(i, end));
                i = end - 1;
            }
        }
    }

    private static void appendTriplets(StringBuilder path, String text) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            String hex = Integer.toHexString(octet & 255).toUpperCase(Locale.ROOT);
            path.append(hex.length() == 1 ? "%0" : "%").append(hex);
        }
    }

    private static boolean isSafe(int point) {
        return point >= ' ' && point < 127 && UNSAFE.indexOf(point) < 0;
    }

    /** Windows takes {@code con.txt} and {@code CON} for the console, wherever they stand. */
    private static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        String base = (dot < 0 ? name : name.substring(0, dot)).strip().toUpperCase(Locale.ROOT);
        boolean numbered = base.length() == 4
                && (base.startsWith("COM") || base.startsWith("LPT"))
                && Character.isDigit(base.charAt(3));
        return numbered || DEVICES.contains(base);
    }
}
