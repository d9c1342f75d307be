package dev.aloft.testkit.parity;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rows of the matrix. */
final class Exchanges {
    private static final String TEXT = "text/plain; charset=utf-8";

    private Exchanges() {}

    static List<Exchange> all() {
        List<Exchange> all = new ArrayList<>();
        methods(all);
        bodies(all);
        repetitions(all);
        paths(all);
        answers(all);
        failures(all);
        return all;
    }

    private static void methods(List<Exchange> all) {
        all.add(Exchange.of("GET of the root", "GET", "/", 200));
        for (String method : List.of("GET", "DELETE", "OPTIONS")) {
            all.add(Exchange.of(method + " without body", method, "/echo/1", 200));
        }
        for (String method : List.of("POST", "PUT", "PATCH")) {
            all.add(Exchange.of(method + " with text", method, "/echo/1", 200).body(TEXT, "hello"));
        }
        all.add(Exchange.of("HEAD of a function for GET", "HEAD", "/echo/1", 200));
        all.add(Exchange.of("HEAD of a large answer", "HEAD", "/large/1000000", 200));
        all.add(Exchange.of("literal route before a parameter", "GET", "/echo/literal", 200));
        all.add(Exchange.of("other method of the parameter's route", "POST", "/echo/literal", 200)
                .body(TEXT, "a"));
    }

    private static void bodies(List<Exchange> all) {
        all.add(Exchange.of("POST without body", "POST", "/echo/1", 200));
        all.add(Exchange.of("text beyond ASCII", "POST", "/mirror", 200).body(TEXT, "\u00e9 \u20ac \ud83d\ude00"));
        all.add(Exchange.of("JSON", "POST", "/mirror", 200).body("application/json", "{\"a\":[1.10,\"\\u00e9\"]}"));
        all.add(Exchange.of("JSON that looks like another event", "POST", "/mirror", 200)
                .body("application/json", "{\"Records\":[{\"eventSource\":\"aws:sqs\"}],\"httpMethod\":\"GET\"}"));
        all.add(Exchange.of("form", "POST", "/form", 200)
                .body("application/x-www-form-urlencoded", "a=1&a=2&b=%C3%A9+x&c="));
        all.add(Exchange.of("multipart with a file", "POST", "/parts", 200)
                .body("multipart/form-data; boundary=limit", multipart()));
        all.add(Exchange.of("bytes", "POST", "/mirror", 200).body("application/octet-stream", everyByte()));
        all.add(Exchange.of("picture", "POST", "/mirror", 200).body("image/png", everyByte()));
        all.add(Exchange.of("text in Latin-1", "POST", "/mirror", 200)
                .body("text/plain; charset=iso-8859-1", "\u00e9".getBytes(StandardCharsets.ISO_8859_1)));
        all.add(Exchange.of("text with a byte order mark", "POST", "/mirror", 200)
                .body("text/plain", "\uFEFFtea"));
        all.add(Exchange.of("text with U+FFFD", "POST", "/mirror", 200).body(TEXT, "\uFFFD"));
        all.add(Exchange.of("text in UTF-16", "POST", "/mirror", 200)
                .body("text/plain", "\uFEFFtea".getBytes(StandardCharsets.UTF_16LE)));
        all.add(Exchange.of("text as long in UTF-16", "POST", "/mirror", 200)
                .body("text/plain", "ab\u4e2d\u6587\u5b57\u7b26"));
        all.add(Exchange.of("the same with charset=utf-8", "POST", "/mirror", 200)
                .body(TEXT, "ab\u4e2d\u6587\u5b57\u7b26"));
        all.add(Exchange.of("1 MB of text", "POST", "/echo/1", 200).body(TEXT, "x".repeat(1_000_000)));
        all.add(Exchange.of("600 kB of bytes, there and back", "POST", "/mirror", 200)
                .body("application/octet-stream", large(600_000)));
    }

