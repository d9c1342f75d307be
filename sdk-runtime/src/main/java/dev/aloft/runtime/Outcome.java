package dev.aloft.runtime;

import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import org.jspecify.annotations.Nullable;

/** What became of one item of a delivery. */
final class Outcome {
    static final Outcome HANDLED = new Outcome(Kind.HANDLED, null);
    /** It follows a failed one of its group. */
    static final Outcome BLOCKED = new Outcome(Kind.NOT_ATTEMPTED, null);
    /** The time was nearly over, or what came before made it pointless to go on. */
    static final Outcome OUT_OF_TIME = new Outcome(Kind.NOT_ATTEMPTED, null);

    /** It is being handled; no result has this. */
    static final Outcome BEGUN = new Outcome(Kind.NOT_ATTEMPTED, null);

    enum Kind {
        HANDLED,
        REJECTED,
        FAILED,
        NOT_ATTEMPTED
    }

    private final Kind kind;
    private final @Nullable Throwable failure;

    private Outcome(Kind kind, @Nullable Throwable failure) {
        this.kind = kind;
        this.failure = failure;
    }

    static Outcome thrown(Throwable failure) {
        return new Outcome(failure instanceof Rejected ? Kind.REJECTED : Kind.FAILED, failure);
    }

    /** Of a whole batch: whatever was thrown does not say of which message it holds, so none is given up. */
    static Outcome batchThrown(Throwable failure) {
        return new Outcome(Kind.FAILED, failure);
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Whether the platform is told that it is done with. */
    boolean isDone() {
        return kind == Kind.HANDLED || kind == Kind.REJECTED;
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
