package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The process that lives with a server in a network namespace: starts the server, waits until it accepts on its port, and relays a
 * Unix domain socket, which is a file and so can be reached from outside, to that port. Ends with the server, and ends the server
 * when its own input ends: that is when the test's JVM is gone.
 *
 * <p>Arguments: the socket's file, the server's port, the server's command.
 */
final class NamespaceRelay {
    private static final int POLL_MILLIS = 2;
    private static final int BACKLOG = 1024;

    private NamespaceRelay() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path socket = Path.of(arguments[0]);
        SocketAddress port = new InetSocketAddress(RawHttpClient.loopback(), Integer.parseInt(arguments[1]));
        Process server = start(Arrays.copyOfRange(arguments, 2, arguments.length));
        try (ServerSocketChannel accepting = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            awaitPort(port);
            accepting.bind(UnixDomainSocketAddress.of(socket), BACKLOG);
            new Relay(accepting, port).run();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    private static Process start(String[] command) throws IOException {
        Process server = new ProcessBuilder(command)
                .inheritIO()
                .redirectInput(Redirect.PIPE)
                .start();
        server.getOutputStream().close();
        daemon(() -> endWithServer(server));
        daemon(() -> endWithInput(server));
        return server;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private static void endWithServer(Process server) {
        try {
            Runtime.getRuntime().halt(server.waitFor());
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private static void endWithInput(Process server) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            System.err.println("The test's end of the pipe is gone: " + gone.getMessage());
        }
        server.destroyForcibly();
    }

    private static void awaitPort(SocketAddress port) throws InterruptedException {
        while (!accepts(port)) {
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean accepts(SocketAddress address) {
        try (SocketChannel connection = SocketChannel.open(address)) {
            return connection.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }
}
