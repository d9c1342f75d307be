package dev.aloft;

import dev.aloft.AloftException.Kind;
import dev.aloft.spi.PayloadCodec;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request, the same on every platform. The body is bytes; text, JSON and form are views of it.
 *
 * <pre>{@code
 * HttpRequest request = HttpRequest.builder("POST", "/orders/ada").query("dry=yes").body("{\"item\":\"tea\"}").build();
 * }</pre>
 *
 * <p>A request is immutable. Nothing in it decides which function runs but its method and path.
 */
public final class HttpRequest {
    private final String method;
    private final String path;
    private final String rawQuery;
    private final Headers headers;
    private final Body body;
    private final Map<String, String> pathParameters;
    private final @Nullable String clientAddress;
    private @Nullable Parameters query;
    private @Nullable List<Cookie> cookies;

    private HttpRequest(Builder builder) {
        this.method = builder.method;
        this.path = builder.path;
        this.rawQuery = builder.rawQuery;
        this.headers = builder.headers.build();
        this.body = builder.body.length == 0
                ? Body.EMPTY
                : new Body(builder.body, headers.firstOrNull("content-type"), builder.codec);
        this.pathParameters = builder.pathParameters;
        this.clientAddress = builder.clientAddress;
    }

    private HttpRequest(HttpRequest request, Map<String, String> pathParameters) {
        this.method = request.method;
        this.path = request.path;
        this.rawQuery = request.rawQuery;
        this.headers = request.headers;
        this.body = request.body;
        this.pathParameters = pathParameters;
        this.clientAddress = request.clientAddress;
    }

    /**
     * Starts a request, as a test or an adapter needs it.
     *
     * @param method for example {@code GET}; made upper case
     * @param path the path as it stands in the URL, for example {@code /orders/a%20b}
     * @return a builder
     */
    public static Builder builder(String method, String path) {
        return new Builder(method, path);
    }

    /** The method in upper case, for example {@code POST}. */
    public String method() {
        return method;
    }

    /**
     * The path as it stands in the URL, without query and still percent-encoded. For {@code http://h/a%20b?c=d} this is
     * {@code /a%20b}. AWS HTTP APIs decode the path (REST APIs do not); it is encoded again, but {@code %2F} stays a slash.
     *
     * @return the path, beginning with a slash
     */
    public String path() {
        return path;
    }

