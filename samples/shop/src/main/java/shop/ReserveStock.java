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

/** Takes what was ordered out of the stock and asks for its shipment, once for each message. */
@TopicTrigger("orders")
public final class ReserveStock implements MessageHandler<OrderPlaced> {
    private final Map<String, Integer> stock;
    private final Sender<Shipment> shipments;
    private final Set<String> done = new HashSet<>();

    /** Begins with full shelves. */
    public ReserveStock() {
        this(new HashMap<>(Map.of("tea", 100, "milk", 20, "cake", 5)), new Sender.Unconnected<>());
    }

    /**
     * @param stock how many there are of each item
     * @param shipments the queue {@code shipments}
     */
    ReserveStock(Map<String, Integer> stock, Sender<Shipment> shipments) {
        this.stock = stock;
        this.shipments = shipments;
    }

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
        shipments.send(new Shipment(order.orderId(), order.customer())); // first: if it fails, all of this comes again
        stock.put(order.item(), left - order.quantity());
        done.add(message.id());
    }
}
