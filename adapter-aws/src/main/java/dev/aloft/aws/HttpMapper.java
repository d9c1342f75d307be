package dev.aloft.aws;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One native payload version in both directions. An object reads one event and writes the answer to that event, by what all versions
 * have in common.
 */
interface HttpMapper {
    /**
     * Lambda's limit for a synchronous answer, in bytes.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html">Lambda quotas</a>
     */
    int LAMBDA_LIMIT = 6_291_556;

    String COOKIE = "set-cookie";

    /** Media types that are text, besides those whose names tell it, each between semicolons, which no media type has. */
    String TEXT = ";application/json;application/xml;application/javascript;application/ecmascript"
            + ";application/x-www-form-urlencoded;application/x-ndjson;application/yaml;application/graphql;";

    /** The request; null if the event has not the marks of this version, or also those of another kind. */
    @Nullable
    HttpRequest read(JsonReader json);

    void write(HttpResponse response, JsonWriter json);

    /** The most bytes that a whole native answer may have. */
    default int limit() {
        return LAMBDA_LIMIT;
    }

    /** What this dialect may lose of the response, for the log; null if nothing. */
    default @Nullable String warning(HttpResponse response) {
        return null;
    }

    /** Writes one value for each name but that of cookies, repeated ones joined with a comma, as RFC 9110 section 5.3 allows. */
    static void writeJoined(Headers headers, JsonWriter json) {
        for (int line = 0; line < headers.size(); line++) {
            String name = headers.name(line);
            int lines = lines(headers, line);
            if (lines > 0 && !name.equals(COOKIE)) {
                json.name(name).string(lines == 1 ? headers.value(line) : String.join(", ", headers.all(name)));
            }
        }
    }

    /** Writes the list of a header's values. */
    static void writeAll(Headers headers, String name, JsonWriter json) {
        json.beginArray();
        for (int line = 0; line < headers.size(); line++) {
            if (headers.name(line).equals(name)) {
                json.string(headers.value(line));
            }
        }
        json.endArray();
    }

    /** How many lines have the name of this one; 0 if it is not the first of them. */
    static int lines(Headers headers, int line) {
        String name = headers.name(line);
        int lines = 0;
        for (int i = 0; i < headers.size(); i++) {
            boolean same = headers.name(i).equals(name);
            if (same && i < line) {
                return 0;
            }
            lines += same ? 1 : 0;
        }
        return lines;
    }

    /** Writes a body as all dialects have it: text, or base64 with a flag. */
    static void writeBody(HttpResponse response, JsonWriter json) {
        byte[] bytes = response.body().bytes();
        boolean text = bytes.length == 0 || isText(response.headers()) && isUtf8(bytes);
        json.name("body");
        if (text) {
            json.utf8(bytes);
        } else {
            json.base64(bytes);
        }
        json.name("isBase64Encoded").bool(!text);
    }

    /** What is compressed is no text, whatever its type was before. */
    private static boolean isText(Headers headers) {
        String contentType = headers.first("content-type").orElse("");
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .trim()
                .toLowerCase(Locale.ROOT);
        boolean text = TEXT.contains(";" + type + ";")
                || type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || type.endsWith("+yaml");
        return text && !headers.contains("content-encoding");
    }

    private static boolean isUtf8(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return survivesDecoding(bytes);
            }
        }
        return true;
    }

    /** What is not UTF-8 is decoded to a replacement character, which is encoded to other bytes. */
    private static boolean survivesDecoding(byte[] bytes) {
        return Arrays.equals(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), bytes);
    }
}
