package dev.aloft.testkit.azure;

import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;

/**
 * A request as a client sends it to a function app.
 *
 * <pre>{@code
 * AzureRequest.of("POST", "/orders?dry=yes").withHeader("Accept", "text/plain").withText("tea", "text/plain")
 * }</pre>
 *
 * <p>It is immutable; each {@code with…} gives a new one.
 */
public final class AzureRequest {
    private final String method;
    private final String target;
    private final Headers headers;
    private final byte[] body;
    private final boolean chunked;

    private AzureRequest(String method, String target, Headers headers, byte[] body, boolean chunked) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
        this.chunked = chunked;
    }

    /**
     * A request without headers and body; the host header is {@code localhost} unless one is added.
     *
     * @param method for example {@code GET}, sent as it is
     * @param target path and query as they stand in the request line, for example {@code /a%20b?c=d}
     * @return the request
     * @throws IllegalArgumentException if the target does not begin with a slash
     */
    public static AzureRequest of(String method, String target) {
        if (!target.startsWith("/")) {
            throw new IllegalArgumentException("A request target begins with a slash, unlike \"" + target + "\".");
        }
        return new AzureRequest(method, target, Headers.empty(), new byte[0], false);
    }

    /**
     * This request with one more header line.
     *
     * @param name in any case
     * @param value the value
     * @return a new request
     */
    public AzureRequest withHeader(String name, String value) {
        return new AzureRequest(method, target, headers.plus(name, value), body, chunked);
    }

    /**
     * This request with a body, announced by its Content-Length.
     *
     * @param bytes the content; not copied
     * @param contentType for example {@code image/png}
     * @return a new request
     */
    public AzureRequest withBody(byte[] bytes, String contentType) {
        return new AzureRequest(method, target, headers.with("content-type", contentType), bytes, chunked);
    }

    /**
     * This request with a UTF-8 body.
     *
     * @param text the body
     * @param contentType its type
     * @return a new request
     */
    public AzureRequest withText(String text, String contentType) {
        return withBody(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    /**
     * This request with its body sent in chunks, so without Content-Length.
     *
     * @return a new request
     */
    public AzureRequest inChunks() {
        return new AzureRequest(method, target, headers, body, true);
    }

    /**
     * The method, for example {@code GET}.
     *
     * @return the method
     */
    public String method() {
        return method;
    }

    /**
     * Path and query, for example {@code /a%20b?c=d}.
     *
     * @return the request target
     */
    public String target() {
        return target;
    }

    /**
     * The header lines as the client wrote them, with Host and what describes the body.
     *
     * @return the headers
     */
    public Headers headers() {
        Headers sent = headers.contains("host") ? headers : headers.plus("host", "localhost");
        if (chunked) {
            return sent.with("transfer-encoding", "chunked");
        }
        return body.length == 0 ? sent : sent.with("content-length", Integer.toString(body.length));
    }

    /**
     * The content.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /** Method and target. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
