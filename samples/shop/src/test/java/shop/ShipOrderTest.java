package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.local.LocalContext;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import dev.aloft.local.junit.FunctionsUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@AloftTest
@EveryProfile
class ShipOrderTest {
    private static final Shipment SHIPMENT = new Shipment("o-1", "12 Mill Road");

    /** What the carrier has got. */
    private final List<Shipment> parcels = new CopyOnWriteArrayList<>();

    /** How often the carrier does not answer at first. */
    private final AtomicInteger failures = new AtomicInteger();

    @FunctionsUnderTest
    Functions functions() {
        return Functions.builder()
                .queue("ship-order", "shipments", Shipment.class, handler(this::carry))
                .build();
    }

    MessageHandler<Shipment> handler(Sender<Shipment> carrier) {
        return new ShipOrder(carrier);
    }

    private void carry(Shipment shipment) {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("The carrier does not answer.");
        }
        parcels.add(shipment);
    }

    @Test
    void shipsOnceEvenIfTheQueueDeliversTwice(LocalFunctions shop) {
        Message<Shipment> message = Message.of("m-1", SHIPMENT);

        shop.queue("shipments").send(message);
        shop.queue("shipments").send(message);
        shop.deliverAll();

        assertThat(parcels).containsExactly(SHIPMENT);
        assertThat(shop.queue("shipments").deadLetters()).isEmpty();
    }

    @Test
    void shipsWhatWasAskedForWhenMuchIsAskedForAtOnce(LocalFunctions shop) {
        List<Shipment> shipments = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            shipments.add(new Shipment("o-" + i, i + " Mill Road"));
        }

        shipments.forEach(shop.queue("shipments")::send);
        shop.deliverAll();

        assertThat(parcels).containsExactlyInAnyOrderElementsOf(shipments);
    }

    @Test
    void triesAgainWhenTheCarrierDoesNotAnswer(LocalFunctions shop) {
        failures.set(1);

        shop.queue("shipments").send(SHIPMENT);
        shop.deliverAll();

        assertThat(parcels).containsExactly(SHIPMENT);
        assertThat(shop.outcomes("ship-order").failed()).isEqualTo(1);
    }

    @Test
    void aShipmentWithoutAddressIsADeadLetterAtOnce(LocalFunctions shop) {
        shop.queue("shipments").send("{\"orderId\":\"o-1\"}");

        shop.deliverAll();

        assertThat(parcels).isEmpty();
        assertThat(shop.outcomes("ship-order").rejected()).isEqualTo(1);
        assertThat(shop.queue("shipments").deadLetters())
                .isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.reason()).isEqualTo("The shipment has no address."));
    }

    @Test
    void handlerCanBeCalledDirectly() {
        ShipOrder handler = new ShipOrder(parcels::add);
        LocalContext context = LocalContext.of("ship-order").withAttempt(1);

        handler.handle(Message.of("m-1", SHIPMENT), context);

        assertThat(parcels).containsExactly(SHIPMENT);
        assertThatThrownBy(() -> handler.handle(Message.of("m-2", new Shipment("o-2", " ")), context))
                .isInstanceOf(Rejected.class);
    }
}