    /**
     * The decoded value of a parameter of the route: for the route {@code /orders/{id}} and the path {@code /orders/a%20b}
     * the parameter {@code id} is {@code a b}. An encoded slash stays {@code %2F}.
     *
     * @param name the name in the route
     * @return the value, never empty
     * @throws AloftException with code ALOFT-406 if the route has no such parameter
     */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new AloftException(
                    Kind.HANDLER,
                    "ALOFT-406",
                    "The route has no parameter " + name + ". It has " + pathParameters.keySet() + ".");
        }
        return value;
    }

    /** The decoded values of all parameters of the route, for example {@code {id=a b}}. */
    public Map<String, String> pathParameters() {
        return pathParameters;
    }

    /** The query as it stands in the URL: for {@code /a?b=c%20d} this is {@code b=c%20d}. */
    public String rawQuery() {
        return rawQuery;
    }

    /**
     * The decoded query parameters: for {@code ?tag=a&tag=b} the parameter {@code tag} has the values {@code [a, b]}.
     *
     * @return the parameters in order
     * @throws AloftException with code ALOFT-306 if the query is not validly percent-encoded; unhandled, the client gets 400
     */
    public Parameters query() {
        Parameters parsed = query;
        if (parsed == null) {
            parsed = Parameters.parse(rawQuery);
            query = parsed;
        }
        return parsed;
    }

    /**
     * The first value of a query parameter: for {@code ?tag=a&tag=b} and {@code tag} this is {@code a}.
     *
     * @param name the name, with case
     * @return the value; empty if the parameter is absent
     * @throws AloftException with code ALOFT-306 if the query is not validly percent-encoded; unhandled, the client gets 400
     */
    public Optional<String> query(String name) {
        return query().first(name);
    }

    /** All header fields; their names compare without case. */
    public Headers headers() {
        return headers;
    }

    /**
     * The first value of a header, for example {@code header("Accept")}.
     *
     * @param name the name, in any case
     * @return the value; empty if the header is absent
     */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The cookies in the order in which they came. */
    public List<Cookie> cookies() {
        List<Cookie> parsed = cookies;
        if (parsed == null) {
            parsed = Cookie.parse(headers.all("cookie"));
            cookies = parsed;
        }
        return parsed;
    }

    /**
     * The value of the first cookie of a name: for {@code Cookie: session=abc} and {@code session} this is {@code abc}.
     *
     * @param name the name, with case
     * @return the value; empty if there is no such cookie
     */
    public Optional<String> cookie(String name) {
        for (Cookie cookie : cookies()) {
            if (cookie.name().equals(name)) {
                return Optional.of(cookie.value());
            }
        }
        return Optional.empty();
    }

    /** The Content-Type as it was sent, for example {@code text/plain; charset=utf-8}. */
    public Optional<String> contentType() {
        return headers.first("content-type");
    }

    /**
     * Where the request came from, for example {@code 192.0.2.7}. Where only X-Forwarded-For tells it (load balancers,
     * Google, Azure) it is the address that the last proxy added.
     *
     * @return the address; empty where the platform does not tell
     */
    public Optional<String> clientAddress() {
        return Optional.ofNullable(clientAddress);
    }

    /** The body: bytes, with text, typed value, form and parts as views of them. */
    public Body body() {
        return body;
    }

    /**
     * The body as text, a short form of {@code body().text()}.
     *
     * @return the text; empty if there is no body
     * @throws AloftException with code ALOFT-305 if the bytes are not valid text; unhandled, the client gets 400
     */
    public String text() {
        return body.text();
    }

    /**
     * The body as a typed value, a short form of {@code body().as(type)}: {@code request.bodyAs(Order.class)}.
     *
     * @param type what to read
     * @param <T> what to read
     * @return the value, never null
     * @throws AloftException as {@link Body#as(Class)} does; unhandled, the client gets 400
     */
    public <T> T bodyAs(Class<T> type) {
        return body.as(type);
    }

    /**
     * This request as the router hands it to a function.
     *
     * @param parameters the decoded values of the route's parameters by name
     * @return a request that shares everything else
     */
    public HttpRequest routed(Map<String, String> parameters) {
        boolean same = parameters.isEmpty() && pathParameters.isEmpty();
        return same ? this : new HttpRequest(this, Collections.unmodifiableMap(parameters));
    }

    /** Method and path only, since the rest may be secret: {@code POST /orders}. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    /** Collects what a request is made of. */
    public static final class Builder {
        private final String method;
        private final String path;
        private final Headers.Builder headers = Headers.builder();
        private String rawQuery = "";
        private byte[] body = new byte[0];
        private Map<String, String> pathParameters = Map.of();
        private @Nullable String clientAddress;
        private @Nullable PayloadCodec codec;

        private Builder(String method, String path) {
            this.method = method.toUpperCase(Locale.ROOT);
            this.path = path.isEmpty() || path.charAt(0) != '/' ? "/" + path : path;
        }

        /** Sets the query as it stands in the URL. */
        public Builder query(String rawQuery) {
            this.rawQuery = rawQuery;
            return this;
        }

        /** Adds one header line. */
        public Builder header(String name, String value) {
            headers.add(name, value);
            return this;
        }

        /** Sets the body. */
        public Builder body(byte[] body) {
            this.body = body;
            return this;
        }

        /** Sets the body as UTF-8 text. */
        public Builder body(String text) {
            return body(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sets a parameter of the route, for a test that calls a handler directly. */
        public Builder pathParameter(String name, String value) {
            Map<String, String> parameters = new LinkedHashMap<>(pathParameters);
            parameters.put(name, value);
            pathParameters = Collections.unmodifiableMap(parameters);
            return this;
        }

        /** Sets where the request came from. */
        public Builder clientAddress(@Nullable String address) {
            this.clientAddress = address;
            return this;
        }

        /** Sets what reads typed bodies in place of the installed codec. */
        public Builder codec(PayloadCodec codec) {
            this.codec = codec;
            return this;
        }

        /** The request. */
        public HttpRequest build() {
            return new HttpRequest(this);
        }
    }
}
