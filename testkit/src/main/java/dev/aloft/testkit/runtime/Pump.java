package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Moves bytes one way; passes on the end of the stream, and a broken connection by closing both. */
record Pump(SocketChannel from, SocketChannel to) implements Runnable {

    @Override
    public void run() {
        try {
            ByteBuffer bytes = ByteBuffer.allocateDirect(64 * 1024);
            while (from.read(bytes) >= 0) {
                bytes.flip();
                while (bytes.hasRemaining()) {
                    to.write(bytes);
                }
                bytes.clear();
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            close(from);
            close(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException failure) {
            throw HarnessException.io("Cannot close a relayed connection", failure);
        }
    }
}
