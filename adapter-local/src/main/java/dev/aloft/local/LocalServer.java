package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/**
 * Serves the application's HTTP functions on this machine, for tests that need a socket.
 *
 * <pre>{@code
 * try (LocalServer server = LocalServer.start(LocalFunctions.start(), 0)) {
 *     URI orders = server.uri().resolve("/orders");
 * }
 * }</pre>
 *
 * <p>It binds the loopback address alone. Requests that two servers could understand in two ways are refused, bodies are at
 * most 10 MiB, and a client that stalls is disconnected; see {@code docs/architecture.md}.
 */
public final class LocalServer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final int BACKLOG = 256;

    private final ServerSocket socket;
    private final Acceptor acceptor;

    private LocalServer(ServerSocket socket, Acceptor acceptor) {
        this.socket = socket;
        this.acceptor = acceptor;
    }

    /**
     * Starts to serve on the loopback address.
     *
     * @param functions what to serve
     * @param port from 1 to 65535, or 0 for any free port
     * @return the running server
     * @throws AloftException with code ALOFT-120 if the port is taken
     */
    public static LocalServer start(LocalFunctions functions, int port) {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return start(
                functions, loopback, ServerLimits.withBodyLength(ServerLimits.DEFAULT_BODY_LENGTH), Console.quiet());
    }

    static LocalServer start(
            LocalFunctions functions, InetSocketAddress address, ServerLimits limits, Console console) {
        ServerSocket socket = listen(address);
        Acceptor acceptor = new Acceptor(socket, functions, limits, console);
        Thread thread = new Thread(acceptor, "aloft-accept");
        thread.start();
        return new LocalServer(socket, acceptor);
    }

    private static ServerSocket listen(InetSocketAddress address) {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(address, BACKLOG);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-120",
                    "Cannot listen at port " + address.getPort() + " of " + address.getHostString() + ": "
                            + e.getMessage()
                            + ". Stop what uses the port, or choose another one with --port or PORT; 0 takes any free one.",
                    e);
        }
    }

    /** Where it serves, for example {@code http://127.0.0.1:8080/}. */
    public URI uri() {
        InetAddress address = socket.getInetAddress();
        String host = address.getHostAddress();
        return URI.create("http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port() + "/");
    }

    /** The port that it serves. */
    public int port() {
        return socket.getLocalPort();
    }

    int connections() {
        return acceptor.connections();
    }

    /** Answers what has begun, for at most eight seconds, and stops. What takes longer is interrupted and cut off. */
    @Override
    public void close() {
        try {
            acceptor.stop(DRAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
