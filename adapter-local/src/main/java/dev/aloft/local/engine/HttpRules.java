package dev.aloft.local.engine;

/** What a platform does around a request for HTTP: a part of a {@link Profile}. Sizes are in bytes, times in milliseconds. */
final class HttpRules {
    /** The largest body of a request; 0 for any. */
    final int payload;
    /** The status that answers a larger one. */
    final int refused;
    /** The largest body of a response; 0 for any. */
    final int response;
    /** The status in place of a larger one. */
    final int unsent;
    /** How long the client waits at most; 0 for without end. */
    final long timeout;
    /** The status that it gets then. */
    final int late;

    HttpRules(ProfileTable table) {
        payload = table.number("http.payload");
        refused = table.number("http.answer");
        response = table.number("http.response");
        unsent = table.number("http.response-answer");
        timeout = table.time("http.timeout");
        late = table.number("http.timeout-answer");
    }
}
