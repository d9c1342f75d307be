package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.KnownNames;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of its kind and its caller. The kind shows in fields that only AWS writes; whoever sends an HTTP request
 * controls the values of other fields alone. The marks exclude each other: an event with those of two kinds is of none.
 *
 * <table>
 * <caption>Marks</caption>
 * <tr><th>REST API, HTTP API 1.0</th><td>{@code httpMethod} and {@code requestContext.stage},
 *     {@code requestContext.resourcePath}, {@code requestContext.identity}, or {@code resource} beside a {@code requestContext}</td></tr>
 * <tr><th>HTTP API 2.0, function URL</th><td>{@code version} 2.0 and {@code requestContext.http}</td></tr>
 * <tr><th>load balancer</th><td>{@code httpMethod} and {@code requestContext.elb}</td></tr>
 * </table>
 */
final class NativeEvent {
    static final String HTTP_API = "API Gateway HTTP API (payload format 2.0) or function URL";

    private @Nullable String version;
    private @Nullable String httpMethod;
    private @Nullable String resource;
    private @Nullable String domainName;
    private @Nullable String stage;
    private @Nullable String contextMethod;
    private @Nullable String sourceIp;
    private boolean context;
    private boolean resourcePath;
    private boolean identity;
    private boolean http;
    private boolean elb;
    private boolean otherKind;

    /** The names that HTTP events have, and the headers that most clients send. */
    static KnownNames names() {
        return KnownNames.of("""
                version routeKey rawPath rawQueryString cookies headers queryStringParameters requestContext pathParameters
                stageVariables body isBase64Encoded resource path httpMethod multiValueHeaders multiValueQueryStringParameters
                accountId apiId authentication authorizer domainName domainPrefix elb extendedRequestId http identity requestId
                requestTime requestTimeEpoch resourceId resourcePath stage time timeEpoch method protocol sourceIp userAgent
                accept accept-encoding accept-language authorization cache-control content-length content-type cookie host
                origin priority referer sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform sec-fetch-dest sec-fetch-mode
                sec-fetch-site traceparent user-agent x-amzn-trace-id x-forwarded-for x-forwarded-port x-forwarded-proto
                """);
    }

    /** Guesses by how AWS begins its events, so that they are read once only; whether it is true the mapper finds out. */
    static @Nullable HttpMapper likelyMapper(byte[] payload) {
        if (begins(payload, "{\"version\":\"2.0\",\"routeKey\":")) {
            return new HttpApiV2Mapper();
        }
        if (begins(payload, "{\"resource\":\"/") || begins(payload, "{\"version\":\"1.0\",\"resource\":\"/")) {
            return new RestApiV1Mapper();
        }
        return begins(payload, "{\"requestContext\":{\"elb\":{") ? new AlbMapper() : null;
    }

    /** Whether an event begins with a text, byte for byte. */
    static boolean begins(byte[] payload, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (i == payload.length || payload[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Decides by all marks of the event; null if it is not of one HTTP dialect. */
    static @Nullable HttpMapper mapper(byte[] payload) {
        NativeEvent event = new NativeEvent();
        event.read(new JsonReader(payload));
        if (event.isHttpApi()) {
            return new HttpApiV2Mapper();
        }
        if (event.isRestApi()) {
            return new RestApiV1Mapper();
        }
        return event.isLoadBalancer() ? new AlbMapper() : null;
    }

    private void read(JsonReader json) {
        if (!enter(json)) {
            throw BrokenEvent.notAnObject();
        }
        while (json.hasNext()) {
            read(json.name(), json);
        }
        json.endObject();
        json.end();
    }

    /** Reads a member that the mapper does not take. */
    void read(String name, JsonReader json) {
        switch (name) {
            case "version" -> version = text(json);
            case "httpMethod" -> httpMethod = text(json);
            case "resource" -> resource = text(json);
            case "requestContext" -> readContext(json);
            case "Records", "records", "eventSource", "detail-type", "awslogs", "type", "methodArn", "routeArn" ->
                otherKind |= isPresent(json);
            default -> json.skip();
        }
    }

    private void readContext(JsonReader json) {
        context = enter(json);
        if (!context) {
            return;
        }
        while (json.hasNext()) {
            switch (json.name()) {
                case "domainName" -> domainName = text(json);
                case "stage" -> stage = text(json);
                case "http" -> http = readCaller(json);
                case "identity" -> identity = readCaller(json);
                case "resourcePath" -> resourcePath = text(json) != null;
                case "elb" -> elb = isPresent(json);
                // Beside these two a WebSocket event looks like one of a REST API.
                case "connectionId", "eventType" -> otherKind |= isPresent(json);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private boolean readCaller(JsonReader json) {
        if (!enter(json)) {
            return false;
        }
        while (json.hasNext()) {
            switch (json.name()) {
                case "method" -> contextMethod = text(json);
                case "sourceIp" -> sourceIp = text(json);
                default -> json.skip();
            }
        }
        json.endObject();
        return true;
    }

    /** Enters the next value if it is an object, and passes over anything else. */
    static boolean enter(JsonReader json) {
        boolean object = json.isObject();
        if (object) {
            json.beginObject();
        } else {
            json.skip();
        }
        return object;
    }

    /** The next value if it is a string; null if it is anything else. */
    static @Nullable String text(JsonReader json) {
        if (json.isString()) {
            return json.string();
        }
        json.skip();
        return null;
    }

    private static boolean isPresent(JsonReader json) {
        boolean present = !json.isNull();
        json.skip();
        return present;
    }

    boolean isRestApi() {
        return httpMethod != null && isOfApiGateway() && !http && !elb && !otherKind && !"2.0".equals(version);
    }

    /** One of them is enough, since test events of consoles and tools leave others out. */
    private boolean isOfApiGateway() {
        return stage != null || resourcePath || identity || resource != null && context;
    }

    boolean isHttpApi() {
        return http && httpMethod == null && !elb && !otherKind && "2.0".equals(version);
    }

    boolean isLoadBalancer() {
        return elb && httpMethod != null && !http && !isOfApiGateway() && !otherKind && version == null;
    }

    /** The method, from the place where the event's kind has it. */
    String method() {
        String method = http ? contextMethod : httpMethod;
        if (method == null) {
            throw BrokenEvent.without("requestContext.http.method", HTTP_API);
        }
        return method;
    }

    /** The vendor's sample shows an address with its prefix length: {@code 192.0.2.7/32}. */
    @Nullable
    String clientAddress() {
        if (sourceIp == null) {
            return null;
        }
        int slash = sourceIp.indexOf('/');
        return slash < 0 ? sourceIp : sourceIp.substring(0, slash);
    }

    /** Whether a function URL sent it, which has the form of an HTTP API. */
    boolean isFunctionUrl() {
        return domainName != null && domainName.contains(".lambda-url.");
    }

    /** Whether an HTTP API sent it in the form of a REST API. */
    boolean isFormat1() {
        return "1.0".equals(version);
    }

    /**
     * An HTTP API puts the stage before the path, but not where a domain of one's own is mapped to the stage: {@code /blue/orders}
     * becomes {@code /orders} at {@code a1b2c3.execute-api.eu-central-1.amazonaws.com}.
     */
    String withoutStage(String path) {
        if (stage == null || stage.equals("$default") || !path.startsWith(stage, 1)) {
            return path;
        }
        if (domainName == null || !domainName.contains(".execute-api.")) {
            return path;
        }
        int end = 1 + stage.length();
        if (path.length() == end) {
            return "/";
        }
        return path.charAt(end) == '/' ? path.substring(end) : path;
    }
}
