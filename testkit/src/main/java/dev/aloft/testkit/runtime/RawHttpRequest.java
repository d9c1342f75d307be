package dev.aloft.testkit.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request that is sent exactly as written: nothing is encoded, normalised, merged or checked.
 *
 * <pre>{@code
 * RawHttpRequest.of("GET", "/a//b/../%2F?x=%41")     // plus "Host: localhost"
 * RawHttpRequest.of("POST", "/orders")
 *         .with("X-Tag", "a").with("X-Tag", "b")     // two lines
 *         .withBody(json)                            // plus Content-Length
 * RawHttpRequest.exactly("GET / HTTP/1.1\r\n\r\n")   // not even a Host
 * }</pre>
 *
 * <p>Immutable: each {@code with} gives a new request.
 */
public final class RawHttpRequest {
    private static final byte[] NO_BYTES = {};

    private final String method;
    private final String startLine;
    private final List<HttpField> fields;
    private final byte[] body;

    private RawHttpRequest(String method, String startLine, List<HttpField> fields, byte[] body) {
        this.method = method;
        this.startLine = startLine;
        this.fields = List.copyOf(fields);
        this.body = body;
    }

    /**
     * A request with the header line {@code Host: localhost} and no body.
     *
     * @param method the method, for example {@code GET}; any token
     * @param target what stands between the blanks of the request line, for example {@code /a%2Fb?x=1} or {@code *}
     * @return the request
     */
    public static RawHttpRequest of(String method, String target) {
        String startLine = method + " " + target + " HTTP/1.1\r\n";
        return new RawHttpRequest(method, startLine, List.of(new HttpField("Host", "localhost")), NO_BYTES);
    }

    /**
     * Bytes that are sent as they are, whatever they are.
     *
     * @param bytes everything, line ends included; the answer is read as one to the method at the start
     * @return the request
     */
    public static RawHttpRequest exactly(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return new RawHttpRequest(text.split(" ", 2)[0], "", List.of(), bytes.clone());
    }

    /**
     * Text that is sent as it is, one byte per character (ISO-8859-1).
     *
     * @param text everything, line ends included
     * @return the request
     */
    public static RawHttpRequest exactly(String text) {
        return exactly(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * This request with one header line more, after the others. A {@code Host} takes the place of the one before.
     *
     * @param name the field's name, sent with this case
     * @param value the field's value, one byte per character (ISO-8859-1)
     * @return a new request
     * @throws IllegalStateException if this request was made by {@code exactly}
     */
    public RawHttpRequest with(String name, String value) {
        requireParts();
        List<HttpField> more = new ArrayList<>(fields);
        if (name.equalsIgnoreCase("host")) {
            more.removeIf(field -> field.is("host"));
        }
        more.add(new HttpField(name, value));
        return new RawHttpRequest(method, startLine, more, body);
    }

    /**
     * This request with a body and its {@code Content-Length}.
     *
     * @param bytes the body, for example JSON in UTF-8
     * @return a new request
     * @throws IllegalStateException if this request was made by {@code exactly}
     */
    public RawHttpRequest withBody(byte[] bytes) {
        RawHttpRequest announced = with("Content-Length", Integer.toString(bytes.length));
        return new RawHttpRequest(method, startLine, announced.fields, bytes.clone());
    }

    /**
     * This request with a text body in UTF-8 and its {@code Content-Length}.
     *
     * @param text the body, for example {@code {"id":7}}
     * @return a new request
     * @throws IllegalStateException if this request was made by {@code exactly}
     */
    public RawHttpRequest withBody(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * This request with a chunked body, one chunk for each part.
     *
     * @param parts the parts of the body, none of them empty
     * @return a new request
     * @throws IllegalStateException if this request was made by {@code exactly}
     */
    public RawHttpRequest withChunks(byte[]... parts) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            chunks.writeBytes(ascii(Integer.toHexString(part.length) + "\r\n"));
            chunks.writeBytes(part);
            chunks.writeBytes(ascii("\r\n"));
        }
        chunks.writeBytes(ascii("0\r\n\r\n"));
        RawHttpRequest announced = with("Transfer-Encoding", "chunked");
        return new RawHttpRequest(method, startLine, announced.fields, chunks.toByteArray());
    }

    private void requireParts() {
        if (startLine.isEmpty()) {
            throw new IllegalStateException(
                    "A request made by RawHttpRequest.exactly cannot be changed: write it out in full.");
        }
    }

    String method() {
        return method;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ascii(startLine));
        for (HttpField field : fields) {
            bytes.writeBytes(ascii(field.name() + ": " + field.value() + "\r\n"));
        }
        if (!startLine.isEmpty()) {
            bytes.writeBytes(ascii("\r\n"));
        }
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * What is sent, for a failure's message.
     *
     * @return the request line and the header lines, or the whole of an {@code exactly} request
     */
    @Override
    public String toString() {
        byte[] shown = startLine.isEmpty() ? body : new RawHttpRequest(method, startLine, fields, NO_BYTES).bytes();
        return new String(shown, StandardCharsets.ISO_8859_1);
    }
}
