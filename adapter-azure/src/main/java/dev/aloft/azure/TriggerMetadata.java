package dev.aloft.azure;

import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the host tells beside a message. Text arrives as it is; numbers, times and objects arrive as JSON.
 *
 * <p>It can be relied upon only where the binding has {@code dataType} {@code binary}: of a message that is text, the host copies
 * the top-level properties over it.
 */
final class TriggerMetadata {
    private final AzureContext invocation;

    TriggerMetadata(AzureContext invocation) {
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
        String text = text(name);
        return text == null ? null : new JsonReader(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells once that the host or worker keeps from Aloft what messages are told apart by. */
    void warnOfHiddenIds() {
        if (invocation.application().isFirstHiddenId()) {
            invocation.log(System.Logger.Level.WARNING, AzureErrors.HIDDEN_IDS_WARNING);
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
}
