package dev.aloft.testkit.gcp;

import dev.aloft.Context;
import dev.aloft.Cookie;
import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.Part;
import dev.aloft.SetCookie;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions that tell what they saw, or answer and fail in a given way. */
public final class TellingApplication implements FunctionIndex {
    private static final List<String> ALL = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Functions functions = Functions.builder()
            .http("tell", ALL, "/tell/{rest...}", () -> TellingApplication::tell)
            .http("tell-root", "GET", "/", TellingApplication::tell)
            .http("mirror", "POST", "/mirror", TellingApplication::mirror)
            .http("parts", "POST", "/parts", TellingApplication::parts)
            .http("tell-context", "GET", "/context", TellingApplication::context)
            .http("status", "GET", "/status/{code}", TellingApplication::status)
            .http(
                    "status-text",
                    "GET",
                    "/status/{code}/text",
                    (request, context) -> status(request, context).withText("text"))
            .http("large", "GET", "/large/{bytes}", TellingApplication::large)
            .http("cookies", "GET", "/cookies", TellingApplication::cookies)
            .http(
                    "typed",
                    "POST",
                    "/typed",
                    (request, context) -> HttpResponse.ok().withBody(new byte[] {'x'}, request.text()))
            .http("throwing", "GET", "/throwing", TellingApplication::fail)
            .http("returning-null", "GET", "/returning-null", (request, context) -> nothing())
            .http(
                    "bad-header",
                    "GET",
                    "/bad-header",
                    (request, context) -> HttpResponse.ok().withHeader("x-a", "1\r\nset-cookie: forged=1"))
            .http("static-error", List.of("GET"), "/static-error", StaticError::new)
            .http("constructor-error", List.of("GET"), "/constructor-error", ConstructorError::new)
            .build();

    @Override
    public List<FunctionDefinition> functions() {
        return functions.functions();
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return functions.handler(functionName, factory);
    }

    private static HttpResponse tell(HttpRequest request, Context context) {
        StringBuilder seen = new StringBuilder();
        seen.append(request.method()).append(' ').append(request.path());
        seen.append(" ?").append(request.rawQuery()).append('\n');
        seen.append("rest ").append(request.pathParameters().get("rest")).append('\n');
        for (int line = 0; line < request.headers().size(); line++) {
            if (request.headers().name(line).startsWith("x-")) {
                seen.append(request.headers().name(line)).append(": ");
                seen.append(request.headers().value(line)).append('\n');
            }
        }
        for (Cookie cookie : request.cookies()) {
            seen.append("cookie ")
                    .append(cookie.name())
                    .append('=')
                    .append(cookie.value())
                    .append('\n');
        }
        seen.append("from ").append(request.clientAddress().orElse("?")).append('\n');
        seen.append("body ")
                .append(HexFormat.of().formatHex(request.body().bytes()))
                .append('\n');
        return HttpResponse.ok(seen.toString());
    }

    private static HttpResponse mirror(HttpRequest request, Context context) {
        return HttpResponse.ok()
                .withBody(request.body().bytes(), request.contentType().orElse("application/octet-stream"));
    }

    private static HttpResponse parts(HttpRequest request, Context context) {
        StringBuilder seen = new StringBuilder();
        for (Part part : request.body().parts()) {
            seen.append(part.name()).append('|').append(part.fileName().orElse("-"));
            seen.append('|').append(part.contentType().orElse("-"));
            seen.append('|').append(part.headers().all("x-part"));
            seen.append('|').append(HexFormat.of().formatHex(part.body())).append('\n');
        }
        return HttpResponse.ok(seen.toString());
    }

    private static HttpResponse context(HttpRequest request, Context context) {
        Map<String, Object> told = new java.util.LinkedHashMap<>();
        told.put("provider", context.provider());
        told.put("function", context.functionName());
        told.put("id", context.invocationId());
        told.put(
                "trace",
                context.traceContext().map(trace -> trace.traceparent()).orElse("-"));
        told.put("remaining", context.remaining().isPresent());
        told.put("memory", context.memoryLimit().isPresent());
        told.put(
                "native",
                context.nativeContext(com.google.cloud.functions.HttpRequest.class)
                        .map(com.google.cloud.functions.HttpRequest::getMethod)
                        .orElse("-"));
        return HttpResponse.ok(told.toString());
    }

    private static HttpResponse status(HttpRequest request, Context context) {
        return HttpResponse.of(Integer.parseInt(request.pathParameter("code"))).withHeader("x-a", "1");
    }

    private static HttpResponse large(HttpRequest request, Context context) {
        return HttpResponse.ok()
                .withBody(new byte[Integer.parseInt(request.pathParameter("bytes"))], "application/octet-stream");
    }

    private static HttpResponse cookies(HttpRequest request, Context context) {
        return HttpResponse.ok()
                .withCookie(SetCookie.of("a", "1"))
                .withCookie(SetCookie.of("b", "2"))
                .addHeader("x-a", "1")
                .addHeader("x-a", "2");
    }

    private static HttpResponse fail(HttpRequest request, Context context) {
        throw new IllegalStateException("secret=abc\n\tforged");
    }

    @SuppressWarnings("NullAway") // what a careless author writes
    private static HttpResponse nothing() {
        return null;
    }

    /** Cannot be initialised. */
    static final class StaticError implements HttpHandler {
        private static final int NEVER = Integer.parseInt("secret=abc");

        @Override
        public HttpResponse handle(HttpRequest request, Context context) {
            return HttpResponse.of(NEVER);
        }
    }

    /** Cannot be constructed. */
    static final class ConstructorError implements HttpHandler {
        ConstructorError() {
            throw new UnsupportedOperationException("secret=abc");
        }

        @Override
        public HttpResponse handle(HttpRequest request, Context context) {
            return HttpResponse.ok();
        }
    }
}
