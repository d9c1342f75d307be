package dev.aloft.aws;

import dev.aloft.Headers;
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
    private final Headers.Builder headers = Headers.builder();
    private final NativeEvent event = new NativeEvent();
    private final NativeBody body = new NativeBody();
    private @Nullable String rawPath;
    private @Nullable String rawQuery;
    private @Nullable String cookieHeader;
    private @Nullable String cookies;

    @Override
    public @Nullable HttpRequest read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            switch (name) {
                case "rawPath" -> rawPath = json.string();
                case "rawQueryString" ->
                    rawQuery = json.stringOrNull(); // queryStringParameters joins repeats with a comma
                case "cookies" -> readCookies(json); // an HTTP API has them nowhere else
                case "headers" -> readHeaders(json);
                case "body" -> body.read(json);
                case "isBase64Encoded" -> body.readFlag(json); // follows body, so decode at the end
                default -> event.read(name, json);
            }
        }
        json.endObject();
        json.end();
        return event.isHttpApi() ? request() : null;
    }

    private void readCookies(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            String cookie = json.string();
            cookies = cookies == null ? cookie : cookies + "; " + cookie;
        }
        json.endArray();
    }

    /** A function URL has the cookies here too. */
    private void readHeaders(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            String value = json.stringOrNull();
            if (name.equalsIgnoreCase("cookie")) {
                cookieHeader = value;
            } else if (value != null) {
                headers.add(name, value);
            }
        }
        json.endObject();
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.builder(event.method(), path());
        String cookie = cookies == null ? cookieHeader : cookies;
        if (cookie != null) {
            headers.add("cookie", cookie);
        }
        HeaderLines.copy(headers.build(), request);
        return request.query(rawQuery == null ? "" : rawQuery)
                .body(body.bytes())
                .clientAddress(event.clientAddress())
                .build();
    }

    /** An HTTP API decodes the path, although the field is called rawPath; a function URL hands it over as it was sent. */
    private String path() {
        if (rawPath == null) {
            throw BrokenEvent.without("rawPath", "API Gateway HTTP API (payload format 2.0) or function URL");
        }
        return event.isFunctionUrl() ? PathText.repaired(rawPath) : PathText.encoded(event.withoutStage(rawPath));
    }

    @Override
    public void write(HttpResponse response, JsonWriter json) {
        json.beginObject();
        json.name("statusCode").number(response.status()); // without it the whole reply would become the body
        json.name("headers").beginObject();
        HeaderLines.writeJoined(response.headers(), json);
        json.endObject();
        json.name("cookies").beginArray();
        for (int line = 0; line < response.headers().size(); line++) {
            if (HeaderLines.isCookie(response.headers(), line)) {
                json.string(response.headers().value(line));
            }
        }
        json.endArray();
        NativeBody.write(response, json);
        json.endObject();
    }
}
