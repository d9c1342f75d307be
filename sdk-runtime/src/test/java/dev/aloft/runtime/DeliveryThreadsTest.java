package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What one delivery leaves for the next one on the same threads. */
@Timeout(120)
class DeliveryThreadsTest {
    @Test
    void threadsSeeTheClassesOfTheCaller() {
        ClassLoader own = new ClassLoader(getClass().getClassLoader()) {};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        List<Object> seen = new ArrayList<>();
        Thread.currentThread().setContextClassLoader(own);
        try {
            new DeliveryPolicy(2, 0).run(TestItems.of("a@g", "b@g"), null, index -> {
                seen.add(Thread.currentThread().getContextClassLoader());
                seen.add(Thread.currentThread().isDaemon());
                return Outcome.HANDLED;
            });
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }

        assertThat(seen).containsExactly(own, true, own, true);
    }

    @Test
    void threadsAreKeptForTheNextDelivery() {
        DeliveryPolicy policy = new DeliveryPolicy(2, 0);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        for (int delivery = 0; delivery < 20; delivery++) {
            policy.run(TestItems.of("a", "b"), null, index -> {
                threads.add(Thread.currentThread());
                return Outcome.HANDLED;
            });
            threads.forEach(DeliveryThreadsTest::waitUntilIdle);
        }

        assertThat(threads).hasSizeLessThan(20);
    }

    /** The interruption that ends a delivery is for what runs in it, even where that does not look. */
    @Test
    void interruptionDoesNotReachTheNextDelivery() {
        DeliveryPolicy policy = new DeliveryPolicy(2, 0);
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger interrupted = new AtomicInteger();
        AtomicInteger leaked = new AtomicInteger();

        for (int round = 0; round < 50; round++) {
            policy.run(TestItems.of("a", "b"), Instant.now().plusMillis(20), index -> {
                if (isInterrupted(never)) {
                    interrupted.incrementAndGet();
                    Thread.currentThread().interrupt();
                }
                return Outcome.HANDLED;
            });
            policy.run(TestItems.of("c", "d", "e", "f"), null, index -> {
                leaked.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
                return Outcome.HANDLED;
            });
        }

        assertThat(interrupted.get()).isPositive();
        assertThat(leaked).hasValue(0);
    }

    /** It waits for its next task. */
    static void waitUntilIdle(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    private static boolean isInterrupted(CountDownLatch never) {
        try {
            return never.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }
}
