package shop.wrong;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import shop.Shipment;

/** Not thread-safe: invocations of one instance share its fields. */
public final class KeepsTheShipmentInAField implements MessageHandler<Shipment> {
    private final Set<String> shipped = ConcurrentHashMap.newKeySet();
    private final Consumer<Shipment> carrier;
    private Shipment current;

    /** As the right one. */
    public KeepsTheShipmentInAField(Consumer<Shipment> carrier) {
        this.carrier = carrier;
    }

    @Override
    public void handle(Message<Shipment> message, Context context) {
        current = message.payload();
        printLabel();
        if (shipped.add(current.orderId())) {
            carrier.accept(current);
        }
    }

    /** As any call of something else, it takes a moment. */
    private static void printLabel() {
        LockSupport.parkNanos(100_000);
    }
}
