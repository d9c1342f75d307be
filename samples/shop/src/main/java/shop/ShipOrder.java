package shop;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.QueueTrigger;
import dev.aloft.Rejected;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hands a parcel to the carrier. In a cloud every instance has its own list, so a real shop keeps the ids in a database. */
@QueueTrigger("shipments")
public final class ShipOrder implements MessageHandler<Shipment> {
    private final Map<String, Shipment> shipped = new ConcurrentHashMap<>();

    @Override
    public void handle(Message<Shipment> message, Context context) {
        Shipment shipment = message.payload();
        if (shipment.address() == null || shipment.address().isBlank()) {
            throw new Rejected("The shipment has no address.");
        }
        shipped.putIfAbsent(message.id(), shipment);
    }

    Collection<Shipment> shipped() {
        return shipped.values();
    }
}
