package dev.aloft.local.engine;

import static dev.aloft.local.engine.TestEngine.calm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EngineTest {
    private final List<String> handled = new ArrayList<>();

    private void handle(Parcel parcel, Call call) {
        handled.add(call.function() + " " + parcel.id());
    }

    private static void fail(Parcel parcel, Call call) {
        throw new IllegalStateException("no stock");
    }

    @Test
    void failedMessageComesAgainAfterTheVisibilityTimeout() {
        TestEngine engine = TestEngine.inline(calm("aws"))
                .function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {
                    if (parcel.attempt() < 3) {
                        throw new IllegalStateException("busy");
                    }
                });

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        assertThat(engine.deliveries())
                .containsExactly(
                        "o-1 1 of 5 failed: IllegalStateException: busy, again at 0:00:18.001",
                        "o-1 2 of 5 failed: IllegalStateException: busy, again at 0:00:36.002",
                        "o-1 3 of 5 handled");
        assertThat(engine.engine.backlog().waiting()).isZero();
    }

    @Test
    void messageIsDeadLetteredAfterItsAttemptsAndCanBeRedriven() {
        TestEngine engine =
                TestEngine.inline(calm("azure")).function("ship", SourceKind.QUEUE, "orders", EngineTest::fail);
        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        Letter letter = engine.engine.backlog().letters().get(0);
        engine.engine.backlog().redrive(letter);
        engine.deliver();

        assertThat(letter.attempts()).isEqualTo(5);
        assertThat(letter.cause()).isEqualTo(Letter.Cause.ATTEMPTS);
        assertThat(letter.reason()).isEqualTo("no stock");
        assertThat(engine.deliveries())
                .hasSize(11)
                .contains("o-1  redriven")
                .endsWith("o-1 5 of 5 failed: IllegalStateException: no stock, dead-lettered");
        assertThat(engine.engine.backlog().letters()).hasSize(1);
    }

    @Test
    void rejectedMessageIsDeadLetteredAtOnce() {
        TestEngine engine = TestEngine.inline(calm("gcp"))
                .function("ship", SourceKind.QUEUE, "orders", (parcel, call) -> {
                    throw new Rejected("no such customer");
                });

        engine.send(SourceKind.QUEUE, "orders", "o-1").deliver();

        assertThat(engine.deliveries())
                .containsExactly("o-1 1 of 5 rejected: Rejected: no such customer, dead-lettered");
        assertThat(engine.engine.backlog().letters()).extracting(Letter::cause).containsExactly(Letter.Cause.REJECTED);
    }

    @Test
    void platformThatIsNotToldOfADelayIgnoresIt() {
        TestEngine.Handler handler = (parcel, call) -> {
            if (parcel.attempt() == 1) {
                throw new RetryLater(Duration.ofHours(1), "closed");
            }
        };
        TestEngine deaf = TestEngine.inline(calm("azure")).function("ship", SourceKind.QUEUE, "orders", handler);
        TestEngine heeding = TestEngine.inline(
                        calm("azure").with("queue.heeded", "no").with("*.heeded", "yes"))
                .function("ship", SourceKind.TOPIC, "orders", handler);

        deaf.send(SourceKind.QUEUE, "orders", "o-1").deliver();
        heeding.send(SourceKind.TOPIC, "orders", "o-1").deliver();

        assertThat(deaf.deliveries()).first().asString().endsWith("again at 0:00:00.001");
        assertThat(heeding.deliveries()).first().asString().endsWith("again at 1:00:00.001");
    }

    @Test
    void eachFunctionOfATopicHasACopyAndAttemptsOfItsOwn() {
        TestEngine engine = TestEngine.inline(calm("aws"))
                .function("mail", SourceKind.TOPIC, "news", this::handle)
                .function("print", SourceKind.TOPIC, "news", EngineTest::fail)
                .function("other", SourceKind.TOPIC, "olds", this::handle);

        engine.send(SourceKind.TOPIC, "news", "n-1").deliver();

        assertThat(handled).containsExactly("mail n-1");
        assertThat(engine.engine.backlog().letters())
                .extracting(Letter::function)
                .containsExactly("print");
        assertThat(engine.engine.now()).isEqualTo(3 + 60_000 + 120_000);
    }

    @Test
    void partOfABatchComesAgainAsThePlatformTakesItBack() {
        assertThat(whatComesAgain("aws", SourceKind.QUEUE)).containsExactly("b");
        assertThat(whatComesAgain("aws", SourceKind.STREAM)).containsExactly("b", "c");
        assertThat(whatComesAgain("azure", SourceKind.STREAM)).containsExactly("a", "b", "c");
    }

    private static Set<String> whatComesAgain(String profile, SourceKind kind) {
        Set<String> again = new TreeSet<>();
        Profile wholeBatches = calm(profile).with("shards", "1").with("*.batch", "3");
        TestEngine engine = TestEngine.inline(wholeBatches);
        engine.engine.subscribe(new Subscription("f", kind, "s"), () -> call -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Parcel parcel : call.parcels()) {
                boolean fails = parcel.id().equals("b") && parcel.attempt() == 1;
                outcomes.add(fails ? Outcome.thrown(new IllegalStateException()) : Outcome.HANDLED);
                again.addAll(parcel.attempt() > 1 ? List.of(parcel.id()) : List.of());
            }
            return outcomes;
        });
        // The first batch is of one message or of all that wait, so a few runs see both.
        for (int i = 0; i < 8; i++) {
            engine.send(kind, "s", "a", "b", "c").deliver();
        }
        return again;
    }

    @Test
    void wholeBatchFailsByWhatIsThrownAndNothingIsRejectedByThat() {
        TestEngine engine = TestEngine.inline(calm("aws"));
        engine.engine.subscribe(new Subscription("ship", SourceKind.QUEUE, "orders"), () -> call -> {
            throw new Rejected("which?");
        });

        engine.send(SourceKind.QUEUE, "orders", "a", "b").deliver();

        assertThat(engine.engine.backlog().letters())
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.cause()).isEqualTo(Letter.Cause.ATTEMPTS));
    }

    @Test
    void whatIsTooOldIsGivenUp() {
        TestEngine engine =
                TestEngine.inline(calm("gcp")).function("thumb", SourceKind.STORAGE, "uploads", EngineTest::fail);

        engine.send(SourceKind.STORAGE, "uploads", "a.png").deliver();

        Letter letter = engine.engine.backlog().letters().get(0);
        assertThat(letter.cause()).isEqualTo(Letter.Cause.AGE);
        assertThat(letter.attempts()).isGreaterThan(100);
        assertThat(engine.engine.now()).isBetween(hours(23), hours(24));
        assertThat(engine.deliveries().get(letter.attempts() - 1)).endsWith(", dropped since nothing keeps it");
    }

    @Test
    void whatIsTooOldBehindAnotherIsGivenUpWithoutATry() {
        Profile profile = calm("aws")
                .with("stream.attempts", "1")
                .with("stream.age", "1h")
                .with("shards", "1");
        TestEngine engine = TestEngine.inline(profile.with("timeout", "2h").with("stream.batch", "1"))
                .function("sum", SourceKind.STREAM, "clicks", (parcel, call) -> call.spend(Duration.ofMinutes(90)));

        engine.send(SourceKind.STREAM, "clicks", "c-1", "c-2").deliver();

        assertThat(engine.deliveries()).containsExactly("c-1 1 of 1 handled", "c-2  older than 3600 s, dead-lettered");
    }

    private static long hours(int hours) {
        return Duration.ofHours(hours).toMillis();
    }

    @Test
    void tooLargeMessageIsRefusedAtTheSender() {
        Engine engine = Engine.of(Profile.named("azure"), 1);

        assertThatThrownBy(() -> engine.send(SourceKind.QUEUE, "orders", new Item("o-1", null, "", 49_153)))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-142 A message of 49153 bytes is too large for queue orders: the profile azure takes 49152"
                                + " bytes, and to more the platform says RequestBodyTooLarge (413). Send a reference to an object in a"
                                + " store instead.");
        assertThat(engine.send(SourceKind.QUEUE, "orders", new Item("o-1", null, "", 49_152)))
                .isEqualTo("o-1");
        assertThat(engine.timeline().steps())
                .extracting(Timeline.Step::outcome)
                .containsExactly("sent, but no function takes it");
    }

    @Test
    void functionThatFeedsItselfIsStopped() {
        Engine[] engine = new Engine[1];
        TestEngine test = TestEngine.inline(calm("aws"))
                .function("loop", SourceKind.STORAGE, "uploads", (parcel, call) -> {
                    engine[0].send(SourceKind.STORAGE, "uploads", new Item(null, null, "", 1));
                });
        engine[0] = test.engine;

        test.send(SourceKind.STORAGE, "uploads", "a.png");

        assertThatThrownBy(test::deliver)
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith(
                        "ALOFT-143 There were more than 100000 invocations, and something still waits.");
    }

    @Test
    void whatAFunctionSendsIsThereWhenItHasReturned() {
        Engine[] engine = new Engine[1];
        TestEngine test = TestEngine.inline(calm("aws"))
                .function("first", SourceKind.QUEUE, "a", (parcel, call) -> {
                    engine[0].send(SourceKind.QUEUE, "b", new Item(null, null, "", 1));
                    assertThatThrownBy(() -> engine[0].deliverAll()).isInstanceOf(IllegalStateException.class);
                })
                .function("second", SourceKind.QUEUE, "b", this::handle);
        engine[0] = test.engine;

        test.send(SourceKind.QUEUE, "a", "m").deliver();

        assertThat(handled).containsExactly("second 1-1.1");
    }

    @Test
    void functionCanUseAnotherEngine() {
        TestEngine other = TestEngine.inline(calm("gcp")).function("inner", SourceKind.QUEUE, "b", this::handle);
        TestEngine engine = TestEngine.inline(calm("aws")).function("outer", SourceKind.QUEUE, "a", (parcel, call) -> {
            other.send(SourceKind.QUEUE, "b", "m").deliver();
        });

        engine.send(SourceKind.QUEUE, "a", "m").deliver();

        assertThat(handled).containsExactly("inner m");
    }

    @Test
    void timeGoesOnOnlyAsFarAsAsked() {
        TestEngine engine =
                TestEngine.inline(calm("aws")).function("ship", SourceKind.QUEUE, "orders", EngineTest::fail);
        engine.send(SourceKind.QUEUE, "orders", "o-1");

        engine.engine.advance(Duration.ofSeconds(10));

        assertThat(engine.deliveries()).hasSize(1);
        assertThat(engine.engine.now()).isEqualTo(10_000);
        assertThat(engine.engine.nextDue()).isEqualTo(18_001);
    }

    @Test
    void interruptedThreadStopsBetweenInvocations() {
        TestEngine engine = TestEngine.inline(calm("aws")).function("ship", SourceKind.QUEUE, "orders", this::handle);
        engine.send(SourceKind.QUEUE, "orders", "o-1");

        Thread.currentThread().interrupt();
        engine.deliver();
        boolean interrupted = Thread.interrupted();
        engine.deliver();

        assertThat(interrupted).isTrue();
        assertThat(handled).containsExactly("ship o-1");
    }
}
