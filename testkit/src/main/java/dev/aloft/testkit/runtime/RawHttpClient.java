package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Sends HTTP/1.1 requests exactly as written and shows exactly what came back. For tests only: no TLS, no proxies, no redirects.
 *
 * <pre>{@code
 * RawHttpClient client = RawHttpClient.tcp(8080);
 * HttpReply reply = client.send(RawHttpRequest.of("GET", "/a//b").with("X-Tag", "a"));
 * }</pre>
 *
 * <p>Thread-safe; each {@link #send} opens a connection of its own. {@link #open()} gives one that is kept.
 */
public final class RawHttpClient {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

    private final SocketAddress address;
    private final Duration timeLimit;

    private RawHttpClient(SocketAddress address, Duration timeLimit) {
        this.address = address;
        this.timeLimit = timeLimit;
    }

    /**
     * A client of a server on this machine.
     *
     * @param port the port on 127.0.0.1, 1 to 65535
     * @return a client with a time limit of 30 seconds
     */
    public static RawHttpClient tcp(int port) {
        return new RawHttpClient(new InetSocketAddress(loopback(), port), TIME_LIMIT);
    }

    /**
     * A client of a server on a Unix domain socket.
     *
     * @param socket the file of the socket
     * @return a client with a time limit of 30 seconds
     */
    public static RawHttpClient unix(Path socket) {
        return new RawHttpClient(UnixDomainSocketAddress.of(socket), TIME_LIMIT);
    }

    /**
     * The same client with another time limit.
     *
     * @param limit how long one request with its answer may take, more than zero
     * @return a new client
     */
    public RawHttpClient withTimeLimit(Duration limit) {
        return new RawHttpClient(address, limit);
    }

    /**
     * Sends one request on a new connection and closes it.
     *
     * @param request what to send
     * @return the answer
     * @throws java.net.SocketTimeoutException if the answer is not complete within the time limit
     * @throws IOException if there is no connection, or no answer, or one that is not HTTP/1.1
     */
    public HttpReply send(RawHttpRequest request) throws IOException {
        try (RawHttpConnection connection = open()) {
            return connection.send(request);
        }
    }

    /**
     * Opens a connection for several requests, one after the other.
     *
     * @return the connection; close it
     * @throws IOException if the server does not accept it
     */
    public RawHttpConnection open() throws IOException {
        SocketChannel channel = SocketChannel.open(family());
        try {
            channel.connect(address);
            if (address instanceof InetSocketAddress) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            return new RawHttpConnection(new TimedChannel(channel, Deadline.after(timeLimit)), timeLimit);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        }
    }

    private StandardProtocolFamily family() {
        return address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
    }

    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