    private static void repetitions(List<Exchange> all) {
        all.add(Exchange.of("repeated header", "GET", "/echo/1", 200)
                .with("X-Tag", "a")
                .with("X-Tag", "b"));
        all.add(Exchange.of("header names in any case", "GET", "/echo/1", 200).with("x-TAG-one", "a"));
        all.add(Exchange.of("empty header", "GET", "/echo/1", 200).with("X-Tag", ""));
        all.add(Exchange.of("header with commas", "GET", "/echo/1", 200).with("X-Tag", "a, b,c"));
        all.add(Exchange.of("repeated query parameter", "GET", "/echo/1?t=a&t=b&u=c", 200));
        all.add(Exchange.of("empty and missing query values", "GET", "/echo/1?a=&b&c=1", 200));
        all.add(Exchange.of("encoded query", "GET", "/echo/1?q=a+b%2Bc%26d&%C3%A9=%E2%82%AC", 200));
        all.add(Exchange.of("query values with commas and equals signs", "GET", "/echo/1?a=1,2&b=x=y", 200));
        all.add(Exchange.of("several cookies", "GET", "/echo/1", 200).with("Cookie", "a=1; b=2; a=3"));
        all.add(Exchange.of("one cookie set", "GET", "/cookies/1", 200));
        all.add(Exchange.of("three cookies set", "GET", "/cookies/3", 200));
        all.add(Exchange.of("repeated answer header", "GET", "/headers", 200));
    }

    private static void paths(List<Exchange> all) {
        all.add(Exchange.of("encoded space in the path", "GET", "/echo/a%20b", 200));
        all.add(Exchange.of("unicode in the path", "GET", "/echo/caf%C3%A9", 200));
        all.add(Exchange.of("plus in the path", "GET", "/echo/a+b", 200));
        all.add(Exchange.of("encoded slash in the path", "GET", "/echo/a%2Fb", 200));
        all.add(Exchange.of("encoded percent sign in the path", "GET", "/echo/100%25", 200));
        all.add(Exchange.of("encoded percent sign before digits", "GET", "/echo/a%2541", 200));
        all.add(Exchange.of("semicolon in the path", "GET", "/echo/a;v=1", 200));
        all.add(Exchange.of("rest of the path", "GET", "/files/a/b%20c/d.txt", 200));
    }

    private static void answers(List<Exchange> all) {
        all.add(Exchange.of("201 without body", "GET", "/status/201", 201));
        all.add(Exchange.of("204", "GET", "/status/204", 204));
        all.add(Exchange.of("204 with a text that is not sent", "GET", "/status/204/text", 204));
        all.add(Exchange.of("304", "GET", "/status/304", 304));
        all.add(Exchange.of("status without a name", "GET", "/status/299/text", 299));
        all.add(Exchange.of("503 with text", "GET", "/status/503/text", 503));
        all.add(Exchange.of("redirect", "GET", "/redirect", 303));
        all.add(Exchange.of("picture to download", "GET", "/binary", 200));
        all.add(Exchange.of("unicode answer", "GET", "/unicode", 200));
        all.add(Exchange.of("1 MB answer", "GET", "/large/1000000", 200));
    }

    private static void failures(List<Exchange> all) {
        all.add(Exchange.of("404", "GET", "/nothing/here", 404));
        all.add(Exchange.of("405", "DELETE", "/binary", 405));
        all.add(Exchange.of("exception", "GET", "/boom", 500));
        all.add(Exchange.of("Error", "GET", "/broken/error", 500));
        all.add(Exchange.of("class that cannot be initialised", "GET", "/broken/initialiser", 500));
        all.add(Exchange.of("the same class again", "GET", "/broken/initialiser", 500));
        all.add(Exchange.of("handler that cannot be constructed", "GET", "/broken/constructor", 500));
        all.add(Exchange.of("null returned", "GET", "/broken/null", 500));
        all.add(Exchange.of("line break in a header", "GET", "/broken/header", 500)
                .answering("\"status\":500,\"code\":\"ALOFT-402\""));
        all.add(Exchange.of("typed value without a codec", "GET", "/broken/codec", 500));
        all.add(Exchange.of("7 MB answer", "GET", "/large/7000000", 200));
        all.add(Exchange.of("exception for the client", "GET", "/teapot", 418));
        all.add(Exchange.of("form of another type", "POST", "/form", 400).body("application/json", "{}"));
        all.add(Exchange.of("malformed query", "GET", "/echo/1?a=%zz", 400));
        all.add(Exchange.of("dot segment in the path", "GET", "/files/%2e%2e/a", 400));
        all.add(Exchange.of("empty segment in the path", "GET", "/files//a", 400));
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    private static byte[] large(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }
        return bytes;
    }

    private static byte[] multipart() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head = "--limit\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nt\u00eate\r\n--limit\r\n"
                + "Content-Disposition: form-data; name=\"photo\"; filename=\"a b.png\"\r\nContent-Type: image/png\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(everyByte());
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
