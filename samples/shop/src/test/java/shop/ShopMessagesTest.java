package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.DeadLetter;
import dev.aloft.local.LocalFunctions;
import dev.aloft.spi.FunctionDefinition;
import org.junit.jupiter.api.Test;

/** The functions for messages as the annotations declare them. */
class ShopMessagesTest {
    private final LocalFunctions shop = LocalFunctions.start();

    @Test
    void annotationsDeclareThem() {
        assertThat(shop.definitions())
                .hasSize(18)
                .extracting(FunctionDefinition::name)
                .contains("check-picture", "clean-up", "index-product", "notify-shop", "reserve-stock", "ship-order");
    }

    @Test
    void anAcceptedShipmentLeavesNothingBehind() {
        shop.queue("shipments").send(new Shipment("o-1", "12 Mill Road"));

        shop.deliverAll();

        assertThat(shop.queue("shipments").waiting()).isZero();
        assertThat(shop.queue("shipments").deadLetters()).isEmpty();
    }

    @Test
    void anOrderOfNothingKnownIsRejectedByTheStock() {
        shop.topic("orders").publish(new OrderPlaced("o-1", "Ada", "gold", 1));

        shop.deliverAll();

        assertThat(shop.topic("orders").deadLetters())
                .extracting(DeadLetter::function)
                .containsExactly("reserve-stock");
    }
}
