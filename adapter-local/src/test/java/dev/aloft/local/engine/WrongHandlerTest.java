package dev.aloft.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;

/** Five wrong handlers, each found within 20 seeds of the profile strict. */
class WrongHandlerTest {
    private static final int SEEDS = 20;

    private static void assertFound(LongPredicate wrong) {
        long seed = 0;
        while (seed < SEEDS && !wrong.test(seed)) {
            seed++;
        }
        assertThat(seed).as("seeds that found nothing").isLessThan(SEEDS);
    }

    private static TestEngine sent(TestEngine engine, SourceKind kind, int messages) {
        for (int i = 0; i < messages; i++) {
            engine.send(kind, "orders", "o-" + i);
        }
        return engine;
    }

    @Test
    void handlerThatIsNotIdempotent() {
        assertFound(seed -> {
            AtomicInteger stock = new AtomicInteger(100);
            TestEngine engine = TestEngine.strict(seed)
                    .function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> stock.decrementAndGet());

            sent(engine, SourceKind.QUEUE, 1).deliver();

            return stock.get() != 99;
        });
    }

    @Test
    void handlerThatLooksBeforeItLeaps() {
        assertFound(seed -> {
            Map<String, Boolean> seen = new ConcurrentHashMap<>();
            AtomicInteger shipped = new AtomicInteger();
            TestEngine engine = TestEngine.strict(seed).function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {
                if (!seen.containsKey(parcel.id())) {
                    Thread.yield();
                    shipped.incrementAndGet();
                    seen.put(parcel.id(), true);
                }
            });

            sent(engine, SourceKind.QUEUE, 40).deliver();

            return shipped.get() != 40;
        });
    }

    @Test
    void handlerThatReliesOnOrder() {
        assertFound(seed -> {
            List<String> order = new ArrayList<>();
            TestEngine engine = TestEngine.strict(seed).function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {
                synchronized (order) {
                    if (!order.contains(parcel.id())) {
                        order.add(parcel.id());
                    }
                }
            });

            sent(engine, SourceKind.QUEUE, 3).deliver();

            return !order.equals(List.of("o-0", "o-1", "o-2"));
        });
    }

    /** It keeps what belongs to one invocation in a field. */
    private static final class Stateful {
        private String current = "";
        private final StringBuilder line = new StringBuilder();

        String print(String id) {
            current = id;
            line.setLength(0);
            for (int i = 0; i < 50; i++) {
                line.append(i).append(' ');
            }
            return line.append(current).toString();
        }
    }

    @Test
    void handlerThatIsNotThreadSafe() {
        assertFound(seed -> {
            AtomicInteger mixed = new AtomicInteger();
            TestEngine engine = TestEngine.strict(seed);
            engine.engine.subscribe(new Subscription("ship", SourceKind.QUEUE, "orders"), () -> {
                Stateful handler = new Stateful();
                return TestEngine.each((parcel, call) -> {
                    String line = handler.print(parcel.id());
                    mixed.addAndGet(
                            line.length() == 140 + parcel.id().length() && line.endsWith(" " + parcel.id()) ? 0 : 1);
                });
            });

            for (int wave = 0; wave < 8 && mixed.get() == 0; wave++) {
                sent(engine, SourceKind.QUEUE, 60).deliver();
            }

            return mixed.get() > 0 || engine.engine.timeline().text().contains("failed: ");
        });
    }

    @Test
    void handlerThatIsTooSlow() {
        TestEngine engine = TestEngine.strict(1, Duration.ofMillis(100));
        CountDownLatch never = new CountDownLatch(1);
        engine.function("ship", SourceKind.SCHEDULE, "orders", (parcel, call) -> never.await());

        engine.send(SourceKind.SCHEDULE, "orders", "o-1").deliver();

        assertThat(engine.deliveries()).first().asString().contains("still running when it was visible again");
        assertThat(engine.engine.backlog().letters()).hasSize(1);
    }

    @Test
    void handlerThatDoesNotStopIsAbandoned() {
        Profile profile = TestEngine.calm("aws").with("schedule.attempts", "1");
        Engine engine = Engine.of(profile, 1, Duration.ofMillis(50));
        CountDownLatch end = new CountDownLatch(1);
        List<Throwable> refused = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        engine.subscribe(new Subscription("deaf", SourceKind.SCHEDULE, "nightly"), () -> call -> {
            awaitDeafly(end);
            try {
                engine.send(SourceKind.SCHEDULE, "nightly", new Item(null, null, "", 1));
            } catch (IllegalStateException e) {
                refused.add(e);
            }
            ended.countDown();
            return List.of(Outcome.HANDLED);
        });
        engine.send(SourceKind.SCHEDULE, "nightly", new Item("n-1", null, "", 1));

        engine.deliverAll();
        end.countDown();
        awaitDeafly(ended);

        assertThat(engine.timeline().text()).contains("3 s   timed out, did not stop and was abandoned, dead-lettered");
        assertThat(refused).hasSize(1).first().asString().contains("The invocation of deaf is over");
    }

    private static void awaitDeafly(CountDownLatch end) {
        boolean waits = true;
        while (waits) {
            try {
                end.await();
                waits = false;
            } catch (InterruptedException e) {
                waits = true;
            }
        }
    }

    @Test
    void handlerThatLeavesWorkRunning() {
        CountDownLatch end = new CountDownLatch(1);
        TestEngine engine = TestEngine.strict(1);
        engine.function(
                "ship", SourceKind.QUEUE, "orders", (parcel, call) -> new Thread(() -> awaitDeafly(end)).start());

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();
        end.countDown();

        assertThat(engine.engine.timeline().text())
                .contains(
                        "WARNING work is left running after the return: WrongHandlerTest.lambda$handlerThatLeavesWorkRunning$");
    }

    @Test
    void threadThatWaitsInTheLibraryOnlyIsAtWorkToo() {
        CountDownLatch end = new CountDownLatch(1);
        TestEngine engine = TestEngine.strict(1);
        engine.function(
                "ship",
                SourceKind.QUEUE,
                "orders",
                (parcel, call) -> new Thread(() -> {
                            try {
                                end.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        })
                        .start());

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();
        end.countDown();

        assertThat(engine.engine.timeline().text())
                .contains("WARNING work is left running after the return: WrongHandlerTest.");
    }

    @Test
    void handlerThatWaitsForItsThreadsLeavesNothing() {
        ExecutorService threads = Executors.newCachedThreadPool();
        TestEngine engine = TestEngine.strict(1);
        engine.function(
                "ship",
                SourceKind.QUEUE,
                "orders",
                (parcel, call) -> threads.submit(() -> Thread.yield()).get());

        sent(engine, SourceKind.QUEUE, 30).deliver();
        threads.shutdown();

        assertThat(engine.engine.timeline().text()).doesNotContain("WARNING");
    }
}
