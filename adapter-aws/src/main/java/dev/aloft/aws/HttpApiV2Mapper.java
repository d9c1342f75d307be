package dev.aloft.aws;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * API Gateway HTTP APIs (payload format 2.0) and Lambda function URLs.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     payload format 2.0</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html">function URLs</a>
 */
final class HttpApiV2Mapper implements HttpMapper {
    private final NativeRequest request = new NativeRequest();

    @Override
    public @Nullable HttpRequest read(JsonReader json) {
        request.read(json);
        if (!request.event.isHttpApi()) {
            return null;
        }
        // Its queryStringParameters joins repeats with a comma.
        String query = request.rawQuery == null ? "" : request.rawQuery;
        return request.request(path(), query, request.event.clientAddress());
    }

    /** An HTTP API decodes the path, although the field is called rawPath; a function URL hands it over as it was sent. */
    private String path() {
        if (request.rawPath == null) {
            throw BrokenEvent.without("rawPath", NativeEvent.HTTP_API);
        }
        return request.event.isFunctionUrl()
                ? PathText.repaired(request.rawPath)
                : PathText.encoded(request.event.withoutStage(request.rawPath));
    }

    @Override
    public void write(HttpResponse response, JsonWriter json) {
        json.beginObject();
        json.name("statusCode").number(response.status()); // without it the whole reply would become the body
        json.name("headers").beginObject();
        HttpMapper.writeJoined(response.headers(), json);
        json.endObject();
        HttpMapper.writeAll(response.headers(), COOKIE, json.name("cookies"));
        HttpMapper.writeBody(response, json);
        json.endObject();
    }
}
