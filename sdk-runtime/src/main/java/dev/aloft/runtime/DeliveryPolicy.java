package dev.aloft.runtime;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * In which order the items of a delivery are handled, and when to stop, the same on every platform: one after the other or, where
 * the deployment allows it, several at once; none after a failed one of its group; none when the time is nearly over, except that
 * the first one is always tried, so that there is progress.
 */
final class DeliveryPolicy {
    private final int parallelism;
    /** By the system clock; the greatest number where there is no deadline. */
    private final long lastBegin;

    private final long end;

    /**
     * @param parallelism how many items may be handled at once
     * @param marginMillis how long before the deadline the last item may begin; of several at once, what is still running when half
     *     of it is left is given up
     * @param deadline when the platform stops the delivery; null if it does not
     */
    DeliveryPolicy(int parallelism, long marginMillis, @Nullable Instant deadline) {
        this.parallelism = parallelism;
        this.lastBegin = deadline == null ? Long.MAX_VALUE : deadline.toEpochMilli() - marginMillis;
        this.end = deadline == null ? Long.MAX_VALUE : deadline.toEpochMilli() - marginMillis / 2;
    }

    int parallelism() {
        return parallelism;
    }

    /** Whether no further item may begin. */
    boolean isTimeOver() {
        return System.currentTimeMillis() > lastBegin;
    }

    /** How long to wait for what has begun; without a deadline, longer than anybody lives. */
    long millisToEnd() {
        return Math.max(end - System.currentTimeMillis(), 1);
    }

    /**
     * Handles the items.
     *
     * @param items what was delivered together
     * @param call handles the item of an index, and never throws
     * @return what became of each
     */
    Outcome[] run(List<DeliveryItem> items, IntFunction<Outcome> call) {
        return parallelism > 1 && items.size() > 1 && !isTimeOver()
                ? new ParallelRun(items, this, call).outcomes()
                : sequential(items, call);
    }

    private Outcome[] sequential(List<DeliveryItem> items, IntFunction<Outcome> call) {
        Outcome[] outcomes = new Outcome[items.size()];
        Set<String> blocked = null;
        boolean stopped = false;
        for (int i = 0; i < outcomes.length; i++) {
            String group = items.get(i).group();
            if (blocked != null && group != null && blocked.contains(group)) {
                outcomes[i] = Outcome.BLOCKED;
                continue;
            }
            stopped |= i > 0 && isTimeOver();
            outcomes[i] = stopped ? Outcome.OUT_OF_TIME : call.apply(i);
            stopped |= outcomes[i].endsDelivery();
            if (group != null && !outcomes[i].isDone()) {
                blocked = blocked == null ? new HashSet<>() : blocked;
                blocked.add(group);
            }
        }
        return outcomes;
    }
}
