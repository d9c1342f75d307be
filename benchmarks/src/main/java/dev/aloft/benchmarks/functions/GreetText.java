package dev.aloft.benchmarks.functions;

import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;

/** The body read as text, by hand. */
@HttpTrigger(method = "POST", path = "/text/greet")
public final class GreetText implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request, Context context) {
        String body = request.text();
        int start = body.indexOf('"', body.indexOf(':')) + 1;
        String name = body.substring(start, body.indexOf('"', start));
        return HttpResponse.ok().withText("{\"greeting\":\"Hello, " + name + "\"}", "application/json");
    }
}
