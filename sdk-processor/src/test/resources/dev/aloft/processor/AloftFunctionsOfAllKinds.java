package shop;

import dev.aloft.BatchHandler;
import dev.aloft.BatchResult;
import dev.aloft.Context;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.GenericType;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import java.lang.reflect.Type;
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
    private @Nullable Clicks clicks;

    /** Creates the index; a handler is created when its function is first called. */
    public AloftFunctions() {}

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.event("count-events", ""),
                FunctionDefinition.message("import-orders", MessageBinding.Kind.TOPIC, "imports"),
                FunctionDefinition.message("index-clicks", MessageBinding.Kind.STREAM, "clicks"),
                FunctionDefinition.message("keep", MessageBinding.Kind.QUEUE, "raw.clicks"),
                FunctionDefinition.message("note", MessageBinding.Kind.TOPIC, "news"),
                FunctionDefinition.http("place-order", "/orders", "POST"),
                FunctionDefinition.message("ship-order", MessageBinding.Kind.QUEUE, "orders"),
                FunctionDefinition.event("watch", "com.acme\\shop", "com.acme.order.placed", "com.acme.order.\"paid\""));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception {
        return switch (functionName) {
            case "count-events" -> factory == null ? new CountEvents() : factory.create(CountEvents.class);
            case "import-orders" -> factory == null ? new ImportOrders() : factory.create(ImportOrders.class);
            case "index-clicks" -> new ClicksIndexClicks(clicks(factory));
            case "keep" -> new ClicksKeep(clicks(factory));
            case "note" -> new ClicksNote(clicks(factory));
            case "place-order" -> factory == null ? new PlaceOrder() : factory.create(PlaceOrder.class);
            case "ship-order" -> factory == null ? new ShipOrder() : factory.create(ShipOrder.class);
            case "watch" -> new ClicksWatch(clicks(factory));
            default -> throw new IllegalArgumentException("No function " + functionName);
        };
    }

    @Override
    public Type payloadType(String functionName) {
        return switch (functionName) {
            case "import-orders" -> new GenericType<List<Order>>() {}.type();
            case "index-clicks" -> Click.class;
            case "keep" -> byte[].class;
            case "note" -> String.class;
            case "ship-order" -> Order.class;
            default -> throw new IllegalArgumentException("No payload of function " + functionName);
        };
    }

    private synchronized Clicks clicks(@Nullable HandlerFactory factory) throws Exception {
        if (clicks == null) {
            clicks = factory == null ? new Clicks() : factory.create(Clicks.class);
        }
        return Objects.requireNonNull(clicks, "the factory returned null");
    }

    private static final class ClicksIndexClicks implements BatchHandler<Click> {
        private final Clicks clicks;

        ClicksIndexClicks(Clicks clicks) {
            this.clicks = clicks;
        }

        @Override
        public BatchResult handle(List<Message<Click>> messages, Context context) throws Exception {
            return clicks.indexClicks(messages, context);
        }
    }

    private static final class ClicksKeep implements MessageHandler<byte[]> {
        private final Clicks clicks;

        ClicksKeep(Clicks clicks) {
            this.clicks = clicks;
        }

        @Override
        public void handle(Message<byte[]> message, Context context) throws Exception {
            clicks.keep(message, context);
        }
    }

    private static final class ClicksNote implements MessageHandler<String> {
        private final Clicks clicks;

        ClicksNote(Clicks clicks) {
            this.clicks = clicks;
        }

        @Override
        public void handle(Message<String> message, Context context) throws Exception {
            clicks.note(message, context);
        }
    }

    private static final class ClicksWatch implements EventHandler {
        private final Clicks clicks;

        ClicksWatch(Clicks clicks) {
            this.clicks = clicks;
        }

        @Override
        public void handle(Event event, Context context) throws Exception {
            clicks.watch(event, context);
        }
    }
}
