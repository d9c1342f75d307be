package dev.aloft.testkit.parity;

import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;

/** A handler whose class cannot be initialised: the first call ends in an Error, each later one in another. */
@HttpTrigger(path = "/broken/initialiser")
public final class BrokenInitialiser implements HttpHandler {
    private static final String SECRET = load();

    private static String load() {
        throw new IllegalStateException("secret=abc");
    }

    @Override
    public HttpResponse handle(HttpRequest request, Context context) {
        return HttpResponse.ok(SECRET);
    }
}
