package dev.aloft.aws;

import dev.aloft.Headers;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** A body as all dialects have it: text, or base64 with a flag that may come before or after it. */
final class NativeBody {
    /** Media types that are text, besides those that their names tell, each between semicolons, which no media type has. */
    private static final String TEXT = ";application/json;application/xml;application/javascript;application/ecmascript"
            + ";application/x-www-form-urlencoded;application/x-ndjson;application/yaml;application/graphql;";

    private byte[] text = new byte[0];
    private boolean base64;

    void read(JsonReader json) {
        if (json.isNull()) {
            json.skip();
        } else {
            text = json.utf8();
        }
    }

    /** Reads true, false, or null, which is false. */
    void readFlag(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            base64 = false;
        } else {
            base64 = json.bool();
        }
    }

    byte[] bytes() {
        return base64 ? decoded() : text;
    }

    private byte[] decoded() {
        if (text.length % 4 != 0) {
            throw BrokenEvent.notBase64(null);
        }
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw BrokenEvent.notBase64(e);
        }
    }

    static void write(HttpResponse response, JsonWriter json) {
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
        return !headers.contains("content-encoding")
                && isText(headers.first("content-type").orElse(""));
    }

    private static boolean isText(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .trim()
                .toLowerCase(Locale.ROOT);
        return TEXT.contains(";" + type + ";")
                || type.startsWith("text/")
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || type.endsWith("+yaml");
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
