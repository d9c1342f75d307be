package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/** Items with a fate for each, a record of what was called when, and the rules for what must become of them. */
final class RandomDelivery {
    private enum Fate {
        FINE,
        REJECTED,
        FAILED,
        LATER,
        ERROR,
        UNREADABLE,
        BROKEN,
        INTERRUPTED;

        boolean isDone() {
            return this == FINE || this == REJECTED;
        }

        boolean endsDelivery() {
            return this == BROKEN || this == INTERRUPTED;
        }
    }

    private final List<DeliveryItem> items = new ArrayList<>();
    private final List<Fate> fates = new ArrayList<>();
    private final AtomicIntegerArray calls;
    /** When each was called, counted from 1. */
    private final AtomicIntegerArray turns;

    private final AtomicInteger turn = new AtomicInteger();

    RandomDelivery(Random random) {
        int size = 1 + random.nextInt(40);
        int groups = 1 + random.nextInt(6);
        int harm = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            int group = random.nextInt(groups + 1);
            Fate fate = fate(random, harm);
            String id = String.valueOf(i);
            String name = group == groups ? null : "g-" + group;
            fates.add(fate);
            items.add(fate == Fate.UNREADABLE ? TestItems.unreadable(id, name) : TestItems.item(id, name));
        }
        calls = new AtomicIntegerArray(size);
        turns = new AtomicIntegerArray(size);
    }

    /** From no harm at all to a process that breaks now and then. */
    private static Fate fate(Random random, int harm) {
        if (harm == 0 || random.nextInt(10) > harm) {
            return Fate.FINE;
        }
        boolean mayEnd = harm == 3 && random.nextInt(4) == 0;
        return mayEnd ? random.nextBoolean() ? Fate.BROKEN : Fate.INTERRUPTED : Fate.values()[1 + random.nextInt(5)];
    }

    List<DeliveryItem> items() {
        return items;
    }

    void handle(String id) throws Exception {
        int index = Integer.parseInt(id);
        calls.incrementAndGet(index);
        turns.set(index, turn.incrementAndGet());
        switch (fates.get(index)) {
            case FINE -> {}
            case ERROR -> throw new StackOverflowError("simulated");
            case BROKEN -> throw new OutOfMemoryError("simulated");
            case INTERRUPTED -> throw new InterruptedException("simulated");
            case REJECTED -> throw new Rejected("simulated");
            case LATER -> throw new RetryLater(Duration.ofSeconds(1), "simulated");
            case FAILED -> throw new IllegalStateException("simulated");
            case UNREADABLE -> throw new AssertionError("called with an unreadable item");
        }
    }

    /** What a batch handler reports. */
    @Nullable
    Exception reported(String id) {
        int index = Integer.parseInt(id);
        calls.incrementAndGet(index);
        return switch (fates.get(index)) {
            case FINE -> null;
            case REJECTED -> new Rejected("simulated");
            case LATER -> new RetryLater(Duration.ofSeconds(1), "simulated");
            case FAILED, ERROR, BROKEN, INTERRUPTED -> new IllegalStateException("simulated");
            case UNREADABLE -> throw new AssertionError("called with an unreadable item");
        };
    }

    void checkOneByOne(DeliveryResult result, int parallelism) {
        assertThat(result.size()).isEqualTo(items.size());
        assertThat(result.isAttempted(0)).isTrue();
        boolean mayEnd = false;
        Set<String> open = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            boolean blocked = open.contains(items.get(i).group());
            if (result.isAttempted(i)) {
                checkAttempted(result, i);
                assertThat(blocked).as("item %d behind one that is not done", i).isFalse();
                assertThat(mayEnd && parallelism == 1)
                        .as("item %d after the end", i)
                        .isFalse();
            } else {
                checkNotAttempted(result, i);
                assertThat(blocked || fates.stream().anyMatch(Fate::endsDelivery))
                        .as("item %d left out for no reason", i)
                        .isTrue();
            }
            mayEnd |= result.isAttempted(i) && fates.get(i).endsDelivery();
            addIfOpen(open, result, i);
        }
        checkTurns();
    }

    private void checkAttempted(DeliveryResult result, int index) {
        Fate fate = fates.get(index);
        assertThat(calls.get(index)).as("calls of item %d", index).isEqualTo(fate == Fate.UNREADABLE ? 0 : 1);
        assertThat(result.isDone(index)).as("item %d, %s", index, fate).isEqualTo(fate.isDone());
        assertThat(result.isRejected(index)).isEqualTo(fate == Fate.REJECTED);
        assertThat(result.failure(index) == null).isEqualTo(fate == Fate.FINE);
        assertThat(result.delaySeconds(index)).isEqualTo(fate == Fate.LATER ? 1 : 0);
    }

    private void checkNotAttempted(DeliveryResult result, int index) {
        assertThat(calls.get(index)).as("calls of item %d", index).isZero();
        assertThat(result.isDone(index)).isFalse();
        assertThat(result.isRejected(index)).isFalse();
        assertThat(result.failure(index)).isNull();
    }

    private void addIfOpen(Set<String> open, DeliveryResult result, int index) {
        String group = items.get(index).group();
        if (group != null && !result.isDone(index)) {
            open.add(group);
        }
    }

    /** Within a group the calls came in the items' order. */
    private void checkTurns() {
        Map<String, Integer> latest = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String group = items.get(i).group();
            if (group != null && calls.get(i) > 0) {
                Integer before = latest.put(group, turns.get(i));
                assertThat(before == null || before < turns.get(i))
                        .as("item %d came before its turn", i)
                        .isTrue();
            }
        }
    }

    void checkTogether(DeliveryResult result) {
        assertThat(result.size()).isEqualTo(items.size());
        Set<String> open = new HashSet<>();
        Set<String> unreadable = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Fate fate = fates.get(i);
            String group = items.get(i).group();
            boolean handedOver = fate != Fate.UNREADABLE && !unreadable.contains(group);
            boolean done = fate.isDone() && !open.contains(group);
            assertThat(calls.get(i)).as("calls of item %d", i).isEqualTo(handedOver ? 1 : 0);
            assertThat(result.isDone(i)).as("item %d, %s", i, fate).isEqualTo(done);
            assertThat(result.isRejected(i)).isEqualTo(done && fate == Fate.REJECTED);
            addIfOpen(open, result, i);
            if (group != null && fate == Fate.UNREADABLE) {
                unreadable.add(group);
            }
        }
    }
}
