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
    private final NativeRequest request = new NativeRequest();

    @Override
    public @Nullable HttpRequest read(JsonReader json) {
        request.read(json);
        return request.event.isRestApi()
                ? request.request(path(), request.query(true), request.event.clientAddress())
                : null;
    }

    /** A REST API hands over the path as it was sent; an HTTP API decodes it and puts the stage before it. */
    private String path() {
        if (request.path == null) {
            throw BrokenEvent.without("path", "API Gateway REST API (or HTTP API with payload format 1.0)");
        }
        return request.event.isFormat1()
                ? PathText.encoded(request.event.withoutStage(request.path))
                : PathText.repaired(request.path);
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
        HttpMapper.writeBody(response, json);
        json.endObject();
    }

    private static void writeHeaders(Headers headers, boolean multi, JsonWriter json) {
        for (int line = 0; line < headers.size(); line++) {
            String name = headers.name(line);
            int lines = HttpMapper.lines(headers, line);
            boolean several = lines > 1 || name.equals(COOKIE);
            if (lines == 0 || several != multi) {
                continue;
            }
            if (multi) {
                HttpMapper.writeAll(headers, name, json.name(name));
            } else {
                json.name(name).string(headers.value(line));
            }
        }
    }
}
