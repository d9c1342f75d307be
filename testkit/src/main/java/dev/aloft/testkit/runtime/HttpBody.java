package dev.aloft.testkit.runtime;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body as it arrived.
 *
 * @param complete false if the connection ended before the announced end
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record HttpBody(byte[] bytes, boolean complete) {
    static final HttpBody NONE = new HttpBody(new byte[0], true);

    static HttpBody ofLength(InputStream in, long length) throws IOException {
        int expected = (int) Math.min(length, Integer.MAX_VALUE - 8);
        byte[] bytes = in.readNBytes(expected);
        return new HttpBody(bytes, bytes.length == length);
    }

    /** Everything until the other side closes. */
    static HttpBody untilEnd(InputStream in) throws IOException {
        return new HttpBody(in.readAllBytes(), true);
    }

    static HttpBody ofChunks(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
                byte[] chunk = in.readNBytes(size);
                bytes.writeBytes(chunk);
                if (chunk.length < size || !HttpHead.requiredLine(in).isEmpty()) {
                    return new HttpBody(bytes.toByteArray(), false);
                }
            }
            HttpHead.fields(in);
            return new HttpBody(bytes.toByteArray(), true);
        } catch (EOFException cut) {
            return new HttpBody(bytes.toByteArray(), false);
        }
    }

    private static int chunkSize(InputStream in) throws IOException {
        String line = HttpHead.requiredLine(in);
        String size = line.split(";", 2)[0].strip();
        try {
            return Integer.parseUnsignedInt(size, 16);
        } catch (NumberFormatException invalid) {
            throw new IOException("This is no chunk size: \"" + line + "\"", invalid);
        }
    }
}
