package dev.aloft.local.engine;

import static dev.aloft.local.engine.TestEngine.calm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What those ask an engine who put sources and a server on it. */
class BacklogTest {
    private final List<String> handled = new ArrayList<>();

    private void handle(Parcel parcel, Call call) {
        handled.add(parcel.id());
    }

    @Test
    void backlogIsThatOfTheFunctionsThatAreAskedFor() {
        TestEngine engine = TestEngine.inline(Profile.named("strict"))
                .function("mail", SourceKind.TOPIC, "news", this::handle)
                .function("print", SourceKind.TOPIC, "news", this::handle);

        engine.send(SourceKind.TOPIC, "news", "a", "b");
        Backlog mail = engine.engine.backlog(List.of("mail"));
        int before = mail.waiting();
        engine.deliver();

        assertThat(before).isBetween(2, 4);
        assertThat(mail.waiting()).isZero();
        assertThat(mail.handled()).isEqualTo(2);
        assertThat(engine.engine.backlog().handled()).isEqualTo(4);
        assertThat(handled).hasSizeGreaterThan(4);
        assertThat(engine.engine.backlog(List.of("another")).handled()).isZero();
    }

    /** The least state that would be wrong: a message that counts twice, or not at all, while it is taken up. */
    @Test
    void stateIsThatOfOneMoment() throws InterruptedException {
        int messages = 3_000;
        TestEngine engine = TestEngine.inline(Profile.named("calm"))
                .function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {});
        for (int i = 0; i < messages; i++) {
            engine.send(SourceKind.QUEUE, "orders", "o-" + i);
        }
        Thread delivering = new Thread(engine::deliver, "deliver");
        delivering.start();

        Backlog backlog = engine.engine.backlog();
        Backlog.State state = backlog.state();
        while (state.waiting() > 0) {
            assertThat(state.waiting() + state.handled()).isEqualTo(messages);
            state = backlog.state();
        }
        delivering.join();

        assertThat(backlog.state()).isEqualTo(new Backlog.State(0, messages, List.of()));
    }

    @Test
    void whatHasBegunInRealTimeIsRunAndEndedByWhoeverBeganIt() {
        TestEngine engine = TestEngine.inline(calm("aws")).function("ship", SourceKind.QUEUE, "orders", this::handle);
        engine.send(SourceKind.QUEUE, "orders", "o-1");

        List<Call> begun = engine.engine.beginDue();

        assertThat(begun).hasSize(1);
        assertThat(handled).isEmpty();
        assertThat(engine.engine.beginDue()).isEmpty();
        engine.engine.run(begun.get(0));
        assertThat(handled).containsExactly("o-1");
        engine.engine.end(begun.get(0));
        assertThat(engine.engine.backlog().waiting()).isEqualTo(1);

        engine.engine.reach(1);
        engine.engine.reach(0);

        assertThat(engine.engine.now()).isEqualTo(1);
        assertThat(engine.engine.beginDue()).isEmpty();
        assertThat(engine.engine.backlog().waiting()).isZero();
    }

    @Test
    void twoSourcesOfAFunctionHaveTheSameInstances() {
        Set<String> instances = new TreeSet<>();
        Profile profile = calm("aws").with("instances", "1");
        TestEngine engine = TestEngine.inline(profile);
        for (SourceKind kind : List.of(SourceKind.QUEUE, SourceKind.FIFO)) {
            engine.function(
                    "ship", kind, "orders", (parcel, call) -> instances.add(call.instance() + " " + call.isCold()));
        }

        engine.send(SourceKind.QUEUE, "orders", "a").send(SourceKind.FIFO, "orders", "b");
        engine.deliver();

        assertThat(instances).containsExactly("1 false", "1 true");
    }

    @Test
    void functionsThatRunAtOnceHaveNumbersOfTheirOwn() {
        Engine[] engine = new Engine[1];
        List<Long> numbers = new ArrayList<>();
        TestEngine test = TestEngine.inline(calm("aws")).function("ship", SourceKind.STORAGE, "uploads", (p, call) -> {
            numbers.add(engine[0].nextSequence());
            numbers.add(engine[0].nextSequence());
        });
        engine[0] = test.engine;

        long before = engine[0].nextSequence();
        test.send(SourceKind.STORAGE, "uploads", "a", "b").deliver();

        assertThat(before).isZero();
        assertThat(numbers).hasSize(4).isSorted().doesNotHaveDuplicates().startsWith(1L, 2L);
        assertThat(engine[0].nextSequence()).isGreaterThan(numbers.get(3) + 900);
    }

    @Test
    void whatDoesNotTryAMessageLeavesItsAttempts() {
        List<String> seen = new ArrayList<>();
        TestEngine engine = TestEngine.inline(Profile.named("calm").withAttempts(2));
        engine.engine.subscribe(new Subscription("sum", SourceKind.STREAM, "clicks"), () -> call -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Parcel parcel : call.parcels()) {
                seen.add(parcel.id() + parcel.attempt());
                outcomes.add(
                        parcel.id().equals("a")
                                ? Outcome.thrown(new IllegalStateException())
                                : call.parcels().size() > 1 ? Outcome.NOT_TRIED : Outcome.HANDLED);
            }
            return outcomes;
        });
        engine.engine.send(SourceKind.STREAM, "clicks", new Item("a", "ada", "", 0));
        engine.engine.send(SourceKind.STREAM, "clicks", new Item("b", "ada", "", 0));

        engine.deliver();

        assertThat(seen).containsExactly("a1", "b1", "a2", "b1", "b1");
        assertThat(engine.engine.backlog().letters()).hasSize(1);
    }

    @Test
    void ofWhatNothingKeepsOnlyTheLastThousandIsRemembered() {
        TestEngine engine = TestEngine.inline(TestEngine.calm("gcp").withAttempts(1))
                .function("print-label", SourceKind.STORAGE, "labels", (parcel, call) -> {
                    throw new IllegalStateException("no paper");
                });
        for (int i = 0; i < 1_500; i++) {
            engine.send(SourceKind.STORAGE, "labels", "l-" + i);
        }

        engine.deliver();

        List<Letter> letters = engine.engine.backlog().letters();
        assertThat(letters).hasSize(1_000).noneMatch(Letter::isKept);
        assertThat(letters.get(999).parcel().id()).isEqualTo("l-1499");
        assertThat(engine.engine.timeline().steps())
                .filteredOn(step -> step.then() == Timeline.Then.DROPPED)
                .hasSize(1_500);
    }

    @Test
    void messageIsDeliveredAtLeastOnce() {
        assertThatThrownBy(() -> Profile.named("aws").withAttempts(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A message is delivered at least once, not 0 times.");
    }

    @Test
    void timelineKeepsTheLatestSteps() {
        Timeline timeline = new Timeline("title");
        List<String> heard = new ArrayList<>();
        timeline.listen(step -> heard.add(step.message()));
        for (int i = 0; i <= 200_000; i++) {
            timeline.sent(i, "queue orders", "o-" + i, "sent");
        }

        List<Timeline.Step> steps = timeline.steps();

        assertThat(steps).hasSize(100_001);
        assertThat(steps.get(0).message()).isEqualTo("o-100000");
        assertThat(steps.get(100_000).message()).isEqualTo("o-200000");
        assertThat(heard).hasSize(200_001);
        assertThat(timeline.count()).isEqualTo(200_001);
        assertThat(timeline.since(0)).isEqualTo(steps);
        assertThat(timeline.since(200_000)).containsExactly(steps.get(100_000));
    }
}
