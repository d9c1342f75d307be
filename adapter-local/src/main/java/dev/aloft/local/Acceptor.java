package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Takes connections, gives each a thread while there are some, and ends those whose client is too slow. */
final class Acceptor implements Runnable {
    private static final long CHECK_NANOS = 250_000_000;
    private static final long UNUSED_THREAD_SECONDS = 30;

    private final ServerSocket socket;
    private final ServerLimits limits;
    private final Console console;
    private final LocalFunctions functions;
    /** Null where other machines could reach them. */
    private final @Nullable LocalEndpoints endpoints;

    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private final Thread watch = new NamedThreads("aloft-watch").newThread(new Watch());
    private volatile boolean stopping;

    Acceptor(ServerSocket socket, LocalFunctions functions, ServerLimits limits, Console console) {
        this.socket = socket;
        this.functions = functions;
        this.endpoints = socket.getInetAddress().isLoopbackAddress()
                ? new LocalEndpoints(functions, socket.getLocalPort(), console)
                : null;
        this.limits = limits;
        this.console = console;
        this.threads = new ThreadPoolExecutor(
                0,
                limits.connections(),
                UNUSED_THREAD_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new NamedThreads("aloft-http"));
    }

    @Override
    public void run() {
        watch.start();
        while (!stopping) {
            try {
                accept(socket.accept());
            } catch (IOException e) {
                if (!stopping) {
                    console.report("A connection could not be accepted: " + e);
                    pause();
                }
            }
        }
    }

    private void accept(Socket client) throws IOException {
        Connection connection = new Connection(client, this, limits);
        connections.add(connection);
        try {
            threads.execute(connection);
        } catch (RejectedExecutionException full) {
            connections.remove(connection);
            try (client) {
                new ResponseOutput(client.getOutputStream())
                        .send(RefusedRequest.busy(limits.connections()).answer(), false, false);
            }
        }
    }

    /** Where file descriptors are used up, trying again at once would only use up the processor as well. */
    private static void pause() {
        LockSupport.parkNanos(CHECK_NANOS);
    }

    HttpResponse answer(HttpRequest request) {
        long start = System.nanoTime();
        LocalInvocation invocation = functions.http().invocation(console);
        HttpResponse response = answer(request, invocation);
        long nanos = System.nanoTime() - start;
        console.ended(invocation, nanos);
        if (endpoints == null || !LocalEndpoints.isPolled(request)) {
            console.answered(request, response.status(), nanos, invocation);
        }
        return response;
    }

    private HttpResponse answer(HttpRequest request, LocalInvocation invocation) {
        if (endpoints == null || functions.isBare() && !LocalEndpoints.own(request.path())) {
            return functions.http().answerPlainly(request, invocation);
        }
        return LocalEndpoints.own(request.path())
                ? endpoints.answer(request)
                : functions.http().answer(request, invocation);
    }

    /** Told of a request that no function sees. */
    void refused(RefusedRequest request) {
        console.refused(request);
    }

    /** Told when a connection is closed. */
    void ended(Connection connection) {
        connections.remove(connection);
    }

    /** Writes one line for the developer. */
    void report(String line) {
        console.report(line);
    }

    /** Whether no further requests are wanted on a connection. */
    boolean isStopping() {
        return stopping;
    }

    int connections() {
        return connections.size();
    }

    /** Ends at once what is idle, and what is being answered when it is done or when the time is up. */
    void stop(Duration most) throws IOException {
        stopping = true;
        socket.close();
        if (endpoints != null) {
            endpoints.close();
        }
        closeOverdue();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
                console.report("Connections cut off because their answer took longer than the " + most.toSeconds()
                        + " seconds that a stop waits: " + connections.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
        for (Connection connection : connections) {
            connection.close();
        }
        watch.interrupt();
    }

    private void closeOverdue() {
        for (Connection connection : connections) {
            connection.closeIfOverdue();
        }
    }

    /** Looks at all connections several times a second. */
    private final class Watch implements Runnable {
        @Override
        public void run() {
            while (!Thread.currentThread().isInterrupted()) {
                closeOverdue();
                pause();
            }
        }
    }
}
