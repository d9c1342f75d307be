package shop;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.TopicTrigger;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Takes what was ordered out of the stock, once for each message. */
@TopicTrigger("orders")
public final class ReserveStock implements MessageHandler<OrderPlaced> {
    private final Map<String, Integer> stock = new HashMap<>(Map.of("tea", 100, "milk", 20, "cake", 5));
    private final Set<String> done = new HashSet<>();

    /** Rejects what the shop never had; asks for later if there is not enough today. */
    @Override
    public synchronized void handle(Message<OrderPlaced> message, Context context) {
        OrderPlaced order = message.payload();
        Integer left = stock.get(order.item());
        if (left == null) {
            throw new Rejected("The shop has no such item.");
        }
        if (done.contains(message.id())) {
            return;
        }
        if (left < order.quantity()) {
            throw new RetryLater(Duration.ofHours(1), "The shelf is refilled within the hour.");
        }
        stock.put(order.item(), left - order.quantity());
        done.add(message.id());
    }

    /** The lorry has come. */
    synchronized void refill(String item, int quantity) {
        stock.merge(item, quantity, Integer::sum);
    }

    synchronized int left(String item) {
        return stock.getOrDefault(item, 0);
    }
}
