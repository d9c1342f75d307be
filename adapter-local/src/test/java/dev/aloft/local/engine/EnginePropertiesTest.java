package dev.aloft.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the engine promises, over random runs; and that a broken promise would be seen. */
class EnginePropertiesTest {
    private static final int SCENARIOS = 10_000;

    @Test
    void promisesAreKeptInTenThousandScenarios() {
        for (long seed = 0; seed < SCENARIOS; seed++) {
            Scenario scenario = Scenario.of(seed);

            List<String> faults = scenario.run();

            assertThat(faults).as(scenario::toString).isEmpty();
        }
    }

    @Test
    void scenariosReachWhatTheyAreFor() {
        Set<String> ends = new TreeSet<>();
        int duplicates = 0;
        for (long seed = 0; seed < 500; seed++) {
            Scenario scenario = Scenario.of(seed);

            scenario.run();

            for (Ledger.Entry entry : scenario.ledger().entries()) {
                duplicates += entry.duplicate ? 1 : 0;
                ends.add(entry.call.isTimedOut() ? "timed out" : entry.call.isLate() ? "late" : "in time");
                ends.add(entry.tried ? "tried" : "not tried");
            }
        }
        assertThat(ends).containsExactly("in time", "late", "not tried", "timed out", "tried");
        assertThat(duplicates).isGreaterThan(500);
    }

    /** A test of one message sees a duplicate, whatever the seed. */
    @ParameterizedTest
    @EnumSource(value = SourceKind.class, mode = EnumSource.Mode.EXCLUDE, names = "HTTP")
    void strictDeliversEvenASingleMessageTwice(SourceKind kind) {
        for (int seed = 0; seed < 200; seed++) {
            Engine engine = Engine.of(Profile.named("strict"), seed, Crew::oneByOne);
            List<String> seen = new ArrayList<>();
            engine.subscribe(new Subscription("f", kind, "s"), () -> call -> {
                call.parcels().forEach(parcel -> seen.add(parcel.id()));
                return Collections.nCopies(call.parcels().size(), Outcome.HANDLED);
            });
            engine.send(kind, "s", new Item("m", null, "m", 1));

            engine.deliverAll();

            assertThat(seen).as("seed " + seed).hasSizeGreaterThan(1).containsOnly("m");
        }
    }

    /** The engine follows another rule than the one that it is judged by. */
    @ParameterizedTest
    @CsvSource({
        "aws, queue.attempts, 6, dead-lettered after",
        "aws, topic.attempts, 2, dead-lettered after",
        "azure, fifo.order, none, overtakes",
        "gcp, stream.order, none, overtakes",
        "aws, stream.order, none, overtakes",
        "aws, queue.first, 0, again too early",
        "gcp, storage.age, 10d, delivered too old",
        "azure, storage.batch, 5, batch too large",
        "strict, queue.visibility, 1s, visible too early"
    })
    void brokenRuleIsSeen(String name, String rule, String value, String fault) {
        Profile profile = Profile.named(name);
        Profile broken = profile.with(rule, value);
        String seen = "";
        for (long seed = 0; seed < 2_000 && !seen.contains(fault); seed++) {
            seen = new Scenario(seed, profile, broken).run().toString();
        }

        assertThat(seen).contains(fault);
    }

    @Test
    void lossIsSeen() {
        String seen = "";
        for (long seed = 0; seed < 50 && !seen.contains("lost"); seed++) {
            seen = Scenario.of(seed).lying().run().toString();
        }

        assertThat(seen).contains("lost");
    }

    @Test
    void undeclaredDuplicateIsSeen() {
        Profile strict = Profile.named("strict");
        Engine engine = Engine.of(strict, 1, calls -> calls.forEach(Call::run));
        Ledger ledger = new Ledger();
        ledger.subscribed("f", SourceKind.QUEUE, "q");
        engine.subscribe(new Subscription("f", SourceKind.QUEUE, "q"), () -> call -> {
            ledger.outcome(ledger.received(call), Outcome.HANDLED);
            return List.of(Outcome.HANDLED);
        });
        engine.send(SourceKind.QUEUE, "q", new Item("m", null, "m", 1));
        ledger.sent(SourceKind.QUEUE, "q", "m", null, 0);
        engine.deliverAll();

        ledger.entries().forEach(entry -> entry.duplicate = false);

        assertThat(new Judge(strict, ledger, engine).verdict())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).startsWith("undeclared duplicate: "));
    }

    @Test
    void timeThatRunsBackwardsIsSeen() {
        Engine engine = Engine.of(Profile.named("aws"), 1, calls -> calls.forEach(Call::run));
        Timeline.Step later = step(2);
        Timeline.Step sooner = step(1);

        List<String> faults = new Judge(Profile.named("aws"), new Ledger(), engine, List.of(later, sooner)).verdict();

        assertThat(faults).hasSize(1).first().asString().startsWith("time runs backwards");
    }

    private static Timeline.Step step(long time) {
        return new Timeline.Step(time, "", "", "", "", "", "", "", Timeline.What.SENT, Timeline.Then.NOTHING, false);
    }
}
