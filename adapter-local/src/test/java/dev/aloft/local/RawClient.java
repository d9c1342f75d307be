package dev.aloft.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client that sends exactly the bytes it is given, each character one byte. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    RawClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        in = socket.getInputStream();
    }

    /** An answer as it came. */
    record Reply(int status, String head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        boolean has(String headerLine) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + headerLine.toLowerCase(Locale.ROOT) + "\r\n");
        }
    }

    /** One request on a connection of its own. */
    static Reply exchange(URI server, String bytes) throws IOException {
        try (RawClient client = new RawClient(server)) {
            return client.send(bytes).read(!bytes.startsWith("HEAD "));
        }
    }

    RawClient send(String bytes) throws IOException {
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    RawClient send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Reply read() throws IOException {
        return read(true);
    }

    Reply read(boolean withBody) throws IOException {
        String head = head();
        int length = withBody ? length(head) : 0;
        return new Reply(Integer.parseInt(head.substring(9, 12)), head, in.readNBytes(length));
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("Closed after: " + head);
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        for (String line : head.split("\r\n")) {
            if (line.startsWith("content-length: ")) {
                return Integer.parseInt(line.substring(16));
            }
        }
        return 0;
    }

    /** Whether the server has closed the connection, waiting for that. */
    boolean isClosedByServer() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
