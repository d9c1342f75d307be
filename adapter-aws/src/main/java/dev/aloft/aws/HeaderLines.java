package dev.aloft.aws;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.runtime.json.JsonWriter;

/** Header lines as all dialects write them: one value per name, or a list of values per name. */
final class HeaderLines {
    private HeaderLines() {}

    static void copy(Headers headers, HttpRequest.Builder request) {
        for (int line = 0; line < headers.size(); line++) {
            request.header(headers.name(line), headers.value(line));
        }
    }

    /** Writes all but cookies, repeated ones joined with a comma, as RFC 9110 section 5.3 allows. */
    static void writeJoined(Headers headers, JsonWriter json) {
        for (int line = 0; line < headers.size(); line++) {
            if (!isCookie(headers, line) && isFirst(headers, line)) {
                json.name(headers.name(line)).string(joined(headers, line));
            }
        }
    }

    static void writeValues(Headers headers, int line, JsonWriter json) {
        String name = headers.name(line);
        json.name(name).beginArray();
        for (int i = line; i < headers.size(); i++) {
            if (headers.name(i).equals(name)) {
                json.string(headers.value(i));
            }
        }
        json.endArray();
    }

    static boolean isCookie(Headers headers, int line) {
        return headers.name(line).equals("set-cookie");
    }

    static boolean isFirst(Headers headers, int line) {
        String name = headers.name(line);
        for (int i = 0; i < line; i++) {
            if (headers.name(i).equals(name)) {
                return false;
            }
        }
        return true;
    }

    static boolean isRepeated(Headers headers, int line) {
        return next(headers, line) < headers.size();
    }

    private static String joined(Headers headers, int line) {
        int next = next(headers, line);
        if (next == headers.size()) {
            return headers.value(line);
        }
        StringBuilder joined = new StringBuilder(headers.value(line));
        while (next < headers.size()) {
            joined.append(", ").append(headers.value(next));
            next = next(headers, next);
        }
        return joined.toString();
    }

    private static int next(Headers headers, int line) {
        String name = headers.name(line);
        int next = line + 1;
        while (next < headers.size() && !headers.name(next).equals(name)) {
            next++;
        }
        return next;
    }
}
