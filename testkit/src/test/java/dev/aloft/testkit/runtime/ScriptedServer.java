package dev.aloft.testkit.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** A server on loopback for one connection, which it serves as the test says. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final CompletableFuture<String> received;

    interface Script {
        void run(InputStream in, OutputStream out) throws IOException;
    }

    private ScriptedServer(Script script) throws IOException {
        socket = new ServerSocket(0, 8, RawHttpClient.loopback());
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        received = CompletableFuture.supplyAsync(() -> {
            try (Socket connection = socket.accept()) {
                script.run(new Recorder(connection.getInputStream(), seen), connection.getOutputStream());
                return seen.toString(StandardCharsets.ISO_8859_1);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    static ScriptedServer of(Script script) throws IOException {
        return new ScriptedServer(script);
    }

    /** Reads one head and answers with these bytes, then closes. */
    static ScriptedServer answering(String answer) throws IOException {
        return of((in, out) -> {
            HttpHead.read(in);
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    RawHttpClient client() {
        return RawHttpClient.tcp(port());
    }

    /** What the script has read, once it has ended. */
    String received() {
        return received.join();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class Recorder extends InputStream {
        private final InputStream in;
        private final ByteArrayOutputStream seen;

        Recorder(InputStream in, ByteArrayOutputStream seen) {
            this.in = in;
            this.seen = seen;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            if (next >= 0) {
                seen.write(next);
            }
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = in.read(target, offset, length);
            if (count > 0) {
                seen.write(target, offset, count);
            }
            return count;
        }
    }
}
