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
import org.jspecify.annotations.Nullable;

/**
 * Serves the application's functions on this machine, for tests that need a socket.
 *
 * <pre>{@code
 * try (LocalServer server = LocalServer.start(LocalFunctions.start(), 0)) {
 *     URI orders = server.uri().resolve("/orders");
 * }
 * }</pre>
 *
 * <p>It delivers what is sent by {@code POST /_local/queues/orders}, or through {@link LocalFunctions#queue}, on a thread of its own;
 * by the functions' profile and in real time: {@code LocalFunctions.start().withProfile("calm")} delivers once and in order. Meanwhile the
 * time of its functions is the machine's, but schedules fire only when they are told to, lest they do so in the midst of a test;
 * {@code java -jar} lets them. Paths under {@code /_local} are never a function's.
 *
 * <p>It binds the loopback address alone. Requests that two servers could understand in two ways are refused, bodies are at
 * most 10 MiB, and a client that stalls is disconnected; see {@code docs/architecture.md}.
 */
public final class LocalServer implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofSeconds(8);
    private static final int BACKLOG = 256;

    private final ServerSocket socket;
    private final Acceptor acceptor;
    private final LocalFunctions functions;
    private final Console console;
    private @Nullable Courier courier;

    private LocalServer(ServerSocket socket, LocalFunctions functions, ServerLimits limits, Console console) {
        this.socket = socket;
        this.functions = functions;
        this.console = console;
        this.acceptor = new Acceptor(socket, functions, limits, console);
    }

    /**
     * Starts to serve on the loopback address.
     *
     * @param functions what to serve
     * @param port from 1 to 65535, or 0 for any free port
     * @return the running server
     * @throws AloftException if the port is taken (ALOFT-120) or a function's route is under {@code /_local} (ALOFT-128)
     */
    public static LocalServer start(LocalFunctions functions, int port) {
        InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return start(
                functions, loopback, ServerLimits.withBodyLength(ServerLimits.DEFAULT_BODY_LENGTH), Console.quiet());
    }

    static LocalServer start(
            LocalFunctions functions, InetSocketAddress address, ServerLimits limits, Console console) {
        if (isLoopback(address)) {
            LocalEndpoints.requireUnused(functions.definitions());
        }
        LocalServer server = new LocalServer(listen(address), functions, limits, console);
        new Thread(server.acceptor, "aloft-accept").start();
        server.deliver();
        return server;
    }

    private boolean isLocal() {
        return socket.getInetAddress().isLoopbackAddress();
    }

    private synchronized void deliver() {
        if (isLocal()) {
            Courier its = new Courier(functions);
            Platform platform = functions.sources().platform();
            platform.show(console);
            platform.goLive(true);
            its.start();
            courier = its;
        }
    }

    /**
     * Goes on with other classes: at once for requests, messages and events. What has begun ends as it began.
     *
     * @return whether queues and the like are the same ones, so that what waits goes on waiting
     * @throws AloftException if a function's route is under {@code /_local} (ALOFT-128); then nothing has changed
     */
    synchronized boolean switchTo(Version next) {
        if (isLocal()) {
            LocalEndpoints.requireUnused(next.functions());
        }
        boolean same = functions.switchTo(next);
        if (same) {
            return true;
        }
        Courier its = courier;
        courier = null;
        if (its != null) {
            its.end();
            reportWaiting(its.rest(), "when other queues took the place of theirs");
        }
        deliver();
        return false;
    }

    /** Whether no other machine can reach an address, so that messages are taken there. */
    static boolean isLoopback(InetSocketAddress address) {
        return address.getAddress() != null && address.getAddress().isLoopbackAddress();
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

    /**
     * Answers what has begun, for at most eight seconds, and stops. What takes longer is interrupted and cut off. Messages that wait
     * are not delivered any more; how many they are is reported.
     */
    @Override
    public synchronized void close() {
        long start = System.nanoTime();
        Courier its = courier;
        if (its != null) {
            its.end();
        }
        try {
            acceptor.stop(DRAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (its != null && its.await(DRAIN.minusNanos(System.nanoTime() - start))) {
                reportWaiting(its.rest(), "when the server stopped");
            }
        }
    }

    private void reportWaiting(int waiting, String when) {
        if (waiting > 0) {
            console.report("Messages and events that were still waiting " + when + ": " + waiting);
        }
    }
}
