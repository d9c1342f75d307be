package dev.aloft.runtime;

import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import org.jspecify.annotations.Nullable;

/** What became of one item of a delivery. */
final class Outcome {
    static final Outcome HANDLED = new Outcome(null, true);
    /** It follows a failed one of its group. */
    static final Outcome BLOCKED = new Outcome(null, false);
    /** The time was nearly over, or what came before made it pointless to go on. */
    static final Outcome OUT_OF_TIME = new Outcome(null, false);

    /** It is being handled; no result has this. */
    static final Outcome BEGUN = new Outcome(null, false);

    private final @Nullable Throwable failure;
    private final boolean done;

    private Outcome(@Nullable Throwable failure, boolean done) {
        this.failure = failure;
        this.done = done;
    }

    static Outcome thrown(Throwable failure) {
        return new Outcome(failure, failure instanceof Rejected);
    }

    /** Of a whole batch: whatever was thrown does not say of which message it holds, so none is given up. */
    static Outcome batchThrown(Throwable failure) {
        return new Outcome(failure, false);
    }

    /** Whether the function never wants to see it again. */
    boolean isRejected() {
        return done && failure != null;
    }

    /** Whether the function was called with it. */
    boolean isAttempted() {
        return done || failure != null;
    }

    /** What the function failed with; null if it handled the item or was not called. */
    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether the platform is told that it is done with. */
    boolean isDone() {
        return done;
    }

    /** After these the process may be unfit for more; what was not attempted comes again, perhaps to another one. */
    boolean endsDelivery() {
        return failure instanceof InterruptedException
                || failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }

    long delaySeconds() {
        return failure instanceof RetryLater later
                ? later.delay().plusNanos(999_999_999).toSeconds()
                : 0;
    }
}
