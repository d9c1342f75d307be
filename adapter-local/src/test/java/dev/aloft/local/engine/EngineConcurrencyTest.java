package dev.aloft.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

/** What a server does with an engine: one thread begins invocations while others end theirs. */
class EngineConcurrencyTest {
    private static final int ROUNDS = 60;
    private static final int MESSAGES = 100;

    private final Profile aws = Profile.named("aws")
            .with("instances", "1000")
            .with("queue.batch", "1")
            .with("queue.lost", "0");
    private final Engine engine = Engine.of(aws, 1, Crew::oneByOne);
    private final BlockingQueue<Call> begun = new LinkedBlockingQueue<>();
    private final Set<String> faults = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    private void endWhatHasBegun() {
        try {
            while (!over || !begun.isEmpty()) {
                Call call = begun.poll(10, TimeUnit.MILLISECONDS);
                if (call != null) {
                    engine.run(call);
                    engine.end(call);
                }
            }
        } catch (InterruptedException | RuntimeException e) {
            faults.add(e.toString());
        }
    }

    @RepeatedTest(5)
    void beginningAndEndingAtOnceLosesNothing() throws InterruptedException {
        engine.subscribe(
                new Subscription("ship-order", SourceKind.QUEUE, "orders"), () -> call -> List.of(Outcome.HANDLED));
        Thread other = new Thread(this::endWhatHasBegun);
        other.start();

        for (int i = 0; i < ROUNDS * MESSAGES; i++) {
            engine.send(SourceKind.QUEUE, "orders", new Item("o-" + i, null, "order", 1));
            if (i % MESSAGES == MESSAGES - 1) {
                engine.reach(engine.now() + 20);
                begun.addAll(engine.beginDue());
            }
        }
        over = true;
        other.join();
        engine.deliverAll();

        assertThat(faults).isEmpty();
        assertThat(engine.backlog().handled()).isEqualTo(ROUNDS * MESSAGES);
    }
}
