package dev.aloft.local.engine;

import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import org.jspecify.annotations.Nullable;

/**
 * What became of one message of an invocation.
 *
 * @param isDone whether it must not come again
 * @param failure what the function failed with; null if it handled the message or did not get to it
 */
public record Outcome(boolean isDone, @Nullable Throwable failure) {
    /** The function has done what was to be done. */
    public static final Outcome HANDLED = new Outcome(true, null);

    /** The function did not get to it, for example since it follows a failed one of its key. */
    public static final Outcome NOT_TRIED = new Outcome(false, null);

    /**
     * The function failed with it.
     *
     * @param failure a {@code Rejected} never wants to see it again, anything else does
     * @return the outcome
     */
    public static Outcome thrown(Throwable failure) {
        return new Outcome(failure instanceof Rejected, failure);
    }

    boolean isHandled() {
        return isDone && failure == null;
    }

    boolean isRejected() {
        return isDone && failure != null;
    }

    Timeline.What what() {
        if (failure == null) {
            return isDone ? Timeline.What.HANDLED : Timeline.What.NOT_TRIED;
        }
        return isDone ? Timeline.What.REJECTED : Timeline.What.FAILED;
    }

    /** How long the function asked to wait, in milliseconds; 0 if it did not. */
    long delay() {
        return failure instanceof RetryLater later ? later.delay().toMillis() : 0;
    }

    /** For the timeline: one line, without what could end it or move a terminal's cursor. */
    String text() {
        if (failure == null) {
            return isDone ? "handled" : "not tried";
        }
        StringBuilder text = new StringBuilder(isDone ? "rejected: " : "failed: ");
        text.append(failure.getClass().getSimpleName());
        String reason = failure.getMessage() == null ? "" : failure.getMessage();
        text.append(reason.isEmpty() ? "" : ": ");
        for (int i = 0; i < reason.length() && i < 100; i++) {
            char c = reason.charAt(i);
            text.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return text.toString();
    }
}
