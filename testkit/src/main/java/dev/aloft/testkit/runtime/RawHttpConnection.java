package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.time.Duration;

/**
 * One connection to a server, for requests one after the other.
 *
 * <pre>{@code
 * try (RawHttpConnection connection = client.open()) {
 *     connection.send(first);
 *     connection.send(second);     // on the same connection
 * }
 * }</pre>
 */
public final class RawHttpConnection implements AutoCloseable {
    private final TimedChannel channel;
    private final Duration timeLimit;

    RawHttpConnection(TimedChannel channel, Duration timeLimit) {
        this.channel = channel;
        this.timeLimit = timeLimit;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param request what to send
     * @return the answer
     * @throws java.net.SocketTimeoutException if the answer is not complete within the client's time limit
     * @throws IOException if the server closed the connection without an answer, or if the answer is not HTTP/1.1
     */
    public HttpReply send(RawHttpRequest request) throws IOException {
        channel.deadline(Deadline.after(timeLimit));
        channel.write(request.bytes());
        return HttpReply.read(channel, request.method());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
