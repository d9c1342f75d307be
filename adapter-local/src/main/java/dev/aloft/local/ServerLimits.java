package dev.aloft.local;

import java.time.Duration;

/**
 * What the server accepts. The sizes are about those of the clouds' front doors; the times are short enough that a client
 * that stalls cannot hold a connection.
 *
 * @param targetLength the longest path with query, in characters
 * @param headLength the most bytes of request line and headers together
 * @param headerLines the most header lines
 * @param bodyLength the most bytes of a body
 * @param headTime how long request line and headers may take from their first byte on
 * @param bodyTime how long a body may take to arrive, and an answer to be taken
 * @param idleTime how long a connection may wait for its next request
 * @param connections the most connections, and threads, at one time
 */
record ServerLimits(
        int targetLength,
        int headLength,
        int headerLines,
        int bodyLength,
        Duration headTime,
        Duration bodyTime,
        Duration idleTime,
        int connections) {

    static final int DEFAULT_BODY_LENGTH = 10 * 1024 * 1024;

    static ServerLimits withBodyLength(int bodyLength) {
        return new ServerLimits(
                16 * 1024,
                64 * 1024,
                200,
                bodyLength,
                Duration.ofSeconds(8),
                Duration.ofSeconds(60),
                Duration.ofSeconds(15),
                256);
    }
}
