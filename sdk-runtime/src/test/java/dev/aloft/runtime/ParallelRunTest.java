package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.spi.MessageBinding.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ParallelRunTest {
    private static final int BATCHES = 2_000;
    private static final int SIZE = 100;

    @Test
    void noFailureIsLost() {
        AtomicInteger calls = new AtomicInteger();
        FunctionRuntime runtime = FunctionRuntime.start(
                "test",
                Map.of("ALOFT_PARALLELISM", "8"),
                Functions.builder()
                        .queue("f", "orders", byte[].class, (message, context) -> {
                            calls.incrementAndGet();
                            throw new Traceless();
                        })
                        .build());
        SelectedFunction function = runtime.select(Origin.messages("test", List.of(Kind.QUEUE), "orders", "orders"));
        List<DeliveryItem> items = items(SIZE, SIZE);

        int lost = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            RecordingInvocation invocation = new RecordingInvocation();
            DeliveryResult result = runtime.deliver(function, items, invocation);
            for (int i = 0; i < SIZE; i++) {
                lost += !result.isDone(i) && result.failure(i) instanceof Traceless ? 0 : 1;
            }
            lost += SIZE - invocation.log.size();
        }

        assertThat(lost).isZero();
        assertThat(calls).hasValue(BATCHES * SIZE);
    }

    @Test
    void groupKeepsItsOrderOnManyThreads() {
        Map<String, ConcurrentLinkedQueue<Integer>> handled = new ConcurrentHashMap<>();
        List<DeliveryItem> items = items(5_000, 64);

        Outcome[] outcomes = new DeliveryPolicy(64, 0).run(items, null, index -> {
            String group = String.valueOf(items.get(index).group());
            handled.computeIfAbsent(group, name -> new ConcurrentLinkedQueue<>())
                    .add(index);
            return Outcome.HANDLED;
        });

        assertThat(outcomes).hasSize(5_000).containsOnly(Outcome.HANDLED);
        assertThat(handled).hasSize(64);
        assertThat(handled.values())
                .allSatisfy(group -> assertThat(new ArrayList<>(group)).isSorted());
    }

    @Test
    void itemsAreHandledAtOnce() {
        CountDownLatch together = new CountDownLatch(4);

        Outcome[] outcomes = new DeliveryPolicy(4, 0).run(TestItems.of("a", "b", "c@g", "d@h"), null, index -> {
            together.countDown();
            return waited(together) ? Outcome.HANDLED : Outcome.thrown(new IOException());
        });

        assertThat(outcomes).containsOnly(Outcome.HANDLED);
    }

    @Test
    void noMoreThreadsThanAllowed() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        new DeliveryPolicy(3, 0).run(items(1_000, 1_000), null, index -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            running.decrementAndGet();
            return Outcome.HANDLED;
        });

        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void handlerThatHangsIsNotDoneAndHoldsNothingUp() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(2);
        Instant deadline = Instant.now().plusSeconds(3);

        Outcome[] outcomes = new DeliveryPolicy(2, 1_000).run(TestItems.of("a@g", "b@g", "c", "d"), deadline, index -> {
            if (index > 0) {
                others.countDown();
                return Outcome.HANDLED;
            }
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return Outcome.HANDLED;
        });

        assertThat(Instant.now()).isBefore(deadline.plusSeconds(60));
        assertThat(outcomes[0].isDone()).isFalse();
        assertThat(outcomes[0].failure())
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-423 The function was still at it when the delivery had to end, and was interrupted. Give it a"
                                + " longer timeout, or let fewer messages be delivered together.");
        assertThat(outcomes[1].kind()).isEqualTo(Outcome.Kind.NOT_ATTEMPTED);
        assertThat(waited(others)).isTrue();
        assertThat(waited(interrupted)).isTrue();
    }

    @Test
    void whatHasBegunMayUseHalfOfTheMargin() {
        Instant deadline = Instant.now().plusSeconds(100);

        DeliveryPolicy policy = new DeliveryPolicy(2, 99_950);
        Outcome[] outcomes = policy.run(TestItems.of("a", "b"), deadline, index -> {
            long last = deadline.toEpochMilli() - 99_950;
            while (System.currentTimeMillis() <= last) {
                Thread.onSpinWait();
            }
            return Outcome.HANDLED;
        });

        assertThat(outcomes[0]).isSameAs(Outcome.HANDLED);
    }

    @Test
    void lateFinisherDoesNotChangeTheResult() {
        CountDownLatch resultTaken = new CountDownLatch(1);
        AtomicReference<Thread> late = new AtomicReference<>();
        AtomicInteger calls = new AtomicInteger();
        Instant deadline = Instant.now().plusSeconds(1);

        Outcome[] outcomes = new DeliveryPolicy(2, 0).run(TestItems.of("a@g", "b@g", "c"), deadline, index -> {
            calls.incrementAndGet();
            if (index == 0) {
                late.set(Thread.currentThread());
                waitedDeaf(resultTaken);
            }
            return Outcome.HANDLED;
        });
        Outcome[] before = outcomes.clone();
        int callsBefore = calls.get();
        resultTaken.countDown();
        DeliveryThreadsTest.waitUntilIdle(late.get());

        assertThat(outcomes).containsExactly(before);
        assertThat(outcomes[0].kind()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(outcomes[1].kind()).isEqualTo(Outcome.Kind.NOT_ATTEMPTED);
        assertThat(calls).hasValue(callsBefore);
    }

    @Test
    void interruptedCallerTakesWhatIsThere() {
        CountDownLatch never = new CountDownLatch(1);
        Thread caller = Thread.currentThread();

        Outcome[] outcomes = new DeliveryPolicy(2, 0).run(TestItems.of("a", "b"), null, index -> {
            if (index == 1) {
                caller.interrupt();
                return Outcome.HANDLED;
            }
            return waited(never) ? Outcome.HANDLED : Outcome.thrown(new IOException());
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes[0].isDone()).isFalse();
    }

    @Test
    void brokenProcessStopsTheOtherThreads() {
        AtomicReference<Thread> broken = new AtomicReference<>();

        Outcome[] outcomes = new DeliveryPolicy(2, 0).run(items(100, 100), null, index -> {
            if (index == 1) {
                broken.set(Thread.currentThread());
                return Outcome.thrown(new OutOfMemoryError("simulated"));
            }
            while (broken.get() == null) {
                Thread.onSpinWait();
            }
            DeliveryThreadsTest.waitUntilIdle(broken.get());
            return Outcome.HANDLED;
        });

        assertThat(outcomes[0]).isSameAs(Outcome.HANDLED);
        assertThat(outcomes[1].kind()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(List.of(outcomes).subList(2, 100)).containsOnly(Outcome.OUT_OF_TIME);
    }

    private static List<DeliveryItem> items(int count, int groups) {
        List<DeliveryItem> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            items.add(TestItems.item("m-" + i, groups == count ? null : "g-" + i % groups));
        }
        return items;
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Waits as code does that ignores an interruption. */
    private static void waitedDeaf(CountDownLatch latch) {
        boolean waiting = true;
        while (waiting) {
            try {
                latch.await();
                waiting = false;
            } catch (InterruptedException e) {
                waiting = latch.getCount() > 0;
            }
        }
    }

    /** Cheap to throw a hundred thousand times. */
    private static final class Traceless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Traceless() {
            super("always", null, false, false);
        }
    }
}
