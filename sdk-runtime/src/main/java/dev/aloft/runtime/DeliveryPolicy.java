package dev.aloft.runtime;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * In which order the items of a delivery are handled, and when to stop, the same on every platform: one after the other or, where
 * the deployment allows it, several at once; none after a failed one of its group; none when the time is nearly over, except that
 * the first one is always tried, so that there is progress.
 */
final class DeliveryPolicy {
    private final int parallelism;
    private final long marginMillis;
    private @Nullable ExecutorService threads;

    /**
     * @param parallelism how many items may be handled at once
     * @param marginMillis how long before the deadline the last item may begin; of several at once, what is still running when half
     *     of it is left is given up
     */
    DeliveryPolicy(int parallelism, long marginMillis) {
        this.parallelism = parallelism;
        this.marginMillis = marginMillis;
    }

    /** Handles one item; never throws. */
    interface ItemCall {
        Outcome handle(int index);
    }

    /**
     * The time that a delivery has, by the system clock.
     *
     * @param last when the last item may begin
     * @param end when to wait no longer for what has begun
     */
    record Limit(long last, long end) {
        boolean isNone() {
            return last == Long.MAX_VALUE;
        }

        boolean isOver() {
            return !isNone() && System.currentTimeMillis() > last;
        }

        long millisToEnd() {
            return Math.max(end - System.currentTimeMillis(), 1);
        }
    }

    Outcome[] run(List<DeliveryItem> items, @Nullable Instant deadline, ItemCall call) {
        Limit limit = limit(deadline);
        return parallelism > 1 && items.size() > 1 && !limit.isOver()
                ? new ParallelRun(items, limit, parallelism, call).outcomes(threads())
                : sequential(items, limit, call);
    }

    /** Made at the first delivery that needs them. */
    private synchronized ExecutorService threads() {
        if (threads == null) {
            threads = DeliveryThreads.pool();
        }
        return threads;
    }

    private Limit limit(@Nullable Instant deadline) {
        if (deadline == null) {
            return new Limit(Long.MAX_VALUE, Long.MAX_VALUE);
        }
        long millis = deadline.toEpochMilli();
        return new Limit(millis - marginMillis, millis - marginMillis / 2);
    }

    private static Outcome[] sequential(List<DeliveryItem> items, Limit limit, ItemCall call) {
        Outcome[] outcomes = new Outcome[items.size()];
        Set<String> blocked = null;
        boolean stopped = false;
        for (int i = 0; i < outcomes.length; i++) {
            String group = items.get(i).group();
            if (blocked != null && group != null && blocked.contains(group)) {
                outcomes[i] = Outcome.BLOCKED;
                continue;
            }
            stopped |= i > 0 && limit.isOver();
            outcomes[i] = stopped ? Outcome.OUT_OF_TIME : call.handle(i);
            stopped |= outcomes[i].endsDelivery();
            if (group != null && !outcomes[i].isDone()) {
                blocked = blocked == null ? new HashSet<>() : blocked;
                blocked.add(group);
            }
        }
        return outcomes;
    }
}
