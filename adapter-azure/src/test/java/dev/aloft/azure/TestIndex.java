package dev.aloft.azure;

import dev.aloft.Body;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.SetCookie;
import dev.aloft.StorageEvent;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;

/** The application that the tests run; the index file among the test resources names it. */
public final class TestIndex implements FunctionIndex {
    private final Functions functions = Functions.builder()
            .http("get-order", "GET", "/orders/{id}", (request, context) -> text(request, "id"))
            .http("latest-order", "GET", "/orders/latest", (request, context) -> HttpResponse.ok("the latest"))
            .http(
                    "echo",
                    "POST",
                    "/echo",
                    (request, context) -> HttpResponse.of(200)
                            .withBody(
                                    request.body().bytes(),
                                    request.contentType().orElse("application/octet-stream")))
            .http(
                    "cookies",
                    "GET",
                    "/cookies",
                    (request, context) -> HttpResponse.noContent()
                            .withCookie(SetCookie.of("a", "1"))
                            .withCookie(SetCookie.of("b", "2")))
            .http(
                    "context",
                    "GET",
                    "/context",
                    (request, context) -> HttpResponse.ok(
                            context.provider() + " " + context.functionName() + " " + context.invocationId()))
            .http("broken", "GET", "/broken", (request, context) -> {
                throw new StackOverflowError("secret");
            })
            .queue("on-queue", "orders", Body.class, (message, context) -> Deliveries.handle(message))
            .topic("on-topic", "news", Body.class, (message, context) -> Deliveries.handle(message))
            .stream("on-stream", "clicks", Body.class, (message, context) -> Deliveries.handle(message))
            .event("on-event", List.of(), (event, context) -> Deliveries.handle(event))
            .storage(
                    "on-storage",
                    "uploads",
                    List.of(StorageEvent.Kind.values()),
                    (event, context) -> Deliveries.handle(event))
            .storage(
                    "on-created",
                    "uploads",
                    List.of(StorageEvent.Kind.CREATED),
                    (event, context) -> Deliveries.handle(event))
            .schedule("on-timer", "30 3 * * *", (event, context) -> Deliveries.handle(event))
            .change("on-change", "products", Document.class, (change, context) -> Deliveries.handle(change))
            .build();

    private static HttpResponse text(HttpRequest request, String parameter) {
        return HttpResponse.ok(parameter + "=" + request.pathParameter(parameter));
    }

    @Override
    public List<FunctionDefinition> functions() {
        return functions.functions();
    }

    @Override
    public Type payloadType(String functionName) {
        return functions.payloadType(functionName);
    }

    @Override
    public Object handler(String functionName, HandlerFactory factory) {
        return functions.handler(functionName, factory);
    }
}
