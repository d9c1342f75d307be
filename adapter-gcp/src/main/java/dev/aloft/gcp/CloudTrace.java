package dev.aloft.gcp;

import dev.aloft.Headers;
import dev.aloft.TraceContext;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands in Google's trace.
 *
 * @see <a href="https://cloud.google.com/trace/docs/trace-context">Trace context</a>
 */
final class CloudTrace {
    private static final int ID_LENGTH = 32;

    /** Of 32 lower-case hexadecimal digits. */
    final String traceId;
    /** Of 16 lower-case hexadecimal digits, or null. */
    final @Nullable String spanId;
    /** Whether the trace is recorded. */
    final boolean sampled;

    CloudTrace(String traceId, @Nullable String spanId, boolean sampled) {
        this.traceId = traceId;
        this.spanId = spanId;
        this.sampled = sampled;
    }

    /** Google's own header; without it the standard one. */
    static @Nullable CloudTrace of(Headers headers) {
        Optional<String> own = headers.first("x-cloud-trace-context");
        CloudTrace trace = own.isPresent() ? parse(own.get()) : null;
        if (trace != null) {
            return trace;
        }
        Optional<String> traceparent = headers.first("traceparent");
        if (traceparent.isEmpty()) {
            return null;
        }
        Optional<TraceContext> standard = TraceContext.parse(traceparent.get(), null);
        return standard.isEmpty()
                ? null
                : new CloudTrace(
                        standard.get().traceId(),
                        standard.get().parentId(),
                        standard.get().sampled());
    }

    /** Reads {@code TRACE_ID/SPAN_ID;o=OPTIONS}: the first is hexadecimal, the second a decimal number. */
    static @Nullable CloudTrace parse(String header) {
        int options = header.indexOf(";o=");
        String ids = options < 0 ? header : header.substring(0, options);
        int slash = ids.indexOf('/');
        String traceId = slash < 0 ? ids : ids.substring(0, slash);
        if (traceId.length() != ID_LENGTH || !isHex(traceId)) {
            return null;
        }
        boolean sampled = options >= 0 && header.startsWith("1", options + 3);
        return new CloudTrace(
                traceId.toLowerCase(Locale.ROOT), slash < 0 ? null : span(ids.substring(slash + 1)), sampled);
    }

    private static boolean isHex(String text) {
        boolean hex = true;
        for (int i = 0; i < text.length(); i++) {
            hex &= text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0;
        }
        return hex;
    }

    private static @Nullable String span(String decimal) {
        long span;
        try {
            span = Long.parseUnsignedLong(decimal);
        } catch (NumberFormatException notDecimal) {
            return null; // a client may send anything here
        }
        String hex = Long.toHexString(span);
        return span == 0 ? null : "0000000000000000".substring(hex.length()) + hex;
    }

    /** The form of the W3C header. @return the header, or null without a span */
    @Nullable
    String traceparent() {
        return spanId == null ? null : "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }
}
