package shop;

import dev.aloft.AloftException;
import dev.aloft.Context;
import dev.aloft.HttpHandler;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The functions of this application, as Aloft's annotation processor found them.
 *
 * <p>A change to this file is lost at the next compilation.
 */
@Generated("dev.aloft.processor")
public final class AloftFunctions implements FunctionIndex {
    private @Nullable Orders orders;

    /** Creates the index; a handler is created when its function is first called. */
    public AloftFunctions() {}

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.http("find", "/orders/{id}", "GET", "HEAD"),
                FunctionDefinition.http("list-orders", "/orders", "GET"),
                FunctionDefinition.http("place-order", "/orders", "POST"));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception {
        return switch (functionName) {
            case "find" -> new OrdersGetOrder(orders(factory));
            case "list-orders" -> new OrdersListOrders(orders(factory));
            case "place-order" -> required(factory, "shop.PlaceOrder").create(PlaceOrder.class);
            default -> throw new IllegalArgumentException("No function " + functionName);
        };
    }

    private synchronized Orders orders(@Nullable HandlerFactory factory) throws Exception {
        if (orders == null) {
            orders = required(factory, "shop.Orders").create(Orders.class);
        }
        return Objects.requireNonNull(orders, "the factory returned null");
    }

    private static HandlerFactory required(@Nullable HandlerFactory factory, String className) {
        if (factory == null) {
            throw new AloftException(
                    AloftException.Kind.CONFIGURATION,
                    "ALOFT-112",
                    "The class " + className + " has no public constructor without parameters, and there is no"
                            + " handler factory to create it. Set ALOFT_HANDLER_FACTORY to a class that"
                            + " implements dev.aloft.spi.HandlerFactory.");
        }
        return factory;
    }

    private static final class OrdersGetOrder implements HttpHandler {
        private final Orders orders;

        OrdersGetOrder(Orders orders) {
            this.orders = orders;
        }

        @Override
        public HttpResponse handle(HttpRequest request, Context context) throws Exception {
            return orders.getOrder(request, context);
        }
    }

    private static final class OrdersListOrders implements HttpHandler {
        private final Orders orders;

        OrdersListOrders(Orders orders) {
            this.orders = orders;
        }

        @Override
        public HttpResponse handle(HttpRequest request, Context context) throws Exception {
            return orders.listOrders(request, context);
        }
    }
}
