package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.local.DeadLetter;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import dev.aloft.local.junit.FunctionsUnderTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Fan-out: one topic, three functions, each of which gets its copy of every order. */
@AloftTest
@EveryProfile
class OrderEventsTest {
    private static final OrderPlaced TEA = new OrderPlaced("o-1", "Ada", "tea", 2);

    private final SendConfirmation confirmation = new SendConfirmation();
    private final NotifyShop screen = new NotifyShop();
    private final Map<String, Integer> stock = new ConcurrentHashMap<>(Map.of("tea", 100));
    private final List<Shipment> shipments = new CopyOnWriteArrayList<>();

    @FunctionsUnderTest
    Functions functions() {
        return Functions.builder()
                .topic("send-confirmation", "orders", OrderPlaced.class, confirmation)
                .topic("reserve-stock", "orders", OrderPlaced.class, reserveStock(stock, shipments::add))
                .topic("notify-shop", "orders", OrderPlaced.class, screen)
                .build();
    }

    MessageHandler<OrderPlaced> reserveStock(Map<String, Integer> items, Sender<Shipment> queue) {
        return new ReserveStock(items, queue);
    }

    @Test
    void oneOrderReachesAllThree(LocalFunctions shop) {
        shop.topic("orders").publish(TEA);

        shop.deliverAll();

        assertThat(confirmation.mails()).containsExactly("Dear Ada, we have your order o-1: 2 x tea.");
        assertThat(screen.line("o-1")).contains("2 x tea for Ada");
        assertThat(stock).containsEntry("tea", 98);
        assertThat(shipments).containsExactly(new Shipment("o-1", "Ada"));
    }

    @Test
    void theSameMessageTwiceChangesNothingMore(LocalFunctions shop) {
        Message<OrderPlaced> message = Message.of("m-1", TEA);

        shop.topic("orders").publish(message);
        shop.topic("orders").publish(message);
        shop.deliverAll();

        assertThat(confirmation.mails()).hasSize(1);
        assertThat(stock).containsEntry("tea", 98);
    }

    @Test
    void manyOrdersAtOnceTakeWhatTheyOrder(LocalFunctions shop) {
        for (int i = 0; i < 40; i++) {
            shop.topic("orders").publish(new OrderPlaced("o-" + i, "Ada", "tea", 2));
        }

        shop.deliverAll();

        assertThat(stock).containsEntry("tea", 20);
        assertThat(shipments).doesNotHaveDuplicates().hasSize(40);
    }

    @Test
    void anUnknownItemIsRejectedByTheStockAlone(LocalFunctions shop) {
        shop.topic("orders").publish(new OrderPlaced("o-1", "Ada", "gold", 1));

        shop.deliverAll();

        assertThat(confirmation.mails()).hasSize(1);
        assertThat(shop.outcomes("reserve-stock").rejected()).isEqualTo(1);
        assertThat(shop.topic("orders").deadLetters()).isNotEmpty().allSatisfy(letter -> {
            assertThat(letter.function()).isEqualTo("reserve-stock");
            assertThat(letter.reason()).isEqualTo("The shop has no such item.");
        });
    }

    @Test
    void whatIsNoOrderIsADeadLetterOfEachFunction(LocalFunctions shop) {
        shop.topic("orders").publish("{\"colour\":\"red\"}");

        shop.deliverAll();

        assertThat(shop.topic("orders").deadLetters())
                .extracting(DeadLetter::function)
                .contains("send-confirmation", "reserve-stock", "notify-shop");
        assertThat(shop.topic("orders").deadLetters())
                .extracting(DeadLetter::reason)
                .allSatisfy(reason -> assertThat(reason).startsWith("ALOFT-303 "));
    }
}
