package dev.aloft;

import java.util.ArrayList;
import java.util.List;

/**
 * A cookie that a request carries: for {@code Cookie: session=abc} it is {@code new Cookie("session", "abc")}.
 *
 * @param name the name, with case
 * @param value the value as it was sent, without surrounding double quotes; may be empty
 */
public record Cookie(String name, String value) {

    /** Reads the values of all Cookie headers; what is not of the form name=value is not a cookie and is passed over. */
    static List<Cookie> parse(List<String> headerValues) {
        List<Cookie> cookies = new ArrayList<>(4);
        for (String header : headerValues) {
            int start = 0;
            while (start < header.length()) {
                int end = header.indexOf(';', start);
                if (end < 0) {
                    end = header.length();
                }
                addPair(cookies, header.substring(start, end));
                start = end + 1;
            }
        }
        return List.copyOf(cookies);
    }

    private static void addPair(List<Cookie> cookies, String pair) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
            return;
        }
        String name = pair.substring(0, equals).strip();
        String value = pair.substring(equals + 1).strip();
        if (value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            value = value.substring(1, value.length() - 1);
        }
        if (!name.isEmpty()) {
            cookies.add(new Cookie(name, value));
        }
    }
}
