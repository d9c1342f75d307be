package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LocalConcurrencyTest {
    private static final int THREADS = 16;
    private static final int EACH = 500;

    private final Map<String, AtomicInteger> handled = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();

    private LocalFunctions functions() {
        return Calm.of(Functions.builder()
                        .queue("ship", "orders", String.class, (message, context) -> {
                            if (calls.incrementAndGet() % 7 == 0
                                    && message.attempt().orElseThrow() < 5) {
                                throw new Busy("busy");
                            }
                            handled.computeIfAbsent(message.payload(), key -> new AtomicInteger())
                                    .incrementAndGet();
                        })
                        .stream("count", "clicks", String.class, (message, context) -> {
                            AtomicInteger ofKey = running.computeIfAbsent(
                                    message.orderingKey().orElseThrow(), key -> new AtomicInteger());
                            if (ofKey.incrementAndGet() > 1) {
                                overlaps.incrementAndGet();
                            }
                            handled.computeIfAbsent("click " + message.payload(), key -> new AtomicInteger())
                                    .incrementAndGet();
                            ofKey.decrementAndGet();
                        })
                        .build())
                .withAttempts(1_000_000);
    }

    @Test
    @Timeout(120)
    void nothingIsLostWhenManyThreadsSendAndDeliver() throws Exception {
        LocalFunctions functions = functions();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Void>> senders = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int sender = i;
            senders.add(() -> {
                for (int n = 0; n < EACH; n++) {
                    functions.queue("orders").send(sender + "-" + n);
                    functions.stream("clicks").append("key-" + n % 5, sender + "-" + n);
                    if (n % 50 == 0) {
                        functions.deliverAll();
                    }
                }
                return null;
            });
        }

        for (Future<Void> sent : threads.invokeAll(senders)) {
            sent.get();
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        functions.deliverAll();

        assertThat(handled).hasSize(2 * THREADS * EACH);
        assertThat(handled.values()).allSatisfy(count -> assertThat(count).hasValue(1));
        assertThat(overlaps).hasValue(0);
        assertThat(functions.queue("orders").waiting()).isZero();
        assertThat(functions.stream("clicks").waiting()).isZero();
    }
}
