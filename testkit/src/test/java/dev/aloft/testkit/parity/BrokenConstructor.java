package dev.aloft.testkit.parity;

import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;

/** A handler that cannot be constructed. */
@HttpTrigger(path = "/broken/constructor")
public final class BrokenConstructor implements HttpHandler {
    /** Fails with a secret. */
    public BrokenConstructor() {
        throw new IllegalStateException("secret=abc");
    }

    @Override
    public HttpResponse handle(HttpRequest request, Context context) {
        return HttpResponse.ok();
    }
}
