package dev.aloft.local;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What a client sends: lines first, then bytes by number, and never more of either than allowed. */
final class RequestInput {
    private final InputStream stream;
    private final byte[] buffer = new byte[8 * 1024];
    private int position;
    private int end;

    RequestInput(InputStream stream) {
        this.stream = stream;
    }

    /** Waits for the first byte of a request. @return false if the client has closed the connection instead */
    boolean hasNext() throws IOException {
        return position < end || fill();
    }

    /** Whether the next request is here already, so that the connection is not idle. */
    boolean hasBuffered() {
        return position < end;
    }

    private boolean fill() throws IOException {
        position = 0;
        end = Math.max(0, stream.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private int next() throws IOException {
        if (!hasNext()) {
            throw new EOFException("The client closed the connection within a request");
        }
        return buffer[position++] & 0xFF;
    }

    /**
     * The next line, each byte one character, without the line break.
     *
     * @throws RefusedRequest {@code tooLong} if it has more characters, or if it has a control character other than a tab
     */
    String line(int most, RefusedRequest tooLong) throws IOException, RefusedRequest {
        StringBuilder line = new StringBuilder(80);
        int c = next();
        while (c != '\r') {
            if (c == '\n') {
                throw RefusedRequest.malformed("a line ends without a carriage return");
            }
            if (c < ' ' && c != '\t' || c == 127) {
                throw RefusedRequest.malformed("there is a control character in its head");
            }
            if (line.length() == most) {
                throw tooLong;
            }
            line.append((char) c);
            c = next();
        }
        if (next() != '\n') {
            throw RefusedRequest.malformed("a carriage return is not followed by a line feed");
        }
        return line.toString();
    }

    /** Reads exactly {@code length} bytes into {@code target}. */
    void readFully(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (!hasNext()) {
                throw new EOFException("The client closed the connection within a body");
            }
            int part = Math.min(length - done, end - position);
            System.arraycopy(buffer, position, target, offset + done, part);
            position += part;
            done += part;
        }
    }

    /** Reads what still comes, and forgets it, until the client closes the connection. */
    void drain() throws IOException {
        boolean more = true;
        while (more) {
            more = fill();
        }
    }
}
