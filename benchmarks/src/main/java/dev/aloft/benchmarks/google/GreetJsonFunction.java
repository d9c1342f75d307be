package dev.aloft.benchmarks.google;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;

/** The body bound by Jackson. */
public final class GreetJsonFunction implements HttpFunction {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void service(HttpRequest request, HttpResponse response) throws IOException {
        Person person = json.readValue(request.getInputStream(), Person.class);
        response.setContentType("application/json");
        json.writeValue(response.getOutputStream(), new Greeting("Hello, " + person.name()));
    }
}
