package shop.wrong;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import shop.Shipment;

/** Leaves work running: the message counts as handled, but nobody knows whether the carrier will get the parcel. */
public final class ReturnsBeforeTheParcelHasGone implements MessageHandler<Shipment> {
    private final Consumer<Shipment> carrier;
    private final CountDownLatch lorry;

    /** As the right one, with a lorry that takes the parcels. */
    public ReturnsBeforeTheParcelHasGone(Consumer<Shipment> carrier, CountDownLatch lorry) {
        this.carrier = carrier;
        this.lorry = lorry;
    }

    @Override
    public void handle(Message<Shipment> message, Context context) {
        new Thread(() -> load(message.payload())).start();
    }

    private void load(Shipment shipment) {
        try {
            lorry.await();
            carrier.accept(shipment);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
