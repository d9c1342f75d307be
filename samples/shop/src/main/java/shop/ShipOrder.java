package shop;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.QueueTrigger;
import dev.aloft.Rejected;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hands a parcel to the carrier. In a cloud every instance has its own list, so a real shop keeps the orders in a database. */
@QueueTrigger("shipments")
public final class ShipOrder implements MessageHandler<Shipment> {
    private final Map<String, Shipment> shipped = new ConcurrentHashMap<>();
    private final Sender<Shipment> carrier;

    /** Begins with nothing shipped. */
    public ShipOrder() {
        this(new Sender.Unconnected<>());
    }

    ShipOrder(Sender<Shipment> carrier) {
        this.carrier = carrier;
    }

    @Override
    public void handle(Message<Shipment> message, Context context) {
        Shipment shipment = message.payload();
        if (shipment.address() == null || shipment.address().isBlank()) {
            throw new Rejected("The shipment has no address.");
        }
        shipped.computeIfAbsent(shipment.orderId(), order -> handOver(shipment));
    }

    private Shipment handOver(Shipment shipment) {
        carrier.send(shipment);
        return shipment;
    }
}
