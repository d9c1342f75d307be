package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a server answered, as it stood on the wire; a chunked body is joined.
 *
 * <pre>{@code
 * HttpReply reply = client.send(RawHttpRequest.of("GET", "/a//b"));
 * assertThat(reply.status()).isEqualTo(404);
 * assertThat(reply.values("set-cookie")).containsExactly("a=1", "b=2");
 * }</pre>
 *
 * @param status the status code, for example 200; never 1xx, those are passed over
 * @param reason the text after the status code, often empty
 * @param fields every header line, in the order in which they came, repeated ones included
 * @param body the body; empty for HEAD, 204 and 304
 * @param complete false if the connection ended before the end of the body that was announced
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record HttpReply(int status, String reason, List<HttpField> fields, byte[] body, boolean complete) {

    /** Copies the list. */
    public HttpReply {
        fields = List.copyOf(fields);
    }

    /**
     * The value of the first header line of that name.
     *
     * @param name a field name, any case, for example {@code content-type}
     * @return the value, empty if there is no such line
     */
    public Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    /**
     * The values of all header lines of that name, for example two of {@code set-cookie}.
     *
     * @param name a field name, any case
     * @return the values in the order in which they came; empty if there is no such line
     */
    public List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(HttpField::value)
                .toList();
    }

    /**
     * The body as UTF-8 text, for example {@code {"id":7}}.
     *
     * @return the text, empty for an empty body
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * What came back, for a failure's message.
     *
     * @return status, header lines and the body as text
     */
    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(status + " " + reason + "\n");
        fields.forEach(field ->
                shown.append(field.name()).append(": ").append(field.value()).append('\n'));
        return shown.append('\n')
                .append(text())
                .append(complete ? "" : "[cut off]")
                .toString();
    }

    static HttpReply read(InputStream in, String requestMethod) throws IOException {
        HttpHead head = head(in);
        while (status(head) / 100 == 1) {
            head = head(in);
        }
        int status = status(head);
        HttpBody body = body(in, head, status, requestMethod);
        String line = head.startLine();
        return new HttpReply(
                status, line.substring(Math.min(13, line.length())), head.fields(), body.bytes(), body.complete());
    }

    private static HttpHead head(InputStream in) throws IOException {
        return HttpHead.read(in)
                .orElseThrow(() -> new IOException("The server closed the connection without an answer"));
    }

    private static int status(HttpHead head) throws IOException {
        String line = head.startLine();
        if (!line.matches("HTTP/1\\.[01] [1-9]\\d\\d( .*)?")) {
            throw new IOException("This is no HTTP/1.1 status line: \"" + line + "\"");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static HttpBody body(InputStream in, HttpHead head, int status, String requestMethod) throws IOException {
        if (requestMethod.equals("HEAD") || status == 204 || status == 304) {
            return HttpBody.NONE;
        }
        if (head.isChunked()) {
            return HttpBody.ofChunks(in);
        }
        long length = head.contentLength(-1);
        return length < 0 ? HttpBody.untilEnd(in) : HttpBody.ofLength(in, length);
    }
}
