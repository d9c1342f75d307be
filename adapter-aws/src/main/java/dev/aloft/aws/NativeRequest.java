package dev.aloft.aws;

import dev.aloft.HttpRequest;
import dev.aloft.PercentEncoding;
import dev.aloft.runtime.json.JsonReader;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An HTTP event, read before it is known of which dialect it is; what differs between dialects their mappers say. */
final class NativeRequest {
    final NativeEvent event = new NativeEvent();
    final TwoForms headers = new TwoForms();
    final TwoForms query = new TwoForms();
    private byte[] body = {};
    private boolean base64;
    private @Nullable String cookies;

    @Nullable
    String path;

    @Nullable
    String rawPath;

    @Nullable
    String rawQuery;

    void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            switch (name) {
                case "path" -> path = json.string();
                case "rawPath" -> rawPath = json.string();
                case "rawQueryString" -> rawQuery = json.stringOrNull();
                case "cookies" -> readCookies(json); // an HTTP API has them nowhere else
                case "headers" -> headers.readSingle(json); // only the last of repeated ones, but for HTTP APIs
                case "multiValueHeaders" -> headers.readMulti(json);
                case "queryStringParameters" -> query.readSingle(json);
                case "multiValueQueryStringParameters" -> query.readMulti(json);
                case "body" -> body = json.isNull() ? skipped(json) : json.utf8();
                case "isBase64Encoded" -> readFlag(json); // follows body, so decode at the end
                default -> event.read(name, json);
            }
        }
        json.endObject();
        json.end();
        headers.merge(true);
    }

    private static byte[] skipped(JsonReader json) {
        json.skip();
        return new byte[0];
    }

    /** Reads true, false, or null, which is false. */
    private void readFlag(JsonReader json) {
        if (json.isNull()) {
            json.skip();
        } else {
            base64 = json.bool();
        }
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

    /** The value of the last header of a name, in lower case. */
    @Nullable
    String lastHeader(String name) {
        String value = null;
        for (int line = 0; line < headers.size(); line++) {
            value = headers.name(line).equalsIgnoreCase(name) ? headers.value(line) : value;
        }
        return value;
    }

    /**
     * A query that the gateway took apart, for example {@code tag=a&tag=b}.
     *
     * @param decoded whether it has decoded names and values, so that they must be encoded again
     */
    String query(boolean decoded) {
        StringBuilder text = new StringBuilder();
        query.merge(false);
        for (int line = 0; line < query.size(); line++) {
            String name = query.name(line);
            String value = query.value(line);
            text.append(line == 0 ? "" : "&")
                    .append(decoded ? PercentEncoding.encodeSegment(name) : name)
                    .append('=');
            if (value != null) {
                text.append(decoded ? PercentEncoding.encodeSegment(value) : value);
            }
        }
        return text.toString();
    }

    /** The request, of which the mapper says what its dialect has in a way of its own. */
    HttpRequest request(String itsPath, String itsQuery, @Nullable String clientAddress) {
        HttpRequest.Builder request = HttpRequest.builder(event.method(), itsPath);
        for (int line = 0; line < headers.size(); line++) {
            String name = headers.name(line);
            String value = headers.value(line);
            // A function URL has the cookies here too.
            if (value != null && (cookies == null || !name.equalsIgnoreCase("cookie"))) {
                request.header(name, value);
            }
        }
        if (cookies != null) {
            request.header("cookie", cookies);
        }
        return request.query(itsQuery)
                .body(base64 ? decoded() : body)
                .clientAddress(clientAddress)
                .build();
    }

    private byte[] decoded() {
        if (body.length % 4 != 0) {
            throw BrokenEvent.notBase64(null);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw BrokenEvent.notBase64(e);
        }
    }
}
