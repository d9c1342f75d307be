package dev.aloft.azure;

import dev.aloft.Attributes;
import dev.aloft.TraceContext;
import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** What the mappers of several triggers read or make alike. */
final class MessageParts {
    private static final String HEX = "0123456789abcdef";

    private MessageParts() {}

    /**
     * Application properties, which arrive as one JSON object. Numbers and booleans become text as they are written, and bytes are
     * in Base64, which nothing tells from text. A property without a value is left out.
     */
    static Attributes properties(JsonReader json) {
        Attributes.Builder attributes = Attributes.builder();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            String value = value(json);
            if (value != null) {
                attributes.add(name, value);
            }
        }
        json.endObject();
        return attributes.build();
    }

    /** A scalar without quotes, anything else as JSON; null for null. */
    static @Nullable String value(JsonReader json) {
        return switch (json.peek()) {
            case OBJECT, ARRAY -> new String(json.raw(), StandardCharsets.UTF_8);
            case STRING, NUMBER, BOOLEAN -> json.scalar();
            case NULL -> {
                json.skip();
                yield null;
            }
        };
    }

    /** Where the message was sent, by the W3C property or the older one of Azure's client libraries. */
    static @Nullable TraceContext trace(Attributes attributes) {
        String traceparent = attributes.first("traceparent").orElse(null);
        String parent = traceparent == null ? attributes.first("Diagnostic-Id").orElse(null) : traceparent;
        return TraceContext.parse(parent, attributes.first("tracestate").orElse(null))
                .orElse(null);
    }

    /** Stands for an id that the platform keeps back: the same for the same bytes, so also at every delivery. */
    static String digest(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            StringBuilder text = new StringBuilder("sha256-");
            for (byte b : digest) {
                text.append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
            return text.toString();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
