package dev.aloft.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Plain HTTP of the JDK's server, there and back. */
final class LocalHttpMapper implements HttpHandler {
    private final FunctionRuntime runtime;
    private final PrintStream console;

    LocalHttpMapper(FunctionRuntime runtime, PrintStream console) {
        this.runtime = runtime;
        this.console = console;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            long start = System.nanoTime();
            LocalInvocation invocation = new LocalInvocation(System.err);
            HttpResponse response = answer(exchange, invocation);
            write(exchange, response);
            long millis = (System.nanoTime() - start) / 1_000_000;
            console.println(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath() + " "
                    + response.status() + " " + millis + " ms");
        }
    }

    private HttpResponse answer(HttpExchange exchange, LocalInvocation invocation) throws IOException {
        try {
            return runtime.http(read(exchange), invocation);
        } catch (AloftException refused) {
            return runtime.unreadable(refused, invocation);
        }
    }

    private static HttpRequest read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        HttpRequest.Builder request = HttpRequest.builder(exchange.getRequestMethod(), uri.getRawPath());
        if (uri.getRawQuery() != null) {
            request.query(uri.getRawQuery());
        }
        for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
            for (String value : header.getValue()) {
                request.header(header.getKey(), value);
            }
        }
        request.clientAddress(exchange.getRemoteAddress().getAddress().getHostAddress());
        return request.body(body(exchange.getRequestBody())).build();
    }

    private static byte[] body(InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(ServerLimits.MAX_BODY + 1);
        if (bytes.length > ServerLimits.MAX_BODY) {
            throw new AloftException(
                    Kind.PAYLOAD, "ALOFT-310", "The body is larger than " + ServerLimits.MAX_BODY + " bytes.");
        }
        return bytes;
    }

    private static void write(HttpExchange exchange, HttpResponse response) throws IOException {
        Headers headers = response.headers();
        for (int line = 0; line < headers.size(); line++) {
            exchange.getResponseHeaders().add(headers.name(line), headers.value(line));
        }
        byte[] body = response.body().bytes();
        exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
