package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleHandler;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.junit.FunctionsUnderTest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import shop.wrong.ArchivesBeforeItCleansUp;
import shop.wrong.BelievesTheLastEvent;
import shop.wrong.KeepsTheShipmentInAField;
import shop.wrong.ReservesAtEachDelivery;
import shop.wrong.ReturnsBeforeTheParcelHasGone;

/** The tests of the shop fail if a handler is wrong in one of the five usual ways, and tell what happened. */
class WrongHandlersTest {
    private static final String PLAY_AGAIN =
            "To play it again: -Daloft\\.profile=strict -Daloft\\.seed=\\d+, or @AloftTest\\(profile = \"strict\", seed = \\d+\\)\\.\n";

    @ParameterizedTest
    @ValueSource(
            classes = {
                OrderEventsTest.class,
                PicturesTest.class,
                ShipOrderTest.class,
                CleanUpTest.class,
                OrdersTest.class
            })
    void aTestThatPassesPrintsNothing(Class<?> testClass) {
        TestRun.of(testClass, "strict", 1).isSilentSuccess();
    }

    static class NotIdempotent extends OrderEventsTest {
        @Override
        MessageHandler<OrderPlaced> reserveStock(Map<String, Integer> items, Sender<Shipment> queue) {
            return new ReservesAtEachDelivery(items, queue::send);
        }
    }

    @Test
    void aHandlerThatIsNotIdempotentIsFoundOut() {
        TestRun run = TestRun.thatFails(NotIdempotent.class, "oneOrderReachesAllThree");

        assertThat(run.console)
                .contains("shop.WrongHandlersTest$NotIdempotent oneOrderReachesAllThree(LocalFunctions) has failed.\n")
                .containsPattern("profile strict, seed \\d+\n")
                .containsPattern("topic orders +\\S+ +reserve-stock +1 cold +1 of 3 .* handled")
                .containsPattern("topic orders +\\S+ +reserve-stock .* duplicate .* handled")
                .containsPattern("- reserve-stock got again what it had handled, or was handling: \\S+\n")
                .containsPattern(PLAY_AGAIN);
    }

    static class OrderDependent extends PicturesTest {
        private final BelievesTheLastEvent wrong = new BelievesTheLastEvent();

        @Override
        @FunctionsUnderTest
        Functions functions() {
            return functions(wrong::checkPicture, wrong::listPictures);
        }
    }

    @Test
    void aHandlerThatReliesOnOrderIsFoundOut() {
        TestRun run = TestRun.thatFails(OrderDependent.class, "deletedPictureIsNotListedAnyMore");

        assertThat(run.console)
                .contains(" deletedPictureIsNotListedAnyMore(LocalFunctions, LocalHttp) has failed.\n")
                .containsPattern("- check-picture handled \\S+ before \\S+, which was sent first\n")
                .containsPattern(PLAY_AGAIN);
    }

    static class NotThreadSafe extends ShipOrderTest {
        @Override
        MessageHandler<Shipment> handler(Sender<Shipment> carrier) {
            return new KeepsTheShipmentInAField(carrier::send);
        }
    }

    @Test
    void aHandlerThatIsNotThreadSafeIsFoundOut() {
        TestRun run = TestRun.thatFails(NotThreadSafe.class, "shipsWhatWasAskedForWhenMuchIsAskedForAtOnce");

        assertThat(run.console)
                .contains(" shipsWhatWasAskedForWhenMuchIsAskedForAtOnce(LocalFunctions) has failed.\n")
                .containsPattern("- ship-order ran \\d+ times at once, .*in one instance, so with the same fields\n")
                .containsPattern(PLAY_AGAIN);
    }

    static class TooSlow extends CleanUpTest {
        @Override
        ScheduleHandler cleanUp(Orders orders) {
            return new ArchivesBeforeItCleansUp(orders::cleanUp, () -> shop.spend(Duration.ofMinutes(6)));
        }
    }

    @Test
    void aHandlerThatIsTooSlowIsFoundOut() {
        TestRun run = TestRun.thatFails(TooSlow.class, "firesTwiceWithoutHarm");

        assertThat(run.console)
                .contains(" firesTwiceWithoutHarm() has failed.\n")
                .containsPattern("schedule clean-up .* 2 s +still running when it was visible again, dead-lettered\n")
                .containsPattern("- clean-up took longer than the platform waits: clean-up/\\S+")
                .containsPattern(PLAY_AGAIN);
        assertThat(TestRun.of(TooSlow.class, "firesTwiceWithoutHarm", "aws", 1).console)
                .containsPattern("schedule clean-up .* 1 of 3 +3600 ms +timed out, again at 0:01:03\\.600\n");
    }

    static class LeavesWork extends ShipOrderTest {
        private final CountDownLatch lorry = new CountDownLatch(1);

        @Override
        MessageHandler<Shipment> handler(Sender<Shipment> carrier) {
            return new ReturnsBeforeTheParcelHasGone(carrier::send, lorry);
        }

        @Test
        void allIsHandled(LocalFunctions shop) {
            shop.queue("shipments").send(new Shipment("o-1", "12 Mill Road"));
            shop.deliverAll();

            assertThat(shop.outcomes("ship-order").handled()).isEqualTo(1);
        }

        @AfterEach
        void leave() {
            lorry.countDown();
        }
    }

    @Test
    void aHandlerThatLeavesWorkRunningIsFoundOut() {
        TestRun run = TestRun.thatFails(LeavesWork.class, "allIsHandled");

        assertThat(run.console)
                .contains(" allIsHandled(LocalFunctions) has failed.\n")
                .contains("WARNING work is left running after the return: ReturnsBeforeTheParcelHasGone.")
                .contains("- ship-order left work running after its return\n")
                .containsPattern(PLAY_AGAIN);
    }

    /** Not only strict, which is bound to deliver something twice: each platform does so now and then. */
    @ParameterizedTest
    @ValueSource(strings = {"strict", "aws", "azure", "gcp"})
    void aHandlerThatIsNotIdempotentIsFoundOutWithinTwentySeeds(String profile) {
        assertThat(seedThatFinds(profile, (stock, shipments) -> new ReservesAtEachDelivery(stock, shipments)))
                .isBetween(1L, 20L);
        assertThat(seedThatFinds(profile, (stock, shipments) -> new ReserveStock(stock, shipments::accept)))
                .isEqualTo(21L);
    }

    private interface Maker {
        MessageHandler<OrderPlaced> make(Map<String, Integer> stock, Consumer<Shipment> shipments);
    }

    private static long seedThatFinds(String profile, Maker maker) {
        long seed = 1;
        while (seed <= 20 && left(profile, seed, maker) == 85) {
            seed++;
        }
        return seed;
    }

    /** What is left of 100 after five orders of three. */
    private static int left(String profile, long seed, Maker maker) {
        Map<String, Integer> stock = new ConcurrentHashMap<>(Map.of("tea", 100));
        LocalFunctions shop = LocalFunctions.of(Functions.builder()
                        .topic("reserve-stock", "orders", OrderPlaced.class, maker.make(stock, shipment -> {}))
                        .build())
                .withProfile(profile)
                .withSeed(seed);
        for (int i = 0; i < 5; i++) {
            shop.topic("orders").publish(new OrderPlaced("o-" + i, "Ada", "tea", 3));
        }
        shop.deliverAll();
        return stock.getOrDefault("tea", 0);
    }
}
