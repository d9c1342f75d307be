package com.example;

import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;

@HttpTrigger(path = "/hello/{name}")
public final class Hello implements HttpHandler {
    @Override
    public HttpResponse handle(HttpRequest request, Context context) {
        return HttpResponse.ok("Hello, " + request.pathParameter("name") + "!\n");
    }
}
