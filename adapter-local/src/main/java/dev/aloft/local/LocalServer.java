package dev.aloft.local;

import com.sun.net.httpserver.HttpServer;
import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the application's HTTP functions on this machine, for tests that need a socket.
 *
 * <pre>{@code
 * try (LocalServer server = LocalServer.start(LocalFunctions.start(), 0)) {
 *     URI orders = server.uri().resolve("/orders");
 * }
 * }</pre>
 *
 * <p>It binds the loopback address alone.
 */
public final class LocalServer implements AutoCloseable {
    private static final int DRAIN_SECONDS = 5;
    private static final int THREADS = 32;

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
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
        return start(functions, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), new PrintStream(PrintStream.nullOutputStream()));
    }

    static LocalServer start(LocalFunctions functions, InetSocketAddress address, PrintStream console) {
        ServerLimits.apply();
        try {
            HttpServer server = HttpServer.create(address, 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            server.setExecutor(threads);
            server.createContext("/", new LocalHttpMapper(functions.runtime(), console));
            server.start();
            return new LocalServer(server, threads);
        } catch (BindException e) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-120",
                    "The port " + address.getPort() + " is taken. Stop what uses it, or choose another with --port.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it serves, for example {@code http://127.0.0.1:8080/}. */
    public URI uri() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + "/");
    }

    /** The port that it serves. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers what has begun, for at most five seconds, and stops. */
    @Override
    public void close() {
        server.stop(DRAIN_SECONDS);
        threads.shutdown();
    }
}
