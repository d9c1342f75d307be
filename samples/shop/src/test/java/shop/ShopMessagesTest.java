package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.DeadLetter;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import dev.aloft.spi.FunctionDefinition;
import org.junit.jupiter.api.Test;

/** All functions of the shop as the annotations declare them, each instance with handlers of its own. */
@AloftTest
@EveryProfile
class ShopMessagesTest {
    @Test
    void annotationsDeclareThem(LocalFunctions shop) {
        assertThat(shop.definitions())
                .hasSize(18)
                .extracting(FunctionDefinition::name)
                .contains("check-picture", "clean-up", "index-product", "notify-shop", "reserve-stock", "ship-order");
    }

    @Test
    void anAcceptedShipmentLeavesNothingBehind(LocalFunctions shop) {
        shop.queue("shipments").send(new Shipment("o-1", "12 Mill Road"));

        shop.deliverAll();

        assertThat(shop.outcomes("ship-order").handled()).isEqualTo(1);
        assertThat(shop.queue("shipments").waiting()).isZero();
        assertThat(shop.queue("shipments").deadLetters()).isEmpty();
    }

    @Test
    void anOrderOfNothingKnownIsRejectedByTheStock(LocalFunctions shop) {
        shop.topic("orders").publish(new OrderPlaced("o-1", "Ada", "gold", 1));

        shop.deliverAll();

        assertThat(shop.topic("orders").deadLetters())
                .extracting(DeadLetter::function)
                .containsOnly("reserve-stock");
    }
}
