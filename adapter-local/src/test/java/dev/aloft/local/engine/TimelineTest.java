package dev.aloft.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class TimelineTest {
    /** A pipeline with failures, on threads, under the profile with the most chance. */
    private static String run(long seed) {
        TestEngine test = TestEngine.strict(seed);
        Set<String> done = ConcurrentHashMap.newKeySet();
        test.function("pay", SourceKind.QUEUE, "orders", (parcel, call) -> {
                    if (parcel.attempt() == 1 && parcel.id().endsWith("3")) {
                        throw new IllegalStateException("busy");
                    }
                    test.engine.send(SourceKind.TOPIC, "paid", new Item(null, null, parcel.id(), 3));
                })
                .function("ship", SourceKind.TOPIC, "paid", (parcel, call) -> done.add(parcel.id()))
                .function("mail", SourceKind.TOPIC, "paid", (parcel, call) -> done.add(parcel.id()))
                .function("sum", SourceKind.STREAM, "clicks", (parcel, call) -> done.add(parcel.id()));
        for (int i = 0; i < 12; i++) {
            test.send(SourceKind.QUEUE, "orders", "o-" + i).send(SourceKind.STREAM, "clicks", "c-" + i);
        }
        test.deliver();
        return test.engine.timeline().text();
    }

    @Test
    void sameSeedGivesTheSameTextAHundredTimes() {
        String first = run(42);

        for (int i = 0; i < 100; i++) {
            assertThat(run(42)).isEqualTo(first);
        }
    }

    @Test
    void otherSeedsGiveOtherTexts() {
        Set<String> texts = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            texts.add(run(seed));
        }

        assertThat(texts).hasSize(20);
    }

    @Test
    void anotherMessageOfAnotherSourceReshufflesNothing() {
        TestEngine alone = TestEngine.inline(Profile.named("strict"));
        TestEngine both = TestEngine.inline(Profile.named("strict"));
        alone.function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {});
        both.function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {})
                .function("mail", SourceKind.TOPIC, "news", (parcel, call) -> {});
        both.send(SourceKind.TOPIC, "news", "n-1", "n-2");

        alone.send(SourceKind.QUEUE, "orders", "a", "b", "c", "d").deliver();
        both.send(SourceKind.QUEUE, "orders", "a", "b", "c", "d").deliver();

        assertThat(both.deliveries()).filteredOn(step -> !step.startsWith("n-")).isEqualTo(alone.deliveries());
    }

    @Test
    void textHasOneStepALine() {
        TestEngine engine = TestEngine.inline(TestEngine.calm("azure"))
                .function("ship-order", SourceKind.QUEUE, "orders", (parcel, call) -> {
                    if (parcel.attempt() == 1) {
                        throw new IllegalStateException("a\n\u001b[2Jb");
                    }
                });

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        assertThat(engine.engine.timeline().text()).isEqualTo("""
                profile azure, seed 1
                time         source        message  function    instance  attempt  took  outcome
                0:00:00.000  queue orders  o-1                                           sent
                0:00:00.001  queue orders  o-1      ship-order  1 cold    1 of 5   1 ms  failed: IllegalStateException: a  [2Jb, again at 0:00:00.001
                0:00:00.002  queue orders  o-1      ship-order  1 warm    2 of 5   1 ms  handled
                """);
    }

    @Test
    void goesOnFromAnyStep() {
        TestEngine engine = TestEngine.inline(TestEngine.calm("azure"))
                .function("ship-order", SourceKind.QUEUE, "orders", (parcel, call) -> {});
        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();
        Timeline timeline = engine.engine.timeline();

        assertThat(timeline.title()).isEqualTo("profile azure, seed 1");
        assertThat(timeline.count()).isEqualTo(2);
        assertThat(timeline.since(-1)).isEqualTo(timeline.steps()).hasSize(2);
        assertThat(timeline.since(1)).extracting(Timeline.Step::call).containsExactly(1L);
        assertThat(timeline.since(2)).isEmpty();
        assertThat(timeline.since(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void timeIsReadable() {
        assertThat(Timeline.clock(93_784_005)).isEqualTo("26:03:04.005");
        assertThat(Timeline.length(999)).isEqualTo("999 ms");
        assertThat(Timeline.length(1_001)).isEqualTo("1001 ms");
        assertThat(Timeline.length(30_000)).isEqualTo("30 s");
    }
}
