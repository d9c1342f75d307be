package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Rejected;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryPolicyTest {
    private final List<String> called = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Throwable> failures = new HashMap<>();

    @Test
    void itemsAreHandledInOrder() {
        Outcome[] outcomes = run("a", "b@g", "c@h", "d@g");

        assertThat(called).containsExactly("a", "b", "c", "d");
        assertThat(outcomes).containsOnly(Outcome.HANDLED);
    }

    @Test
    void failureStopsItsGroupAlone() {
        failures.put("b", new IOException());

        Outcome[] outcomes = run("a@g", "b@g", "c@h", "d@g", "e@h", "f");

        assertThat(called).containsExactly("a", "b", "c", "e", "f");
        assertThat(kinds(outcomes)).isEqualTo("HANDLED FAILED HANDLED NOT_ATTEMPTED HANDLED HANDLED");
    }

    @Test
    void streamOfOneGroupStopsAtTheFirstFailure() {
        failures.put("b", new IOException());

        Outcome[] outcomes = run("a@shard", "b@shard", "c@shard", "d@shard");

        assertThat(called).containsExactly("a", "b");
        assertThat(kinds(outcomes)).isEqualTo("HANDLED FAILED NOT_ATTEMPTED NOT_ATTEMPTED");
    }

    @Test
    void itemsWithoutGroupAreIndependent() {
        failures.put("a", new IOException());
        failures.put("b", new AssertionError());

        Outcome[] outcomes = run("a", "b", "c");

        assertThat(kinds(outcomes)).isEqualTo("FAILED FAILED HANDLED");
    }

    @Test
    void rejectedItemDoesNotStopItsGroup() {
        failures.put("a", new Rejected("never"));

        Outcome[] outcomes = run("a@g", "b@g");

        assertThat(kinds(outcomes)).isEqualTo("REJECTED HANDLED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void firstItemIsTriedAlthoughTheTimeIsOver(int parallelism) {
        DeliveryPolicy policy = new DeliveryPolicy(parallelism, 1_000, Instant.EPOCH);

        Outcome[] outcomes = run(policy, "a", "b", "c@g", "d@g");

        assertThat(called).containsExactly("a");
        assertThat(kinds(outcomes)).isEqualTo("HANDLED NOT_ATTEMPTED NOT_ATTEMPTED NOT_ATTEMPTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void marginIsTakenOffTheTime(int parallelism) {
        Instant deadline = Instant.now().plusSeconds(300);

        Outcome[] within = run(new DeliveryPolicy(parallelism, 600_000, deadline), "a", "b");
        Outcome[] before = run(new DeliveryPolicy(parallelism, 1_000, deadline), "c", "d");

        assertThat(kinds(within)).isEqualTo("HANDLED NOT_ATTEMPTED");
        assertThat(kinds(before)).isEqualTo("HANDLED HANDLED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void brokenProcessBeginsNothingMore(int parallelism) {
        failures.put("b", new OutOfMemoryError("simulated"));

        Outcome[] outcomes = run(new DeliveryPolicy(parallelism, 0, null), "a@g", "b@g", "c@g", "d@g");

        assertThat(called).containsExactly("a", "b");
        assertThat(kinds(outcomes)).isEqualTo("HANDLED FAILED NOT_ATTEMPTED NOT_ATTEMPTED");
    }

    @Test
    void brokenProcessStopsIndependentItemsToo() {
        failures.put("a", new InternalError("simulated"));

        assertThat(kinds(run("a", "b@g", "c"))).isEqualTo("FAILED NOT_ATTEMPTED NOT_ATTEMPTED");
    }

    @Test
    void interruptionStopsTheDelivery() {
        failures.put("a", new InterruptedException());

        assertThat(kinds(run("a", "b"))).isEqualTo("FAILED NOT_ATTEMPTED");
    }

    @Test
    void otherErrorsOnlyFailTheirItem() {
        failures.put("a", new StackOverflowError());
        failures.put("b", new NoClassDefFoundError());
        failures.put("c", new AssertionError());

        assertThat(kinds(run("a", "b", "c", "d"))).isEqualTo("FAILED FAILED FAILED HANDLED");
    }

    @Test
    void emptyDeliveryHasNoOutcome() {
        assertThat(run(new DeliveryPolicy(8, 0, null))).isEmpty();
    }

    private Outcome[] run(String... items) {
        return run(new DeliveryPolicy(1, 1_000, null), items);
    }

    private Outcome[] run(DeliveryPolicy policy, String... texts) {
        List<DeliveryItem> items = TestItems.of(texts);
        return policy.run(items, index -> {
            String id = items.get(index).id();
            called.add(id);
            return failures.containsKey(id) ? Outcome.thrown(failures.get(id)) : Outcome.HANDLED;
        });
    }

    private static String kinds(Outcome[] outcomes) {
        return String.join(
                " ", Arrays.stream(outcomes).map(DeliveryPolicyTest::kind).toList());
    }

    private static String kind(Outcome outcome) {
        if (!outcome.isAttempted()) {
            return "NOT_ATTEMPTED";
        }
        return outcome.isRejected() ? "REJECTED" : outcome.isDone() ? "HANDLED" : "FAILED";
    }
}
