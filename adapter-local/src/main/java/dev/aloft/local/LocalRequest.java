package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.PercentEncoding;
import dev.aloft.spi.PayloadCodec;
import java.nio.charset.StandardCharsets;

/** A request that is put together step by step, for example {@code post("/login").form("customer", "Ada").send()}. */
public final class LocalRequest {
    private final LocalHttp http;
    private final HttpRequest.Builder request;
    private final StringBuilder cookies = new StringBuilder();
    private final StringBuilder form = new StringBuilder();

    LocalRequest(LocalHttp http, String method, String target) {
        this.http = http;
        int question = target.indexOf('?');
        this.request = HttpRequest.builder(method, question < 0 ? target : target.substring(0, question));
        if (question >= 0) {
            request.query(target.substring(question + 1));
        }
    }

    /**
     * Adds one header line.
     *
     * @param name the name, in any case
     * @param value the value
     * @return this request
     */
    public LocalRequest header(String name, String value) {
        request.header(name, value);
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
        cookies.append(cookies.isEmpty() ? "" : "; ").append(name).append('=').append(value);
        return this;
    }

    /**
     * Sets the body to a value written by the application's codec, JSON by default.
     *
     * @param value the value
     * @return this request
     */
    public LocalRequest json(Object value) {
        PayloadCodec codec = PayloadCodec.installed();
        return body(codec.write(value), codec.contentType());
    }

    /**
     * Sets the body to UTF-8 text.
     *
     * @param text the text
     * @param contentType for example {@code application/json}
     * @return this request
     */
    public LocalRequest text(String text, String contentType) {
        return body(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    /**
     * Adds a field to the form that is the body.
     *
     * @param name the field's name
     * @param value its value
     * @return this request
     */
    public LocalRequest form(String name, String value) {
        form.append(form.isEmpty() ? "" : "&").append(PercentEncoding.encodeSegment(name));
        form.append('=').append(PercentEncoding.encodeSegment(value));
        return this;
    }

    /**
     * Sets the body.
     *
     * @param bytes the bytes
     * @param contentType for example {@code image/png}
     * @return this request
     */
    public LocalRequest body(byte[] bytes, String contentType) {
        request.header("content-type", contentType).body(bytes);
        return this;
    }

    /** The answer to this request. */
    public HttpResponse send() {
        if (!cookies.isEmpty()) {
            request.header("cookie", cookies.toString());
        }
        if (!form.isEmpty()) {
            text(form.toString(), "application/x-www-form-urlencoded");
        }
        return http.send(request.build());
    }
}
