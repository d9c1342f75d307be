package dev.aloft;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The position of an invocation in a distributed trace.
 *
 * @param traceId 32 lower-case hexadecimal digits, for example {@code 4bf92f3577b34da6a3ce929d0e0e4736}
 * @param parentId 16 lower-case hexadecimal digits of the calling span
 * @param sampled whether the caller records the trace
 * @param traceState what vendors add, in the words of its own header
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public record TraceContext(String traceId, String parentId, boolean sampled, Optional<String> traceState) {
    private static final String NO_TRACE = "00000000000000000000000000000000";

    /**
     * Reads the W3C headers.
     *
     * @param traceparent for example {@code 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01}
     * @param state the {@code tracestate} header, or null
     * @return the trace context; empty if the header is absent or malformed, as the specification demands
     */
    public static Optional<TraceContext> parse(@Nullable String traceparent, @Nullable String state) {
        if (traceparent == null || traceparent.length() < 55 || !hasShape(traceparent)) {
            return Optional.empty();
        }
        String traceId = traceparent.substring(3, 35);
        String parentId = traceparent.substring(36, 52);
        if (traceId.equals(NO_TRACE) || NO_TRACE.startsWith(parentId)) {
            return Optional.empty();
        }
        boolean sampled = (Character.digit(traceparent.charAt(54), 16) & 1) == 1;
        return Optional.of(new TraceContext(traceId, parentId, sampled, Optional.ofNullable(state)));
    }

    private static boolean hasShape(String header) {
        boolean version00 = header.startsWith("00") && header.length() == 55;
        boolean later = !header.startsWith("00")
                && !header.startsWith("ff")
                && (header.length() == 55 || header.charAt(55) == '-');
        if (!version00 && !later) {
            return false;
        }
        for (int i = 0; i < 55; i++) {
            char c = header.charAt(i);
            boolean dash = i == 2 || i == 35 || i == 52;
            if (dash ? c != '-' : !isHex(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    /** The header to pass on, for example {@code 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01}. */
    public String traceparent() {
        return "00-" + traceId + "-" + parentId + (sampled ? "-01" : "-00");
    }
}
