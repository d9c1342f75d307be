package dev.aloft.testkit.aws;

import dev.aloft.HttpRequest;
import dev.aloft.runtime.json.JsonWriter;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What several gateways do in the same way when they write an event. */
final class EventFields {
    private static final Set<String> TEXT_TYPES =
            Set.of("application/json", "application/xml", "application/javascript");

    private EventFields() {}

    static byte[] object(Consumer<JsonWriter> members) {
        JsonWriter json = new JsonWriter(2048);
        writeObject(json, members);
        return json.toByteArray();
    }

    static void writeObject(JsonWriter json, Consumer<JsonWriter> members) {
        json.beginObject();
        members.accept(json);
        json.endObject();
    }

    static String address(HttpRequest request) {
        return request.clientAddress().orElse("192.0.2.7");
    }

    static String host(HttpRequest request, String own) {
        return request.header("host").orElse(own);
    }

    /** The client's header lines by name, and those that every gateway adds. */
    static Map<String, List<String>> headers(HttpRequest request, String host) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : request.headers().names()) {
            headers.put(name, request.headers().all(name));
        }
        headers.put("host", List.of(host));
        List<String> forwarded = new ArrayList<>(request.headers().all("x-forwarded-for"));
        forwarded.add(address(request));
        headers.put("x-forwarded-for", List.of(String.join(", ", forwarded)));
        headers.put("x-forwarded-port", List.of("443"));
        headers.put("x-forwarded-proto", List.of("https"));
        return headers;
    }

    /** The query's values by name; a parameter without an equals sign has an empty value. */
    static Map<String, List<String>> query(String rawQuery, UnaryOperator<String> decoding) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!pair.isEmpty()) {
                query.computeIfAbsent(decoding.apply(name), any -> new ArrayList<>())
                        .add(decoding.apply(value));
            }
        }
        return query;
    }

    static String decodeForm(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    static String decodePath(String encoded) {
        return decodeForm(encoded.replace("+", "%2B"));
    }

    /** What an HTTP API makes of a path: it decodes it, and what follows a question mark that was encoded is lost. */
    static String pathOfHttpApi(HttpRequest request) {
        String decoded = decodePath(request.path());
        int question = decoded.indexOf('?');
        return question < 0 ? decoded : decoded.substring(0, question);
    }

    static void writeLast(JsonWriter json, Map<String, List<String>> values) {
        writeObject(
                json,
                members -> values.forEach((name, all) -> members.name(name).string(all.get(all.size() - 1))));
    }

    static void writeJoined(JsonWriter json, Map<String, List<String>> values) {
        writeObject(
                json,
                members -> values.forEach((name, all) -> members.name(name).string(String.join(",", all))));
    }

    static void writeLists(JsonWriter json, Map<String, List<String>> values) {
        writeObject(json, members -> values.forEach((name, all) -> writeList(members.name(name), all)));
    }

    static void writeList(JsonWriter json, List<String> values) {
        json.beginArray();
        values.forEach(json::string);
        json.endArray();
    }

    /** A body that is not UTF-8 where the gateway takes it for text loses what is not. */
    static void writeBody(JsonWriter json, byte[] body, boolean base64) {
        json.name("body");
        if (base64) {
            json.base64(body);
        } else {
            json.string(new String(body, StandardCharsets.UTF_8));
        }
        json.name("isBase64Encoded").bool(base64);
    }

    /** Whether HTTP APIs, function URLs and load balancers hand over a body of this kind as text. */
    static boolean isText(HttpRequest request) {
        if (request.headers().contains("content-encoding")) {
            return false;
        }
        String header = request.contentType().orElse("");
        String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean text =
                type.isEmpty() || type.startsWith("text/") || TEXT_TYPES.contains(type) || type.endsWith("+json");
        return text && isUtf8(request.body().bytes());
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
