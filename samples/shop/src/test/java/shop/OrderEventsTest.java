package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.local.DeadLetter;
import dev.aloft.local.LocalFunctions;
import org.junit.jupiter.api.Test;

/** One topic, three functions: each gets its copy of every order. */
class OrderEventsTest {
    private static final OrderPlaced TEA = new OrderPlaced("o-1", "Ada", "tea", 2);

    private final SendConfirmation confirmation = new SendConfirmation();
    private final ReserveStock stock = new ReserveStock();
    private final NotifyShop screen = new NotifyShop();
    private final LocalFunctions shop = LocalFunctions.of(Functions.builder()
            .topic("send-confirmation", "orders", OrderPlaced.class, confirmation)
            .topic("reserve-stock", "orders", OrderPlaced.class, stock)
            .topic("notify-shop", "orders", OrderPlaced.class, screen)
            .build());

    @Test
    void oneOrderReachesAllThree() {
        shop.topic("orders").publish(TEA);

        shop.deliverAll();

        assertThat(confirmation.mails()).containsExactly("Dear Ada, we have your order o-1: 2 x tea.");
        assertThat(stock.left("tea")).isEqualTo(98);
        assertThat(screen.line("o-1")).contains("2 x tea for Ada");
    }

    @Test
    void theSameMessageTwiceChangesNothingMore() {
        Message<OrderPlaced> message = Message.of("m-1", TEA);

        shop.topic("orders").publish(message);
        shop.topic("orders").publish(message);
        shop.deliverAll();

        assertThat(confirmation.mails()).hasSize(1);
        assertThat(stock.left("tea")).isEqualTo(98);
    }

    @Test
    void anUnknownItemIsRejectedByTheStockAlone() {
        shop.topic("orders").publish(new OrderPlaced("o-1", "Ada", "gold", 1));

        shop.deliverAll();

        assertThat(confirmation.mails()).hasSize(1);
        assertThat(shop.topic("orders").deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.function()).isEqualTo("reserve-stock");
            assertThat(letter.attempts()).isEqualTo(1);
            assertThat(letter.reason()).isEqualTo("The shop has no such item.");
        });
    }

    @Test
    void whatIsSoldOutWaitsForTheLorry() {
        LocalFunctions withLorry = LocalFunctions.of(Functions.builder()
                .topic("reserve-stock", "orders", OrderPlaced.class, (message, context) -> {
                    if (message.attempt().orElseThrow() == 2) {
                        stock.refill("cake", 10);
                    }
                    stock.handle(message, context);
                })
                .build());

        withLorry.topic("orders").publish(new OrderPlaced("o-1", "Ada", "cake", 6));
        withLorry.deliverAll();

        assertThat(stock.left("cake")).isEqualTo(9);
        assertThat(withLorry.topic("orders").deadLetters()).isEmpty();
    }

    @Test
    void whatIsNoOrderIsADeadLetterOfEachFunction() {
        shop.topic("orders").publish("{\"colour\":\"red\"}");

        shop.deliverAll();

        assertThat(shop.topic("orders").deadLetters())
                .hasSize(3)
                .extracting(DeadLetter::reason)
                .allSatisfy(reason -> assertThat(reason).startsWith("ALOFT-303 "));
    }
}
