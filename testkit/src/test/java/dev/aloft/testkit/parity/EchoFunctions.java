package dev.aloft.testkit.parity;

import dev.aloft.Context;
import dev.aloft.Cookie;
import dev.aloft.HttpException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;
import dev.aloft.Parameters;
import dev.aloft.Part;
import dev.aloft.SetCookie;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The functions of the parity application: they tell what they saw, or answer in a given way. */
public final class EchoFunctions {
    /** Tells everything that a portable function may rely on. */
    @HttpTrigger(
            method = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"},
            path = "/echo/{id}")
    public HttpResponse echo(HttpRequest request, Context context) throws Exception {
        StringBuilder seen = new StringBuilder();
        seen.append("method ").append(request.method()).append('\n');
        seen.append("id ").append(request.pathParameter("id")).append('\n');
        appendQuery(request.query(), seen);
        for (String name : request.headers().names()) {
            if (name.startsWith("x-tag")) {
                seen.append("header ")
                        .append(name)
                        .append(' ')
                        .append(request.headers().all(name))
                        .append('\n');
            }
        }
        for (Cookie cookie : request.cookies()) {
            seen.append("cookie ")
                    .append(cookie.name())
                    .append('=')
                    .append(cookie.value())
                    .append('\n');
        }
        seen.append("type ").append(request.contentType().orElse("none")).append('\n');
        seen.append("body ")
                .append(request.body().length())
                .append(" bytes ")
                .append(sha256(request.body().bytes()));
        return HttpResponse.ok(seen.append('\n').toString());
    }

    private static void appendQuery(Parameters query, StringBuilder seen) {
        Map<String, Object> sorted = new TreeMap<>();
        for (String name : query.names()) {
            sorted.put(name, query.all(name));
        }
        sorted.forEach((name, values) ->
                seen.append("query ").append(name).append(' ').append(values).append('\n'));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
    }

    /** Sends the body back. */
    @HttpTrigger(method = "POST", path = "/mirror")
    public HttpResponse mirror(HttpRequest request, Context context) {
        return HttpResponse.ok()
                .withBody(request.body().bytes(), request.contentType().orElse("application/octet-stream"));
    }

    /** Tells the fields of a form. */
    @HttpTrigger(method = "POST", path = "/form")
    public HttpResponse form(HttpRequest request, Context context) {
        StringBuilder seen = new StringBuilder();
        appendQuery(request.body().form(), seen);
        return HttpResponse.ok(seen.toString());
    }

    /** Tells the parts of a multipart body. */
    @HttpTrigger(method = "POST", path = "/parts")
    public HttpResponse parts(HttpRequest request, Context context) throws Exception {
        StringBuilder seen = new StringBuilder();
        for (Part part : request.body().parts()) {
            seen.append(part.name())
                    .append(' ')
                    .append(part.fileName().orElse("-"))
                    .append(' ');
            seen.append(part.contentType().orElse("-"))
                    .append(' ')
                    .append(part.body().length)
                    .append(' ');
            seen.append(sha256(part.body())).append('\n');
        }
        return HttpResponse.ok(seen.toString());
    }

    /** Sets as many cookies as asked. */
    @HttpTrigger(path = "/cookies/{count}")
    public HttpResponse setCookies(HttpRequest request, Context context) {
        HttpResponse response = HttpResponse.ok("cookies\n");
        for (int i = 0; i < Integer.parseInt(request.pathParameter("count")); i++) {
            response = response.withCookie(SetCookie.of("c" + i, "v" + i).withPath("/"));
        }
        return response;
    }

    /** Answers with a repeated header. */
    @HttpTrigger(path = "/headers")
    public HttpResponse repeatHeader(HttpRequest request, Context context) {
        return HttpResponse.ok("headers\n")
                .addHeader("X-Answer", "a")
                .addHeader("X-Answer", "b")
                .addHeader("ETag", "\"1\"")
                .addHeader("Cache-Control", "no-store");
    }

    /** Answers with a status and nothing else. */
    @HttpTrigger(path = "/status/{code}")
    public HttpResponse status(HttpRequest request, Context context) {
        return HttpResponse.of(Integer.parseInt(request.pathParameter("code")));
    }

    /** Answers with a status and a text. */
    @HttpTrigger(path = "/status/{code}/text")
    public HttpResponse statusText(HttpRequest request, Context context) {
        return HttpResponse.of(Integer.parseInt(request.pathParameter("code"))).withText("text\n");
    }

    /** Answers with every byte there is. */
    @HttpTrigger(path = "/binary")
    public HttpResponse binary(HttpRequest request, Context context) {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return HttpResponse.ok().withBody(bytes, "image/png");
    }

    /** Answers with a text of a given size. */
    @HttpTrigger(path = "/large/{bytes}")
    public HttpResponse large(HttpRequest request, Context context) {
        return HttpResponse.ok("x".repeat(Integer.parseInt(request.pathParameter("bytes"))));
    }

    /** Answers with text beyond ASCII, of another type. */
    @HttpTrigger(path = "/unicode")
    public HttpResponse unicode(HttpRequest request, Context context) {
        return HttpResponse.ok().withText("<p>\u00e9 \u20ac \ud83d\ude00</p>", "text/html; charset=utf-8");
    }

    /** Fails with a secret. */
    @HttpTrigger(path = "/boom")
    public HttpResponse boom(HttpRequest request, Context context) {
        throw new IllegalStateException("secret=abc");
    }

    /** Returns no answer at all. */
    @HttpTrigger(path = "/broken/null")
    @SuppressWarnings("NullAway") // a function without null checking can return null
    public HttpResponse returnNull(HttpRequest request, Context context) {
        return null;
    }

    /** Puts a line break into a header. */
    @HttpTrigger(path = "/broken/header")
    public HttpResponse splitHeader(HttpRequest request, Context context) {
        return HttpResponse.ok().withHeader("X-Answer", "a\r\nSet-Cookie: admin=yes");
    }

    /** Answers with a typed value, though there is no codec. */
    @HttpTrigger(path = "/broken/codec")
    public HttpResponse needCodec(HttpRequest request, Context context) {
        return HttpResponse.json(new Object());
    }

    /** Ends in an Error. */
    @HttpTrigger(path = "/broken/error")
    public HttpResponse throwError(HttpRequest request, Context context) {
        throw new StackOverflowError("secret=abc");
    }

    /** Tells the client what is wrong. */
    @HttpTrigger(path = "/teapot")
    public HttpResponse teapot(HttpRequest request, Context context) {
        throw new HttpException(418, "This is a teapot.");
    }

    /** Sends the client elsewhere. */
    @HttpTrigger(path = "/redirect")
    public HttpResponse redirect(HttpRequest request, Context context) {
        return HttpResponse.seeOther("/echo/1?a=b");
    }

    /** Tells the rest of the path. */
    @HttpTrigger(path = "/files/{path...}")
    public HttpResponse file(HttpRequest request, Context context) {
        return HttpResponse.ok("file " + request.pathParameter("path") + "\n");
    }

    /** Wins over the parameter. */
    @HttpTrigger(path = "/echo/literal")
    public HttpResponse literal(HttpRequest request, Context context) {
        return HttpResponse.ok("literal\n");
    }

    /** The root. */
    @HttpTrigger(path = "/")
    public HttpResponse root(HttpRequest request, Context context) {
        return HttpResponse.ok("root\n");
    }
}
