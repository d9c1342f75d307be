package shop.wrong;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import java.util.Map;
import java.util.function.Consumer;
import shop.OrderPlaced;
import shop.Shipment;

/** Not idempotent: what is delivered twice is taken out of the stock twice. */
public final class ReservesAtEachDelivery implements MessageHandler<OrderPlaced> {
    private final Map<String, Integer> stock;
    private final Consumer<Shipment> shipments;

    /** As the right one. */
    public ReservesAtEachDelivery(Map<String, Integer> stock, Consumer<Shipment> shipments) {
        this.stock = stock;
        this.shipments = shipments;
    }

    @Override
    public synchronized void handle(Message<OrderPlaced> message, Context context) {
        OrderPlaced order = message.payload();
        shipments.accept(new Shipment(order.orderId(), order.customer()));
        stock.merge(order.item(), -order.quantity(), Integer::sum);
    }
}
