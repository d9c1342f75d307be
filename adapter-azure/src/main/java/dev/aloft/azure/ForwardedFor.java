package dev.aloft.azure;

import dev.aloft.Headers;
import org.jspecify.annotations.Nullable;

/** The address that Azure's front end adds to {@code X-Forwarded-For}, with a port: {@code 198.51.100.1, 192.0.2.7:50123}. */
final class ForwardedFor {
    private ForwardedFor() {}

    /** What stands before the last comma the client may have invented. */
    static @Nullable String lastAddress(Headers headers) {
        String line = headers.first("x-forwarded-for").orElse("");
        String last = line.substring(line.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? null : withoutPort(last);
    }

    private static String withoutPort(String address) {
        if (address.charAt(0) == '[') {
            int end = address.indexOf(']');
            return end < 0 ? address : address.substring(1, end);
        }
        int colon = address.indexOf(':');
        boolean single = colon > 0 && colon == address.lastIndexOf(':');
        return single ? address.substring(0, colon) : address;
    }
}
