package dev.aloft.processor;

import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;

/** An application with functions of every kind. */
final class MessageSources {
    static final String ORDER = shop("public record Order(String id, int quantity) {}");

    static final String CLICK = shop("public record Click(String page) {}");

    static final String SHIP_ORDER = shop("""
            @QueueTrigger("orders")
            public final class ShipOrder implements MessageHandler<Order> {
                @Override
                public void handle(Message<Order> message, Context context) {
                    message.payload().id();
                }
            }
            """);

    /** The handler interface and its payload come from a superclass. */
    static final String BASE = shop("""
            public abstract class Base<A, T> implements BatchHandler<java.util.List<T>> {
                protected final java.util.List<T> all = new java.util.ArrayList<>();

                @Override
                public BatchResult handle(java.util.List<Message<java.util.List<T>>> messages, Context context) {
                    messages.forEach(message -> all.addAll(message.payload()));
                    return BatchResult.allHandled();
                }
            }
            """);

    static final String IMPORT_ORDERS =
            shop("@TopicTrigger(\"imports\") public final class ImportOrders extends Base<String, Order> {}");

    static final String COUNT_EVENTS = shop("""
            @EventTrigger
            public final class CountEvents implements EventHandler {
                @Override
                public void handle(Event event, Context context) {}
            }
            """);

    static final String CLICKS = shop("""
            public final class Clicks {
                @StreamTrigger("clicks")
                public BatchResult indexClicks(java.util.List<Message<Click>> messages, Context context) {
                    return BatchResult.allHandled();
                }

                @QueueTrigger("raw.clicks")
                public void keep(Message<byte[]> message, Context context) throws java.io.IOException {}

                @TopicTrigger("news")
                public void note(Message<String> message, Context context) {}

                @EventTrigger(type = {"com.acme.order.placed", "com.acme.order.\\"paid\\""}, source = "com.acme\\\\shop")
                public void watch(Event event, Context context) {}
            }
            """);

    private MessageSources() {}

    static String[] all() {
        return new String[] {
            ORDER,
            CLICK,
            SHIP_ORDER,
            BASE,
            IMPORT_ORDERS,
            COUNT_EVENTS,
            CLICKS,
            handler("PlaceOrder", "POST", "/orders")
        };
    }

    /** A class with one annotated method. */
    static String method(String trigger, String method) {
        return shop("public class Orders { " + trigger + " " + method + " }");
    }

    /** A class that handles messages one by one. */
    static String messageHandler(String trigger, String simpleName, String payload) {
        return shop(trigger + "\npublic class " + simpleName + " implements MessageHandler<" + payload + "> {\n"
                + "    public void handle(Message<" + payload + "> message, Context context) {}\n}\n");
    }
}
