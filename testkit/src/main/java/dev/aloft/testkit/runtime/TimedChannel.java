package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A connection on which nothing takes longer than its deadline. It keeps reading while it writes: a server that answers before it
 * has read the whole request cannot block both sides.
 */
final class TimedChannel extends InputStream {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private ByteBuffer received = ByteBuffer.allocate(16 * 1024).flip();
    private boolean ended;
    private Deadline deadline;

    TimedChannel(SocketChannel channel, Deadline deadline) throws IOException {
        this.channel = channel;
        this.deadline = deadline;
        channel.configureBlocking(false);
        selector = Selector.open();
        key = channel.register(selector, SelectionKey.OP_READ);
    }

    void deadline(Deadline next) {
        deadline = next;
    }

    /** Sends all of it, or as much as the server takes: one that stops reading may have answered, which reading will show. */
    void write(byte[] bytes) throws IOException {
        ByteBuffer unsent = ByteBuffer.wrap(bytes);
        boolean open = true;
        while (open && unsent.hasRemaining()) {
            open = send(unsent);
        }
    }

    private boolean send(ByteBuffer unsent) throws IOException {
        try {
            if (channel.write(unsent) == 0) {
                await(ended ? SelectionKey.OP_WRITE : SelectionKey.OP_WRITE | SelectionKey.OP_READ);
                receive();
            }
            return true;
        } catch (InterruptedIOException late) {
            throw late;
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        return fill() ? received.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, received.remaining());
        received.get(target, offset, count);
        return count;
    }

    /** Waits for at least one byte; false at the end of the stream. */
    private boolean fill() throws IOException {
        while (!received.hasRemaining() && !ended) {
            receive();
            if (!received.hasRemaining() && !ended) {
                await(SelectionKey.OP_READ);
            }
        }
        return received.hasRemaining();
    }

    private void await(int operations) throws IOException {
        key.interestOps(operations);
        selector.select(deadline.millisLeft());
        selector.selectedKeys().clear();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("Interrupted while waiting for the server");
        }
        if (deadline.passed()) {
            throw new SocketTimeoutException("The server took too long");
        }
    }

    private void receive() throws IOException {
        received.compact();
        if (!received.hasRemaining()) {
            received = ByteBuffer.allocate(received.capacity() * 2).put(received.flip());
        }
        ended = ended || channel.read(received) < 0;
        received.flip();
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
