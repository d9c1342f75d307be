package dev.aloft.testkit.aws;

import dev.aloft.AloftException;
import dev.aloft.BatchResult;
import dev.aloft.Functions;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that print what they got, for a runtime in a process of its own. */
public final class OrderApplication implements FunctionIndex {
    /** What the functions ask for. */
    public record Order(@Nullable String id, int qty) {}

    private final Functions functions = Functions.builder()
            .queue("ship-order", "orders", Order.class, (message, context) -> ship(message.payload()))
            .batch(
                    "ship-orders",
                    new MessageBinding(MessageBinding.Kind.QUEUE, "orders"),
                    Order.class,
                    (batch, context) -> {
                        System.out.println("batch of " + batch.size());
                        batch.forEach(message -> ship(message.payload()));
                        return BatchResult.allHandled();
                    })
            .http("place-order", "POST", "/orders", OrderApplication::place)
            .http("mirror", "POST", "/mirror", OrderApplication::mirror)
            .event(
                    "any-event",
                    List.of(),
                    (event, context) ->
                            System.out.println("event " + event.data().text()))
            .build();

    private static void ship(Order order) {
        System.out.println("got " + order);
        if (order.qty() == 13) {
            throw new IllegalStateException("out of stock");
        }
    }

    private static HttpResponse place(HttpRequest request, dev.aloft.Context context) {
        return HttpResponse.ok(request.bodyAs(Order.class).toString());
    }

    private static HttpResponse mirror(HttpRequest request, dev.aloft.Context context) {
        return HttpResponse.ok()
                .withBody(request.body().bytes(), "image/png")
                .addHeader("set-cookie", "a=1")
                .addHeader("set-cookie", "b=2");
    }

    @Override
    public List<FunctionDefinition> functions() {
        return functions.functions();
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return functions.handler(functionName, factory);
    }

    @Override
    public Type payloadType(String functionName) {
        return functions.payloadType(functionName);
    }

    /** Reads orders and nothing else. */
    public static final class OrderCodec implements PayloadCodec {
        @Override
        public String contentType() {
            return "application/json";
        }

        @Override
        public Object read(byte[] payload, Type type) {
            String id = null;
            int qty = 0;
            boolean matched = false;
            JsonReader json = new JsonReader(payload);
            json.beginObject();
            while (json.hasNext()) {
                String name = json.name();
                matched |= name.equals("id") || name.equals("qty");
                switch (name) {
                    case "id" -> id = json.string();
                    case "qty" -> qty = (int) json.int64();
                    default -> json.skip();
                }
            }
            json.endObject();
            if (!matched) {
                throw new AloftException(
                        AloftException.Kind.PAYLOAD, "ALOFT-303", "No property of Order is in the body.");
            }
            return new Order(id, qty);
        }

        @Override
        public byte[] write(Object value) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
