package dev.aloft.local;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.PercentEncoding;
import dev.aloft.spi.PayloadCodec;
import java.nio.charset.StandardCharsets;

/**
 * A request that is put together step by step and can be sent several times, for example
 * {@code post("/login").form("customer", "Ada").cookie("theme", "dark").send()}.
 *
 * <p>It has one body: what is set last. A Content-Type that is set as a header is kept.
 */
public final class LocalRequest {
    private final LocalHttp http;
    private final String method;
    private final String target;
    private final StringBuilder cookies = new StringBuilder();
    private final StringBuilder form = new StringBuilder();
    private Headers headers = Headers.empty();
    private MultipartForm parts = new MultipartForm();
    private byte[] body = new byte[0];
    private String contentType = "";

    LocalRequest(LocalHttp http, String method, String target) {
        this.http = http;
        this.method = method;
        this.target = target;
    }

    /**
     * Adds one header line.
     *
     * @param name the name, in any case
     * @param value the value
     * @return this request
     */
    public LocalRequest header(String name, String value) {
        headers = headers.plus(name, value);
        return this;
    }

    /**
     * Adds a cookie.
     *
     * @param name the name
     * @param value the value, as the browser would send it
     * @return this request
     */
    public LocalRequest cookie(String name, String value) {
        cookies.append(cookies.length() == 0 ? "" : "; ")
                .append(name)
                .append('=')
                .append(value);
        return this;
    }

    /**
     * Sets the body to a value written by the application's codec, JSON by default.
     *
     * @param value the value
     * @return this request
     * @throws dev.aloft.AloftException if there is no codec (ALOFT-103) or it cannot write the value (ALOFT-405)
     */
    public LocalRequest json(Object value) {
        PayloadCodec codec = PayloadCodec.installed();
        return body(codec.write(value), codec.contentType());
    }

    /**
     * Sets the body to UTF-8 text.
     *
     * @param text the text
     * @param type the Content-Type, for example {@code application/json}
     * @return this request
     */
    public LocalRequest text(String text, String type) {
        return body(text.getBytes(StandardCharsets.UTF_8), type);
    }

    /**
     * Adds a field to the form that is the body, as a page without files sends it.
     *
     * @param name the field's name
     * @param value its value
     * @return this request
     */
    public LocalRequest form(String name, String value) {
        form.append(form.length() == 0 ? "" : "&").append(PercentEncoding.encodeSegment(name));
        form.append('=').append(PercentEncoding.encodeSegment(value));
        body = form.toString().getBytes(StandardCharsets.US_ASCII);
        contentType = "application/x-www-form-urlencoded";
        return this;
    }

    /**
     * Adds a field to the multipart form that is the body, as a page with files sends it.
     *
     * @param name the field's name
     * @param value its value
     * @return this request
     */
    public LocalRequest part(String name, String value) {
        parts.field(name, value);
        return multipart();
    }

    /**
     * Adds a file to the multipart form that is the body.
     *
     * @param name the field's name
     * @param fileName the name of the file on the sender's side, for example {@code cat.png}
     * @param type the file's Content-Type, for example {@code image/png}
     * @param content the file's bytes
     * @return this request
     */
    public LocalRequest file(String name, String fileName, String type, byte[] content) {
        parts.file(name, fileName, type, content);
        return multipart();
    }

    private LocalRequest multipart() {
        body = parts.bytes();
        contentType = parts.contentType();
        return this;
    }

    /**
     * Sets the body.
     *
     * @param bytes the bytes; not copied, so not to be changed afterwards
     * @param type the Content-Type, for example {@code image/png}
     * @return this request
     */
    public LocalRequest body(byte[] bytes, String type) {
        body = bytes;
        contentType = type;
        form.setLength(0);
        parts = new MultipartForm();
        return this;
    }

    /** The answer to this request. */
    public HttpResponse send() {
        return http.send(request());
    }

    private HttpRequest request() {
        int question = target.indexOf('?');
        HttpRequest.Builder request = HttpRequest.builder(method, question < 0 ? target : target.substring(0, question))
                .query(question < 0 ? "" : target.substring(question + 1))
                .body(body);
        for (int line = 0; line < headers.size(); line++) {
            request.header(headers.name(line), headers.value(line));
        }
        if (!contentType.isEmpty() && !headers.contains("content-type")) {
            request.header("content-type", contentType);
        }
        if (cookies.length() > 0) {
            request.header("cookie", cookies.toString());
        }
        return request.build();
    }
}
