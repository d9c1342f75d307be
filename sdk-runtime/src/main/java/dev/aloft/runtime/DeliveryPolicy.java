package dev.aloft.runtime;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order the items of a delivery are handled, and when to stop, the same on every platform: one after the other or, where
 * the deployment allows it, several at once; none after a failed one of its group; none when the time is nearly over, except that
 * the first one is always tried, so that there is progress.
 */
final class DeliveryPolicy {
    private final int parallelism;
    private final long marginMillis;

    /**
     * @param parallelism how many items may be handled at once
     * @param marginMillis how long before the deadline the last item may begin
     */
    DeliveryPolicy(int parallelism, long marginMillis) {
        this.parallelism = parallelism;
        this.marginMillis = marginMillis;
    }

    /** Handles one item; never throws. */
    interface ItemCall {
        Outcome handle(int index);
    }

    Outcome[] run(List<DeliveryItem> items, @Nullable Instant deadline, ItemCall call) {
        long last = deadline == null ? Long.MAX_VALUE : deadline.toEpochMilli() - marginMillis;
        return parallelism > 1 && items.size() > 1
                ? new ParallelRun(items, last, call).run(parallelism)
                : sequential(items, last, call);
    }

    private static Outcome[] sequential(List<DeliveryItem> items, long last, ItemCall call) {
        Outcome[] outcomes = new Outcome[items.size()];
        Set<String> blocked = null;
        boolean stopped = false;
        for (int i = 0; i < outcomes.length; i++) {
            String group = items.get(i).group();
            if (blocked != null && group != null && blocked.contains(group)) {
                outcomes[i] = Outcome.BLOCKED;
                continue;
            }
            stopped |= i > 0 && last != Long.MAX_VALUE && System.currentTimeMillis() > last;
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
