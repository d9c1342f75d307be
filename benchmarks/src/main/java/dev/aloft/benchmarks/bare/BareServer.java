package dev.aloft.benchmarks.bare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The JDK's own server with one handler, the body read as text, by hand. */
public final class BareServer implements HttpHandler {
    private BareServer() {}

    /** Serves until the process is stopped. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", new BareServer());
        server.start();
        System.out.println(
                "Listening at http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int start = body.indexOf('"', body.indexOf(':')) + 1;
        String name = body.substring(start, body.indexOf('"', start));
        byte[] answer = ("{\"greeting\":\"Hello, " + name + "\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
