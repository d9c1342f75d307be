package dev.aloft.benchmarks.google;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The body read as text, by hand. */
public final class GreetTextFunction implements HttpFunction {
    @Override
    public void service(HttpRequest request, HttpResponse response) throws IOException {
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int start = body.indexOf('"', body.indexOf(':')) + 1;
        String name = body.substring(start, body.indexOf('"', start));
        response.setContentType("application/json");
        response.getOutputStream().write(("{\"greeting\":\"Hello, " + name + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}
