package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Passes every connection that it accepts on to a port, byte for byte in both directions, each closed on its own. */
record Relay(ServerSocketChannel server, SocketAddress target) {

    /** Accepts until the server channel is closed. */
    void run() throws IOException {
        try {
            while (true) {
                SocketChannel client = server.accept();
                thread(() -> connect(client));
            }
        } catch (ClosedChannelException closed) {
            return; // the end that was asked for
        }
    }

    private void connect(SocketChannel client) {
        try (SocketChannel connected = client;
                SocketChannel port = SocketChannel.open(target)) {
            port.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Thread back = thread(new Pump(port, connected));
            new Pump(connected, port).run();
            back.join();
        } catch (IOException refused) {
            return; // both are closed, which tells the client
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
