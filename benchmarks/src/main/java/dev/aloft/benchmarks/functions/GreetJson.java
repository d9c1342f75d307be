package dev.aloft.benchmarks.functions;

import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;

/** The body bound to a record by the Jackson codec. */
@HttpTrigger(method = "POST", path = "/json/greet")
public final class GreetJson implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request, Context context) {
        return HttpResponse.json(
                new Greeting("Hello, " + request.bodyAs(Person.class).name()));
    }
}
