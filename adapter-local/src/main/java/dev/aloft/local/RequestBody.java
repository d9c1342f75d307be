package dev.aloft.local;

import dev.aloft.Headers;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads a body of a known length or in chunks, and refuses it as soon as it is larger than allowed. */
final class RequestBody {
    private static final int FIRST_SIZE = 8 * 1024;
    private static final int CHUNK_LINE = 256;
    private static final int CHUNKED = -1;

    private final RequestInput in;
    private final int most;
    private byte[] bytes = new byte[0];
    private int size;

    private RequestBody(RequestInput in, int most) {
        this.in = in;
        this.most = most;
    }

    /** What a head says about the body that follows; a body that will be too large is refused before it is sent. */
    static int announced(Headers headers, int most) throws RefusedRequest {
        List<String> lengths = headers.all("content-length");
        List<String> codings = headers.all("transfer-encoding");
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty()) {
                throw RefusedRequest.malformed("it has both Content-Length and Transfer-Encoding");
            }
            if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
                throw RefusedRequest.unsupported(501, "a transfer coding other than chunked");
            }
            return CHUNKED;
        }
        if (lengths.size() > 1) {
            throw RefusedRequest.malformed("it has several Content-Length headers");
        }
        return lengths.isEmpty() ? 0 : length(lengths.get(0), most);
    }

    private static int length(String digits, int most) throws RefusedRequest {
        long length = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                throw RefusedRequest.malformed("its Content-Length is no number of bytes");
            }
            length = Math.min(length * 10 + (c - '0'), Integer.MAX_VALUE);
        }
        if (digits.isEmpty()) {
            throw RefusedRequest.malformed("its Content-Length is empty");
        }
        if (length > most) {
            throw RefusedRequest.bodyTooLarge(most);
        }
        return (int) length;
    }

    static byte[] read(int announced, RequestInput in, int most) throws IOException, RefusedRequest {
        RequestBody body = new RequestBody(in, most);
        if (announced == CHUNKED) {
            body.readChunks();
        } else {
            body.append(announced);
        }
        return body.size == body.bytes.length ? body.bytes : Arrays.copyOf(body.bytes, body.size);
    }

    private void readChunks() throws IOException, RefusedRequest {
        int length = chunkLength();
        while (length > 0) {
            if (length > most - size) {
                throw RefusedRequest.bodyTooLarge(most);
            }
            append(length);
            if (!chunkLine().isEmpty()) {
                throw RefusedRequest.malformed("a chunk is longer than it says");
            }
            length = chunkLength();
        }
        skipTrailers();
    }

    private int chunkLength() throws IOException, RefusedRequest {
        String line = chunkLine();
        int semicolon = line.indexOf(';');
        String digits = HeadSyntax.value(semicolon < 0 ? line : line.substring(0, semicolon), 0);
        int length = 0;
        boolean valid = !digits.isEmpty() && digits.length() <= 7;
        for (int i = 0; valid && i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), 16) : -1;
            valid = digit >= 0;
            length = length << 4 | digit;
        }
        if (!valid) {
            throw RefusedRequest.malformed("a chunk's length is no hexadecimal number of up to seven digits");
        }
        return length;
    }

    /** Trailers may hold nothing that decides anything, so they are checked and forgotten (RFC 9110 §6.5). */
    private void skipTrailers() throws IOException, RefusedRequest {
        int lines = 0;
        String line = chunkLine();
        while (!line.isEmpty()) {
            HeadSyntax.requireHeader(line);
            lines++;
            if (lines > 20) {
                throw RefusedRequest.headTooLarge("20 lines after the body");
            }
            line = chunkLine();
        }
    }

    private String chunkLine() throws IOException, RefusedRequest {
        return in.line(CHUNK_LINE, RefusedRequest.headTooLarge(CHUNK_LINE + " bytes in a line of the body's chunks"));
    }

    /** Grows with what has arrived, so that an announced length alone costs nothing. */
    private void append(int length) throws IOException {
        int left = length;
        while (left > 0) {
            if (size == bytes.length) {
                int larger = Math.max(FIRST_SIZE, bytes.length * 2);
                bytes = Arrays.copyOf(bytes, Math.min(larger, size + left));
            }
            int part = Math.min(left, bytes.length - size);
            in.readFully(bytes, size, part);
            size += part;
            left -= part;
        }
    }
}
