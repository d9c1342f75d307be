package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.Rejected;
import dev.aloft.local.LocalContext;
import dev.aloft.local.LocalFunctions;
import org.junit.jupiter.api.Test;

class ShipOrderTest {
    private static final Shipment SHIPMENT = new Shipment("o-1", "12 Mill Road");

    private final ShipOrder handler = new ShipOrder();
    private final LocalFunctions shop = LocalFunctions.of(Functions.builder()
            .queue("ship-order", "shipments", Shipment.class, handler)
            .build());

    @Test
    void shipsOnceEvenIfTheQueueDeliversTwice() {
        Message<Shipment> message = Message.of("m-1", SHIPMENT);

        shop.queue("shipments").send(message);
        shop.queue("shipments").send(message);
        shop.deliverAll();

        assertThat(handler.shipped()).containsExactly(SHIPMENT);
        assertThat(shop.queue("shipments").deadLetters()).isEmpty();
    }

    @Test
    void aShipmentWithoutAddressIsADeadLetterAtOnce() {
        shop.queue("shipments").send("{\"orderId\":\"o-1\"}");

        shop.deliverAll();

        assertThat(handler.shipped()).isEmpty();
        assertThat(shop.queue("shipments").deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.reason()).isEqualTo("The shipment has no address.");
        });
    }

    @Test
    void handlerCanBeCalledDirectly() {
        LocalContext context = LocalContext.of("ship-order").withAttempt(1);

        handler.handle(Message.of("m-1", SHIPMENT), context);

        assertThat(handler.shipped()).containsExactly(SHIPMENT);
        assertThatThrownBy(() -> handler.handle(Message.of("m-2", new Shipment("o-2", " ")), context))
                .isInstanceOf(Rejected.class);
    }
}
