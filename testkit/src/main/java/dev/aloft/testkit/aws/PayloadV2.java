package dev.aloft.testkit.aws;

import static dev.aloft.testkit.aws.EventFields.writeObject;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Payload format 2.0.
 *
 * @param domain the gateway's own domain
 * @param stage the API's stage
 * @param cookieHeader whether cookies also stay in the headers
 */
record PayloadV2(String domain, String stage, boolean cookieHeader) {

    byte[] encode(HttpRequest request, String rawPath) {
        Map<String, List<String>> headers = EventFields.headers(request, EventFields.host(request, domain));
        List<String> cookies = cookies(request);
        if (!cookieHeader) {
            headers.remove("cookie");
        } else if (!cookies.isEmpty()) {
            headers.put("cookie", List.of(String.join("; ", cookies)));
        }
        Map<String, List<String>> query = EventFields.query(request.rawQuery(), EventFields::decodeForm);
        return EventFields.object(json -> {
            json.name("version").string("2.0");
            json.name("routeKey").string("$default");
            json.name("rawPath").string(rawPath);
            json.name("rawQueryString").string(request.rawQuery());
            if (!cookies.isEmpty()) {
                EventFields.writeList(json.name("cookies"), cookies);
            }
            EventFields.writeJoined(json.name("headers"), headers);
            if (!query.isEmpty()) {
                EventFields.writeJoined(json.name("queryStringParameters"), query);
            }
            json.name("requestContext");
            writeObject(json, context -> writeContext(context, request));
            if (request.body().isEmpty()) {
                json.name("isBase64Encoded").bool(false);
            } else {
                EventFields.writeBody(json, request.body().bytes(), !EventFields.isText(request));
            }
        });
    }

    private static List<String> cookies(HttpRequest request) {
        List<String> cookies = new ArrayList<>();
        for (String line : request.headers().all("cookie")) {
            for (String cookie : line.split(";", -1)) {
                if (!cookie.isBlank()) {
                    cookies.add(cookie.strip());
                }
            }
        }
        return cookies;
    }

    private void writeContext(JsonWriter context, HttpRequest request) {
        context.name("accountId").string("123456789012");
        context.name("apiId").string(domain.substring(0, domain.indexOf('.')));
        context.name("domainName").string(domain);
        context.name("domainPrefix").string(domain.substring(0, domain.indexOf('.')));
        context.name("http");
        writeObject(
                context,
                http -> http.name("method")
                        .string(request.method())
                        .name("path")
                        .string(EventFields.decodePath(request.path()))
                        .name("protocol")
                        .string("HTTP/1.1")
                        .name("sourceIp")
                        .string(EventFields.address(request))
                        .name("userAgent")
                        .string(request.header("user-agent").orElse("")));
        context.name("requestId").string("ATfSmjLgPHcESJw=");
        context.name("routeKey").string("$default");
        context.name("stage").string(stage);
        context.name("time").string("10/Jul/2026:19:19:05 +0000");
        context.name("timeEpoch").number(1_783_711_145_766L);
    }

    /** Without a status the whole reply is the body of an answer 200; a malformed reply is answered 500. */
    static GatewayReply decode(byte[] json) {
        Optional<NativeReply> parsed = NativeReply.parse(json);
        if (parsed.isPresent() && parsed.get().status().isEmpty()) {
            return new GatewayReply(200, Headers.of("content-type", "application/json"), json);
        }
        return parsed.flatMap(PayloadV2::answer)
                .orElseGet(
                        () -> GatewayReply.error(500, "application/json", "{\"message\":\"Internal Server Error\"}"));
    }

    private static Optional<GatewayReply> answer(NativeReply reply) {
        int status = reply.status().orElse(0);
        Optional<byte[]> content = reply.content();
        if (status < 100 || status > 599 || content.isEmpty()) {
            return Optional.empty();
        }
        Headers.Builder headers = reply.single();
        if (!reply.single().build().contains("content-type")) {
            headers.add("content-type", "text/plain; charset=utf-8");
        }
        reply.cookies().forEach(cookie -> headers.add("set-cookie", cookie));
        return Optional.of(new GatewayReply(status, headers.build(), content.get()));
    }
}
