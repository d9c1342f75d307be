package dev.aloft.testkit.aws;

import static dev.aloft.testkit.aws.EventFields.writeObject;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.runtime.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An API Gateway REST API with Lambda proxy integration, stage {@code prod}, at its execute-api domain; or an HTTP API with payload
 * format 1.0, stage {@code $default}.
 *
 * <p>The REST API treats every media type as binary ({@code binaryMediaTypes} is {@code *}{@code /*}), so each body comes as base64;
 * {@link #withoutBinaryMediaTypes()} shows what happens otherwise. It decodes query parameters, but not the path; an HTTP API
 * decodes both.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda proxy
 *     integrations</a>
 */
public final class RestApiV1Encoder implements LambdaGateway {
    private static final String DOMAIN = "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com";
    private static final Set<String> KNOWN =
            Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

    private final boolean httpApi;
    private final boolean binary;

    /** A REST API for which every media type is binary. */
    public RestApiV1Encoder() {
        this(false, true);
    }

    private RestApiV1Encoder(boolean httpApi, boolean binary) {
        this.httpApi = httpApi;
        this.binary = binary;
    }

    /**
     * A REST API as it is without the setting {@code binaryMediaTypes}: bodies of requests are text, and a base64 answer reaches the
     * client undecoded.
     *
     * @return the gateway
     */
    public static RestApiV1Encoder withoutBinaryMediaTypes() {
        return new RestApiV1Encoder(false, false);
    }

    /**
     * An HTTP API with payload format 1.0.
     *
     * @return the gateway
     */
    public static RestApiV1Encoder httpApi() {
        return new RestApiV1Encoder(true, true);
    }

    @Override
    public byte[] encode(HttpRequest request) {
        Map<String, List<String>> headers = EventFields.headers(request, EventFields.host(request, DOMAIN));
        Map<String, List<String>> query = EventFields.query(request.rawQuery(), EventFields::decodeForm);
        String path = httpApi ? EventFields.pathOfHttpApi(request) : request.path();
        return EventFields.object(json -> {
            if (httpApi) {
                json.name("version").string("1.0");
            }
            json.name("resource").string("/{proxy+}");
            json.name("path").string(path);
            json.name("httpMethod").string(request.method());
            EventFields.writeLast(json.name("headers"), headers);
            EventFields.writeLists(json.name("multiValueHeaders"), headers);
            writeQuery(json, query);
            json.name("pathParameters");
            writeObject(json, parameters -> parameters.name("proxy").string(path.substring(1)));
            json.name("stageVariables").nullValue();
            json.name("requestContext");
            writeObject(json, context -> writeContext(context, request, path));
            writeBody(json, request);
        });
    }

    private static void writeQuery(JsonWriter json, Map<String, List<String>> query) {
        if (query.isEmpty()) {
            json.name("queryStringParameters").nullValue();
            json.name("multiValueQueryStringParameters").nullValue();
        } else {
            EventFields.writeLast(json.name("queryStringParameters"), query);
            EventFields.writeLists(json.name("multiValueQueryStringParameters"), query);
        }
    }

    private void writeContext(JsonWriter context, HttpRequest request, String path) {
        context.name("resourceId").string("al6gqb");
        context.name("resourcePath").string("/{proxy+}");
        context.name("httpMethod").string(request.method());
        context.name("path").string((httpApi ? "" : "/prod") + path);
        context.name("accountId").string("123456789012");
        context.name("protocol").string("HTTP/1.1");
        context.name("stage").string(httpApi ? "$default" : "prod");
        context.name("requestId").string("7c2af7db-31f3-42b5-8a6d-9ffc74e3b9e0");
        context.name("identity");
        writeObject(
                context,
                identity -> identity.name("sourceIp")
                        .string(EventFields.address(request))
                        .name("userArn")
                        .nullValue());
        context.name("domainName").string(DOMAIN);
        context.name("apiId").string("a1b2c3d4e5");
    }

    private void writeBody(JsonWriter json, HttpRequest request) {
        boolean base64 = httpApi ? !EventFields.isText(request) : binary;
        if (request.body().isEmpty()) {
            json.name("body").nullValue();
            json.name("isBase64Encoded").bool(false);
        } else {
            EventFields.writeBody(json, request.body().bytes(), base64);
        }
    }

    /** A key that it does not know, or a missing or odd status, is a malformed proxy response: 502, from an HTTP API 500. */
    @Override
    public GatewayReply decode(byte[] reply) {
        return NativeReply.parse(reply)
                .filter(parsed -> httpApi || KNOWN.containsAll(parsed.names()))
                .flatMap(this::answer)
                .orElseGet(() -> httpApi
                        ? GatewayReply.error(500, "application/json", "{\"message\":\"Internal Server Error\"}")
                        : GatewayReply.error(502, "application/json", "{\"message\": \"Internal server error\"}"));
    }

    private Optional<GatewayReply> answer(NativeReply reply) {
        int status = reply.status().orElse(0);
        Optional<byte[]> content = binary ? reply.content() : Optional.of(reply.text());
        if (status < 100 || status > 599 || content.isEmpty()) {
            return Optional.empty();
        }
        Headers.Builder headers = reply.merged();
        if (!reply.merged().build().contains("content-type")) {
            headers.add("content-type", httpApi ? "text/plain; charset=utf-8" : "application/json");
        }
        return Optional.of(new GatewayReply(status, headers.build(), content.get()));
    }
}
