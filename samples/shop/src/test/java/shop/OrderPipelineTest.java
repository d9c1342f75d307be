package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.local.DeadLetter;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.Outcomes;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import dev.aloft.local.junit.FunctionsUnderTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pipeline: an order is placed by HTTP and told to the topic {@code orders}; the stock is reserved and the queue {@code shipments} asked;
 * the parcel goes to the carrier.
 */
@AloftTest
@EveryProfile
class OrderPipelineTest {
    private final Map<String, Integer> stock = new ConcurrentHashMap<>(Map.of("tea", 100, "cake", 5));
    private final List<Shipment> parcels = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private LocalFunctions shop;

    @BeforeEach
    void open(LocalFunctions functions) {
        shop = functions;
    }

    /** What one function sends is the next one's queue or topic. */
    @FunctionsUnderTest
    Functions functions(Clock clock) {
        Orders orders = new Orders(clock, placed -> shop.topic("orders").publish(placed));
        return Functions.builder()
                .http("place-order", "POST", "/orders", orders::placeOrder)
                .topic("reserve-stock", "orders", OrderPlaced.class, new ReserveStock(stock, this::ship))
                .queue("ship-order", "shipments", Shipment.class, new ShipOrder(this::carry))
                .build();
    }

    private void ship(Shipment shipment) {
        shop.queue("shipments").send(shipment);
    }

    private void carry(Shipment shipment) {
        if (failures.getAndDecrement() > 0) {
            throw new IllegalStateException("The carrier does not answer.");
        }
        parcels.add(shipment);
    }

    private void place(String customer, String item, int quantity) {
        HttpResponse placed = shop.http()
                .post("/orders")
                .json(new OrderRequest(customer, item, quantity))
                .send();
        assertThat(placed.status()).isEqualTo(201);
    }

    @Test
    void whatIsOrderedArrives() {
        place("Ada", "tea", 2);
        place("Bob", "tea", 1);

        shop.deliverAll();

        assertThat(stock).containsEntry("tea", 97);
        assertThat(parcels).containsExactlyInAnyOrder(new Shipment("o-1", "Ada"), new Shipment("o-2", "Bob"));
    }

    @Test
    void aCarrierThatDoesNotAnswerIsAskedAgain() {
        failures.set(2);
        place("Ada", "tea", 2);

        shop.deliverAll();

        Outcomes shipping = shop.outcomes("ship-order");
        assertThat(shipping.failed()).isEqualTo(2);
        assertThat(shipping.retried()).isPositive();
        assertThat(shipping.deadLettered()).isZero();
        assertThat(parcels).containsExactly(new Shipment("o-1", "Ada"));
    }

    @Test
    void whatIsSoldOutIsShippedWhenTheLorryHasCome() {
        place("Ada", "cake", 6);
        shop.deliverAll();

        assertThat(parcels).isEmpty();
        assertThat(shop.topic("orders").deadLetters())
                .extracting(DeadLetter::function, DeadLetter::reason)
                .containsExactly(tuple("reserve-stock", "The shelf is refilled within the hour."));

        stock.merge("cake", 10, Integer::sum);
        assertThat(shop.redrive()).isEqualTo(1);
        shop.deliverAll();

        assertThat(stock).containsEntry("cake", 9);
        assertThat(parcels).containsExactly(new Shipment("o-1", "Ada"));
        assertThat(shop.topic("orders").deadLetters()).isEmpty();
    }

    @Test
    void whatTheCarrierDoesNotTakeIsADeadLetterOfTheQueue() {
        failures.set(1_000);
        place("Ada", "tea", 2);
        shop.deliverAll();

        assertThat(shop.queue("shipments").deadLetters())
                .extracting(DeadLetter::reason)
                .containsOnly("The carrier does not answer.");
        assertThat(shop.outcomes("ship-order").deadLettered()).isPositive();

        failures.set(0);
        shop.redrive();
        shop.deliverAll();

        assertThat(parcels).containsExactly(new Shipment("o-1", "Ada"));
        assertThat(stock).containsEntry("tea", 98);
    }
}
