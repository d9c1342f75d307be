package shop;

import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;
import dev.aloft.PercentEncoding;

/** Greets the customer whom the cookie names. */
@HttpTrigger(path = "/")
public final class Welcome implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request, Context context) {
        String customer =
                request.cookie("customer").map(PercentEncoding::decodeSegment).orElse("stranger");
        return HttpResponse.ok("Welcome to the shop, " + customer + "!\n");
    }
}
