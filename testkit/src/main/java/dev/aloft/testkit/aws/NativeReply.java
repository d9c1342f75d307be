package dev.aloft.testkit.aws;

import dev.aloft.AloftException;
import dev.aloft.Headers;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A function's reply, taken apart. A field of the wrong kind makes it malformed, as it does at the gateways. */
final class NativeReply {
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> multiValueHeaders = new LinkedHashMap<>();
    private final List<String> cookies = new ArrayList<>();
    private OptionalInt status = OptionalInt.empty();
    private String body = "";
    private boolean base64;

    private NativeReply() {}

    /** Empty if the reply is malformed. */
    static Optional<NativeReply> parse(byte[] json) {
        try {
            NativeReply reply = new NativeReply();
            reply.read(new JsonReader(json));
            return Optional.of(reply);
        } catch (AloftException malformed) {
            return Optional.empty();
        }
    }

    private void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            names.add(name);
            if (json.isNull()) {
                json.skip();
            } else {
                readField(name, json);
            }
        }
        json.endObject();
        json.end();
    }

    private void readField(String name, JsonReader json) {
        switch (name) {
            case "statusCode" -> status = OptionalInt.of((int) json.int64());
            case "headers" -> readHeaders(json);
            case "multiValueHeaders" -> readMultiValueHeaders(json);
            case "cookies" -> cookies.addAll(strings(json));
            case "body" ->
                body = json.peek() == Token.STRING ? json.string() : new String(json.raw(), StandardCharsets.UTF_8);
            case "isBase64Encoded" -> base64 = json.bool();
            default -> json.skip();
        }
    }

    private void readHeaders(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            headers.put(json.name(), json.string());
        }
        json.endObject();
    }

    private void readMultiValueHeaders(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            multiValueHeaders.put(json.name(), strings(json));
        }
        json.endObject();
    }

    private static List<String> strings(JsonReader json) {
        List<String> strings = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            strings.add(json.string());
        }
        json.endArray();
        return strings;
    }

    Set<String> names() {
        return names;
    }

    OptionalInt status() {
        return status;
    }

    /** The single-value lines; names that differ in case only are lines of their own. */
    Headers.Builder single() {
        Headers.Builder lines = Headers.builder();
        headers.forEach(lines::add);
        return lines;
    }

    Headers.Builder multi() {
        Headers.Builder lines = Headers.builder();
        multiValueHeaders.forEach((name, values) -> values.forEach(value -> lines.add(name, value)));
        return lines;
    }

    /** Both forms; a name that is in both has its multi-value lines. */
    Headers.Builder merged() {
        Headers multi = multi().build();
        Headers.Builder lines = multi();
        headers.forEach((name, value) -> {
            if (!multi.contains(name)) {
                lines.add(name, value);
            }
        });
        return lines;
    }

    List<String> cookies() {
        return cookies;
    }

    boolean isBase64() {
        return base64;
    }

    byte[] text() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** The body that is meant; empty if it is not what it says. */
    Optional<byte[]> content() {
        try {
            return Optional.of(base64 ? Base64.getDecoder().decode(body) : text());
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
