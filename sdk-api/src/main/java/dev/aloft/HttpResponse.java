package dev.aloft;

import dev.aloft.spi.PayloadCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an HTTP request, the same on every platform.
 *
 * <pre>{@code
 * return HttpResponse.created("/orders/" + order.id()).withJson(order).withCookie(SetCookie.of("last", order.id()));
 * }</pre>
 *
 * <p>A response is immutable; each {@code with…} gives a new one. What the author did not set is not sent: only the body
 * methods add a Content-Type, and the platform adds what HTTP demands. Answers to {@code HEAD} and with the status 204 or 304
 * are sent without their body.
 */
public final class HttpResponse {
    private final int status;
    private final Headers headers;
    private final byte[] bytes;
    private final @Nullable Object entity;

    private HttpResponse(int status, Headers headers, byte[] bytes, @Nullable Object entity) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
        this.entity = entity;
    }

    /**
     * An answer without body, for example {@code HttpResponse.of(202)}.
     *
     * @param status from 200 to 599
     * @return the response
     * @throws IllegalArgumentException with code ALOFT-404 for another status
     */
    public static HttpResponse of(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException(
                    "ALOFT-404 A response has a status from 200 to 599, not " + status + ".");
        }
        return new HttpResponse(status, Headers.empty(), new byte[0], null);
    }

    /** The answer 200 without body. */
    public static HttpResponse ok() {
        return of(200);
    }

    /** The answer 200 with UTF-8 text. */
    public static HttpResponse ok(String text) {
        return of(200).withText(text);
    }

    /** The answer 200 with a value written by the application's codec, JSON by default. */
    public static HttpResponse json(Object value) {
        return of(200).withJson(value);
    }

    /**
     * The answer 201 with the address of what was created.
     *
     * @param location for example {@code /orders/42}; encode data with {@link PercentEncoding}
     * @return the response
     */
    public static HttpResponse created(String location) {
        return of(201).withHeader("location", location);
    }

    /** The answer 204. */
    public static HttpResponse noContent() {
        return of(204);
    }

    /** The answer 304: what the client has is still valid. */
    public static HttpResponse notModified() {
        return of(304);
    }

    /**
     * The answer 303, after which the client fetches another address with {@code GET}.
     *
     * @param location the address, for example {@code /orders/42}
     * @return the response
     */
    public static HttpResponse seeOther(String location) {
        return of(303).withHeader("location", location);
    }

    /**
     * The answer 307 (temporary) or 308 (permanent), after which the client repeats the request at another address.
     *
     * @param location the address, for example {@code /new/place}
     * @param permanent whether the client may remember it
     * @return the response
     */
    public static HttpResponse redirect(String location, boolean permanent) {
        return of(permanent ? 308 : 307).withHeader("location", location);
    }

    /**
     * This response with one more header line.
     *
     * @param name the name, in any case
     * @param value visible ASCII, space and tab
     * @return a new response
     * @throws IllegalArgumentException if the name is no HTTP token (ALOFT-401), the value has another character, such as a
     *     line break (ALOFT-402), or the platform sets this header itself, as Content-Length (ALOFT-410)
     */
    public HttpResponse addHeader(String name, String value) {
        HeaderSyntax.requireName(name);
        return new HttpResponse(status, headers.plus(name, HeaderSyntax.requireValue(name, value)), bytes, entity);
    }

    /**
     * This response with one header line in place of all of that name.
     *
     * @param name the name, in any case
     * @param value visible ASCII, space and tab
     * @return a new response
     * @throws IllegalArgumentException as {@link #addHeader} does
     */
    public HttpResponse withHeader(String name, String value) {
        HeaderSyntax.requireName(name);
        return new HttpResponse(status, headers.with(name, HeaderSyntax.requireValue(name, value)), bytes, entity);
    }

    /** This response without any header line of this name. */
    public HttpResponse withoutHeader(String name) {
        return new HttpResponse(status, headers.without(name), bytes, entity);
    }

    /** This response with one more cookie; Azure delivers only the first. */
    public HttpResponse withCookie(SetCookie cookie) {
        return addHeader("set-cookie", cookie.headerValue());
    }

    /**
     * This response with a body of bytes.
     *
     * @param body the bytes; not copied, so not to be changed afterwards
     * @param contentType for example {@code image/png}
     * @return a new response
     * @throws IllegalArgumentException with code ALOFT-402 if the Content-Type cannot stand in a header
     */
    public HttpResponse withBody(byte[] body, String contentType) {
        HeaderSyntax.requireValue("content-type", contentType);
        return new HttpResponse(status, headers.with("content-type", contentType), body, null);
    }

    /** This response with UTF-8 text and the Content-Type {@code text/plain; charset=utf-8}. */
    public HttpResponse withText(String text) {
        return withText(text, "text/plain; charset=utf-8");
    }

    /**
     * This response with UTF-8 text of another type, for example {@code text/html; charset=utf-8}.
     *
     * @param text the body
     * @param contentType the Content-Type
     * @return a new response
     */
    public HttpResponse withText(String text, String contentType) {
        return withBody(text.getBytes(StandardCharsets.UTF_8), contentType);
    }

    /**
     * This response with a value written by the application's codec, JSON by default, and the codec's Content-Type unless
     * one is set already. It is written after the function has returned.
     *
     * @param value the body, not null
     * @return a new response
     */
    public HttpResponse withJson(Object value) {
        return new HttpResponse(status, headers, new byte[0], value);
    }

    /** The status, from 200 to 599. */
    public int status() {
        return status;
    }

    /** All header fields, cookies among them as {@code set-cookie}. */
    public Headers headers() {
        return headers;
    }

    /**
     * The first value of a header, for example {@code header("Location")}.
     *
     * @param name the name, in any case
     * @return the value; empty if the header is absent
     */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The cookies that are set, as name and value, for a test to look at. */
    public List<Cookie> cookies() {
        List<Cookie> cookies = new ArrayList<>();
        for (String line : headers.all("set-cookie")) {
            int semicolon = line.indexOf(';');
            cookies.addAll(Cookie.parse(List.of(semicolon < 0 ? line : line.substring(0, semicolon))));
        }
        return List.copyOf(cookies);
    }

    /** The value given to {@link #withJson}, before it is written. */
    public Optional<Object> entity() {
        return Optional.ofNullable(entity);
    }

    /**
     * The body; a value given to {@link #withJson} is written by the installed codec first.
     *
     * @return the body, empty if there is none
     * @throws AloftException with code ALOFT-103 if a codec is needed and none is on the class path
     */
    public Body body() {
        if (entity != null) {
            PayloadCodec codec = PayloadCodec.installed();
            return written(codec).body();
        }
        return new Body(bytes, headers.firstOrNull("content-type"), null);
    }

    /** The body as text, a short form of {@code body().text()}. */
    public String text() {
        return body().text();
    }

    /**
     * The body as a typed value, a short form of {@code body().as(type)}, for a test to look at.
     *
     * @param type what to read
     * @param <T> what to read
     * @return the value
     */
    public <T> T bodyAs(Class<T> type) {
        return body().as(type);
    }

    /**
     * This response with its typed value written to bytes.
     *
     * @param codec what writes it
     * @return this response if it has no typed value
     */
    public HttpResponse written(PayloadCodec codec) {
        if (entity == null) {
            return this;
        }
        String type = headers.firstOrNull("content-type");
        return withBody(codec.write(entity), type == null ? codec.contentType() : type);
    }

    /** This response without its body, as the answer to {@code HEAD} is sent. */
    public HttpResponse withoutBody() {
        return new HttpResponse(status, headers, new byte[0], null);
    }

    /** The status only, since the rest may be secret: {@code HttpResponse[201]}. */
    @Override
    public String toString() {
        return "HttpResponse[" + status + "]";
    }
}
