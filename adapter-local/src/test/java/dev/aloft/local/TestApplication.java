package dev.aloft.local;

import dev.aloft.Context;
import dev.aloft.Cookie;
import dev.aloft.Functions;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.Part;
import dev.aloft.SetCookie;
import java.util.List;

/** Functions that tell what they got; also what the child processes of tests serve. */
public final class TestApplication extends RegistryIndex {
    private static final List<String> ANY = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Functions functions = Functions.builder()
            .http("root", "GET", "/", (request, context) -> HttpResponse.ok("root"))
            .http("tell", ANY, "/tell/{rest...}", () -> TestApplication::tell)
            .http("mirror", ANY, "/mirror", () -> TestApplication::mirror)
            .http("parts", List.of("POST"), "/parts", () -> TestApplication::parts)
            .http("status", "GET", "/status/{code}", TestApplication::status)
            .http("large", "GET", "/large/{size}", TestApplication::large)
            .http(
                    "cookies",
                    "GET",
                    "/cookies",
                    (request, context) -> HttpResponse.noContent()
                            .withCookie(SetCookie.of("a", "1"))
                            .withCookie(SetCookie.of("b", "2"))
                            .addHeader("X-Tag", "a")
                            .addHeader("X-Tag", "b"))
            .http(
                    "typed",
                    "POST",
                    "/typed",
                    (request, context) -> HttpResponse.json(request.bodyAs(String.class) + "!"))
            .http("boom", "GET", "/boom", (request, context) -> {
                throw new IllegalStateException("secret=abc\n2026 ERROR forged");
            })
            .http("context", "GET", "/context", TestApplication::context)
            .build();

    @Override
    Functions registry() {
        return functions;
    }

    private static HttpResponse tell(HttpRequest request, Context context) {
        StringBuilder told =
                new StringBuilder(request.method() + " " + request.path() + " ?" + request.rawQuery() + "\n");
        Headers headers = request.headers();
        for (int line = 0; line < headers.size(); line++) {
            told.append(headers.name(line))
                    .append(": ")
                    .append(headers.value(line))
                    .append('\n');
        }
        for (Cookie cookie : request.cookies()) {
            told.append("cookie ")
                    .append(cookie.name())
                    .append('=')
                    .append(cookie.value())
                    .append('\n');
        }
        told.append("rest=").append(request.pathParameter("rest")).append('\n');
        return HttpResponse.ok(
                told.append(request.body().length()).append(" bytes").toString());
    }

    private static HttpResponse mirror(HttpRequest request, Context context) {
        return HttpResponse.ok()
                .withBody(request.body().bytes(), request.contentType().orElse("application/octet-stream"));
    }

    private static HttpResponse parts(HttpRequest request, Context context) {
        StringBuilder told = new StringBuilder();
        for (Part part : request.body().parts()) {
            told.append(part.name())
                    .append(' ')
                    .append(part.fileName().orElse("-"))
                    .append(' ');
            told.append(part.contentType().orElse("-"))
                    .append(' ')
                    .append(part.text())
                    .append('\n');
        }
        return HttpResponse.ok(told.toString());
    }

    private static HttpResponse status(HttpRequest request, Context context) {
        return HttpResponse.of(Integer.parseInt(request.pathParameter("code"))).withText("text");
    }

    private static HttpResponse large(HttpRequest request, Context context) {
        return HttpResponse.ok("x".repeat(Integer.parseInt(request.pathParameter("size"))));
    }

    private static HttpResponse context(HttpRequest request, Context context) {
        return HttpResponse.ok(context.functionName() + " " + context.provider() + " "
                + context.settings().find("COLOUR").orElse("-") + " " + context.deadline() + " "
                + context.memoryLimit().isPresent() + " " + context.attempt() + " "
                + context.nativeEvent().isPresent() + " "
                + context.nativeContext(Object.class).isPresent() + " "
                + (request.clientAddress().orElse("-")) + " "
                + context.coldStart());
    }
}
