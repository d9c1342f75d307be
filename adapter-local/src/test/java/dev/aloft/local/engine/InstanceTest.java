package dev.aloft.local.engine;

import static dev.aloft.local.engine.TestEngine.calm;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InstanceTest {
    private final List<String> handled = new ArrayList<>();

    @Test
    void whatTakesTooLongTimesOutAndItsInstanceEnds() {
        Set<Integer> instances = new TreeSet<>();
        TestEngine engine = TestEngine.inline(calm("aws"))
                .function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {
                    instances.add(call.instance());
                    call.spend(Duration.ofSeconds(parcel.attempt() == 1 ? 4 : 1));
                });

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        assertThat(engine.deliveries())
                .containsExactly("o-1 1 of 5 timed out, again at 0:00:21.000", "o-1 2 of 5 handled");
        assertThat(instances).containsExactly(1, 2);
    }

    @Test
    void whatOutlastsItsVisibilityComesAgainWhileItStillRuns() {
        TestEngine engine = TestEngine.inline(calm("strict"))
                .function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {
                    call.spend(Duration.ofMillis(parcel.attempt() == 1 ? 2_500 : 1));
                });

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        assertThat(engine.deliveries())
                .containsExactly(
                        "o-1 1 of 5 still running when it was visible again, not acknowledged, again at 0:00:02.000",
                        "o-1 2 of 5 duplicate handled");
    }

    @Test
    void whatIsVisibleAgainWaitsNoLonger() {
        Profile slow = calm("aws").with("timeout", "30s");
        TestEngine engine = TestEngine.inline(slow).function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {
            call.spend(Duration.ofSeconds(parcel.attempt() == 1 ? 20 : 1));
        });

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        assertThat(engine.deliveries())
                .containsExactly(
                        "o-1 1 of 5 still running when it was visible again, not acknowledged, again at 0:00:18.000",
                        "o-1 2 of 5 duplicate handled");
    }

    @Test
    void instanceStartsColdRunsSeveralAndIsGoneWhenIdle() {
        List<String> seen = new ArrayList<>();
        AtomicInteger started = new AtomicInteger();
        Profile profile = calm("azure").with("instances", "2").with("concurrency", "2");
        TestEngine engine = TestEngine.inline(profile);
        engine.engine.subscribe(new Subscription("ship", SourceKind.QUEUE, "orders"), () -> {
            started.incrementAndGet();
            return TestEngine.each((parcel, call) -> seen.add(call.instance() + (call.isCold() ? " cold" : " warm")));
        });

        engine.send(SourceKind.QUEUE, "orders", "a", "b", "c", "d", "e").deliver();
        engine.engine.advance(Duration.ofMinutes(21));
        engine.send(SourceKind.QUEUE, "orders", "f").deliver();

        assertThat(seen)
                .hasSize(6)
                .startsWith("1 cold")
                .contains("1 warm", "2 cold")
                .endsWith("3 cold");
        assertThat(started).hasValue(3);
    }

    @Test
    void instanceWhoseHandlerCannotBeMadeFailsItsMessages() {
        AtomicInteger tries = new AtomicInteger();
        TestEngine engine = TestEngine.inline(calm("aws"));
        engine.engine.subscribe(new Subscription("ship", SourceKind.QUEUE, "orders"), () -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("no database");
            }
            return TestEngine.each((parcel, call) -> handled.add(parcel.id()));
        });

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        assertThat(engine.deliveries()).first().asString().contains("no database");
        assertThat(handled).containsExactly("o-1");
    }

    @Test
    void handlerThatForgetsAnOutcomeFailsItsWholeBatch() {
        TestEngine engine = TestEngine.inline(calm("azure"));
        engine.engine.subscribe(new Subscription("ship", SourceKind.QUEUE, "orders"), () -> call -> List.of());

        engine.send(SourceKind.QUEUE, "orders", "a").deliver();

        assertThat(engine.deliveries())
                .first()
                .asString()
                .contains("failed: IllegalStateException: 0 outcomes of 1 messages");
    }
}
