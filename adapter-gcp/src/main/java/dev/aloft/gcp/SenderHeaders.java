package dev.aloft.gcp;

import dev.aloft.Attributes;
import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a request's headers is the sender's own, and what HTTP or Google added. */
final class SenderHeaders {
    private SenderHeaders() {}

    /** The value of a header that Google writes once; were it there twice, one of them would be somebody else's. */
    static @Nullable String only(Headers headers, String name) {
        List<String> values = headers.all(name);
        if (values.size() > 1) {
            throw GoogleErrors.incomplete("the header " + name + " is there twice");
        }
        return values.isEmpty() ? null : text(values.get(0));
    }

    static Attributes attributes(Headers headers) {
        Attributes.Builder attributes = Attributes.builder();
        for (int line = 0; line < headers.size(); line++) {
            if (!isAdded(headers.name(line))) {
                attributes.add(headers.name(line), text(headers.value(line)));
            }
        }
        return attributes.build();
    }

    private static boolean isAdded(String name) {
        return switch (name) {
            case "accept",
                    "accept-encoding",
                    "accept-language",
                    "authorization",
                    "connection",
                    "content-length",
                    "content-type",
                    "date",
                    "expect",
                    "forwarded",
                    "from",
                    "function-execution-id",
                    "host",
                    "keep-alive",
                    "te",
                    "traceparent",
                    "tracestate",
                    "transfer-encoding",
                    "upgrade",
                    "user-agent",
                    "via",
                    "x-cloud-trace-context" -> true;
            default ->
                name.startsWith("x-goog-")
                        || name.startsWith("x-google-")
                        || name.startsWith("x-cloudtasks-")
                        || name.startsWith("x-forwarded-")
                        || name.startsWith("x-serverless-")
                        || name.startsWith("x-appengine-");
        };
    }

    /** Google sends UTF-8, which the framework's server takes for Latin-1. */
    private static String text(String header) {
        boolean ascii = true;
        for (int i = 0; i < header.length(); i++) {
            ascii &= header.charAt(i) < 128;
        }
        if (ascii) {
            return header;
        }
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean latin1 = new String(bytes, StandardCharsets.ISO_8859_1).equals(header);
        return latin1 && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes) ? text : header;
    }
}
