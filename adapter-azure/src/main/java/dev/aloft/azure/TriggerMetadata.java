package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.TraceContext;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What the host tells beside a message. Text arrives as it is; numbers, times and objects arrive as JSON.
 *
 * <p>It can be relied upon only where the binding has {@code dataType} {@code binary}: of a message that is text, the host copies
 * the top-level properties over it.
 */
final class TriggerMetadata {
    private final AzureInvocation invocation;
    private String latest = "";

    TriggerMetadata(AzureInvocation invocation) {
        this.invocation = invocation;
    }

    /** A value as it is; null if it is absent or empty. */
    @Nullable
    String text(String name) {
        String text = invocation.metadata(name);
        return text == null || text.isEmpty() ? null : text;
    }

    /** A whole number, which may be a JSON number or text; null if it is absent or no number. */
    @Nullable
    String number(String name) {
        return asNumber(text(name));
    }

    /** The same as an {@code int}, or 0 if it is absent, no number or too large. */
    int count(String name) {
        String digits = number(name);
        return digits == null || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    /** A time; null if it is absent or no time. */
    @Nullable
    Instant time(String name) {
        return asTime(text(name));
    }

    /** A JSON value; null if it is absent. */
    @Nullable
    JsonReader json(String name) {
        latest = name;
        String text = text(name);
        return text == null ? null : new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Why the JSON value that was asked for last cannot be read. */
    AloftException broken(@Nullable Throwable cause) {
        return AzureErrors.badMetadata(latest, cause);
    }

    /**
     * Stands for what messages are told apart by, if the host or worker keeps that from Aloft, which is logged once: the same for the
     * same bytes, so also at every delivery.
     */
    String hiddenId(byte[] body) {
        invocation.warnOnce(AzureErrors.HIDDEN_IDS_WARNING);
        return digest(body);
    }

    /** The same for the same bytes. */
    static String digest(byte[] bytes) {
        try {
            return "sha256-"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }

    /** Digits, possibly with a sign, in quotes or not; null for anything else. */
    static @Nullable String asNumber(@Nullable String text) {
        String bare = text == null ? "" : unquoted(text);
        int first = bare.startsWith("-") ? 1 : 0;
        for (int i = first; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
        }
        return bare.length() == first ? null : bare;
    }

    /** .NET writes UTC without a zone where it has forgotten that it is UTC. */
    static @Nullable Instant asTime(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String bare = unquoted(text);
        Instant time = IsoTime.parse(bare);
        return time == null ? IsoTime.parse(bare + "Z") : time;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

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
        if (json.isString()) {
            return json.string();
        }
        boolean none = json.isNull();
        String written = new String(json.raw(), StandardCharsets.UTF_8);
        return none ? null : written;
    }

    /** Where the message was sent, by the W3C property or the older one of Azure's client libraries. */
    static @Nullable TraceContext trace(Attributes attributes) {
        String traceparent = attributes.first("traceparent").orElse(null);
        String parent = traceparent == null ? attributes.first("Diagnostic-Id").orElse(null) : traceparent;
        return TraceContext.parse(parent, attributes.first("tracestate").orElse(null))
                .orElse(null);
    }
}
