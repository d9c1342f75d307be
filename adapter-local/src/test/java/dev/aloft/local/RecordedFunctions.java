package dev.aloft.local;

import dev.aloft.BatchResult;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import dev.aloft.spi.MessageBinding;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A function of each kind, which tells what it got; also what the child processes of tests replay. */
public final class RecordedFunctions extends RegistryIndex {
    final Queue<Object> got = new ConcurrentLinkedQueue<>();

    private final Functions functions = Functions.builder()
            .http("place-order", "POST", "/orders/{customer}", (request, context) -> {
                got.add(request.text());
                if (request.query("fail").isPresent()) {
                    throw new IllegalStateException("no stock");
                }
                return HttpResponse.created("/orders/" + request.pathParameter("customer"));
            })
            .queue("ship-order", "orders", String.class, (message, context) -> {
                got.add(message);
                if (message.payload().contains("poison")) {
                    throw new Rejected("a poison order");
                }
                if (message.payload().contains("later")) {
                    throw new IllegalStateException("out of stock");
                }
            })
            .batch(
                    "count",
                    new MessageBinding(MessageBinding.Kind.STREAM, "numbers"),
                    String.class,
                    (messages, context) -> {
                        got.addAll(messages);
                        BatchResult.Builder result = BatchResult.builder();
                        messages.stream()
                                .filter(message -> message.payload().equals("7"))
                                .forEach(message -> result.failed(message, "seven"));
                        return result.build();
                    })
            .storage("look-at", "uploads", List.of(StorageEvent.Kind.values()), (event, context) -> got.add(event))
            .schedule("clean-up", "0 3 * * *", (event, context) -> got.add(event))
            .change("index", "products", Document.class, (change, context) -> got.add(change))
            .event("hear", List.of("dev.aloft.test"), (event, context) -> got.add(event))
            .build();

    @Override
    Functions registry() {
        return functions;
    }
}
