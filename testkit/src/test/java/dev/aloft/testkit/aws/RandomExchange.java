package dev.aloft.testkit.aws;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests and responses of every kind that all gateways let through. */
final class RandomExchange {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> TYPES = List.of(
            "text/plain",
            "text/html; charset=iso-8859-1",
            "application/json",
            "application/problem+json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "application/octet-stream",
            "image/png");

    private final Random random;

    RandomExchange(Random random) {
        this.random = random;
    }

    HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.builder(pick(METHODS), path()).query(query());
        for (int i = random.nextInt(6); i > 0; i--) {
            request.header("X-" + (char) ('A' + random.nextInt(4)), headerValue());
        }
        if (random.nextBoolean()) {
            request.header("Cookie", "a=" + random.nextInt(9) + "; b=" + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            request.header("Content-Type", pick(TYPES)).body(body());
        }
        return request.clientAddress("198.51.100." + random.nextInt(255)).build();
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            path.append('/').append(PercentEncoding.encodeSegment("s" + text("/?")));
        }
        return path.toString();
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            pairs.add(PercentEncoding.encodeSegment("q" + random.nextInt(3) + text("")) + "="
                    + PercentEncoding.encodeSegment(text("")));
        }
        return String.join("&", pairs);
    }

    /** A little text of any script, without some characters and without control characters. */
    private String text(String without) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            int character = random.nextBoolean() ? 32 + random.nextInt(95) : 160 + random.nextInt(0x1FFFF);
            boolean surrogate = character >= 0xD800 && character <= 0xDFFF;
            text.appendCodePoint(surrogate || without.indexOf(character) >= 0 ? 'x' : character);
        }
        return text.toString();
    }

    private String headerValue() {
        StringBuilder value = new StringBuilder("v");
        for (int i = random.nextInt(8); i > 0; i--) {
            value.append((char) (' ' + random.nextInt(95)));
        }
        return value.append('v').toString();
    }

    private byte[] body() {
        if (random.nextBoolean()) {
            return ("{\"t\":\"" + text("\"\\") + "\\n\u0000\"}").getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[random.nextInt(64)];
        random.nextBytes(bytes);
        return bytes;
    }

    HttpResponse response() {
        HttpResponse response = HttpResponse.of(status()).withHeader("content-type", pick(TYPES));
        for (int i = random.nextInt(5); i > 0; i--) {
            response = response.addHeader("X-" + (char) ('A' + random.nextInt(3)), headerValue());
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            response = response.addHeader("Set-Cookie", "c" + i + "=" + random.nextInt(9) + "; Path=/");
        }
        if (random.nextInt(4) == 0) {
            response = response.addHeader("Content-Encoding", "br");
        }
        return response.withBody(body(), response.header("content-type").orElseThrow());
    }

    /** Any that may have a body. */
    private int status() {
        int status = 200 + random.nextInt(400);
        return status == 204 || status == 205 || status == 304 ? status() : status;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
