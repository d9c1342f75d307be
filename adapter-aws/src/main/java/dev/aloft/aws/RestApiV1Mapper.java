package dev.aloft.aws;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway REST APIs, and HTTP APIs with payload format 1.0.
 *
 * <p>With a domain of one's own the path begins with the base path of the mapping; {@code ALOFT_BASE_PATH=shop} takes
 * {@code /shop} off.
 * Binary answers reach the client only if the REST API's {@code binaryMediaTypes} has their type. A REST API renames some
 * response headers, such as {@code www-authenticate}.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">Lambda proxy
 *     integration</a>
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html">important notes</a>
 */
final class RestApiV1Mapper implements HttpMapper {
    private final NativeEvent event = new NativeEvent();
    private final ReceivedHeaders headers = new ReceivedHeaders();
    private final NativeBody body = new NativeBody();
    private final RawQuery query = new RawQuery(true);
    private @Nullable String path;

    @Override
    public @Nullable HttpRequest read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            switch (name) {
                case "path" -> path = json.string();
                case "headers" -> headers.readSingle(json); // only the last of repeated ones
                case "multiValueHeaders" -> headers.readMulti(json);
                case "queryStringParameters" -> query.readSingle(json);
                case "multiValueQueryStringParameters" -> query.readMulti(json);
                case "body" -> body.read(json);
                case "isBase64Encoded" -> body.readFlag(json); // follows body, so decode at the end
                default -> event.read(name, json);
            }
        }
        json.endObject();
        json.end();
        return event.isRestApi() ? request() : null;
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.builder(event.method(), path());
        HeaderLines.copy(headers.lines(), request);
        return request.query(query.text())
                .body(body.bytes())
                .clientAddress(event.clientAddress())
                .build();
    }

    /** A REST API hands over the path as it was sent; an HTTP API decodes it and puts the stage before it. */
    private String path() {
        if (path == null) {
            throw BrokenEvent.without("path", "API Gateway REST API (or HTTP API with payload format 1.0)");
        }
        return event.isFormat1() ? PathText.encoded(event.withoutStage(path)) : PathText.repaired(path);
    }

    /** A key beside these five makes a REST API answer 502. */
    @Override
    public void write(HttpResponse response, JsonWriter json) {
        json.beginObject();
        json.name("statusCode").number(response.status());
        json.name("headers").beginObject();
        writeHeaders(response.headers(), false, json);
        json.endObject();
        json.name("multiValueHeaders").beginObject();
        writeHeaders(response.headers(), true, json);
        json.endObject();
        NativeBody.write(response, json);
        json.endObject();
    }

    private static void writeHeaders(Headers headers, boolean multi, JsonWriter json) {
        for (int line = 0; line < headers.size(); line++) {
            boolean several = HeaderLines.isCookie(headers, line) || HeaderLines.isRepeated(headers, line);
            if (several == multi && HeaderLines.isFirst(headers, line)) {
                if (multi) {
                    HeaderLines.writeValues(headers, line, json);
                } else {
                    json.name(headers.name(line)).string(headers.value(line));
                }
            }
        }
    }
}
