package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.spi.FunctionDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the items of a delivery: what an adapter tells the platform.
 *
 * <pre>{@code
 * DeliveryResult result = runtime.deliver(function, items, invocation);
 * if (!result.isDone()) {
 *     throw result.failure();
 * }
 * }</pre>
 */
public final class DeliveryResult {
    private final FunctionDefinition function;
    private final List<DeliveryItem> items;
    private final Outcome[] outcomes;

    DeliveryResult(FunctionDefinition function, List<DeliveryItem> items, Outcome[] outcomes) {
        this.function = function;
        this.items = items;
        this.outcomes = outcomes;
    }

    /** How many items there were. */
    public int size() {
        return outcomes.length;
    }

    /**
     * What the platform calls an item in a partial answer.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return the id; empty if that is missing
     */
    public String id(int index) {
        return items.get(index).id();
    }

    /**
     * Whether an item is done with: handled, or rejected for good. Otherwise it is to be delivered again.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return true if it must not come again
     */
    public boolean isDone(int index) {
        return outcomes[index].isDone();
    }

    /**
     * Whether the function rejected an item; it is to be dead-lettered where the adapter can do that.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return true if it is not to come again although it was not handled
     */
    public boolean isRejected(int index) {
        return outcomes[index].isRejected();
    }

    /**
     * Whether an item was tried at all.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return false if a failure before it, or the deadline, kept it from the function
     */
    public boolean isAttempted(int index) {
        return outcomes[index].isAttempted();
    }

    /**
     * What an item failed with.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return the failure; null if it was handled or not attempted
     */
    public @Nullable Throwable failure(int index) {
        return outcomes[index].failure();
    }

    /** Whether every item is done with. */
    public boolean isDone() {
        return firstOpen() == outcomes.length;
    }

    /** Where the first item is that is to be delivered again; {@link #size()} if there is none. */
    public int firstOpen() {
        int first = 0;
        while (first < outcomes.length && outcomes[first].isDone()) {
            first++;
        }
        return first;
    }

    /**
     * How long the function asked to wait before the next delivery, the longest of all items.
     *
     * @return whole seconds, rounded up; zero if it did not ask
     */
    public long delaySeconds() {
        long delay = 0;
        for (Outcome outcome : outcomes) {
            delay = Math.max(delay, outcome.delaySeconds());
        }
        return delay;
    }

    /**
     * How long the function asked to wait before an item's next delivery.
     *
     * @param index from 0 to {@link #size()} - 1
     * @return whole seconds, rounded up; zero if it did not ask
     */
    public long delaySeconds(int index) {
        return outcomes[index].delaySeconds();
    }

    /** What to throw where the platform takes a delivery back as a whole, with code ALOFT-420; only if not everything is done. */
    public AloftException failure() {
        int open = 0;
        int attempted = 0;
        Throwable first = null;
        for (Outcome outcome : outcomes) {
            if (!outcome.isDone()) {
                open++;
                attempted += outcome.failure() == null ? 0 : 1;
                first = first == null ? outcome.failure() : first;
            }
        }
        String notAttempted = attempted == open ? "" : " (" + (open - attempted) + " of them not attempted)";
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-420",
                "Function " + function.name() + " did not handle " + open + " of " + outcomes.length + " "
                        + DeliveryLog.itemOf(function) + "s" + notAttempted
                        + (first == null
                                ? ""
                                : ", the first failed with " + first.getClass().getName())
                        + ". The platform delivers them again. The log has the reason of each.",
                first);
    }
}
