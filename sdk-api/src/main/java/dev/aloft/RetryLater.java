package dev.aloft;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says by being thrown that a message or event is to be delivered again, but not at once:
 * {@code throw new RetryLater(Duration.ofMinutes(5), "the warehouse is closed")}.
 *
 * <p>The delay is a wish. Google's Cloud Tasks and the local adapter follow it; elsewhere the message comes again after what its
 * source is configured to wait, as after any other exception.
 */
public class RetryLater extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration delay;

    /**
     * Asks for a later delivery.
     *
     * @param delay how long to wait, from zero to 7 days
     * @param reason for the log; nothing secret
     * @throws IllegalArgumentException with code ALOFT-414 for another delay
     */
    public RetryLater(Duration delay, String reason) {
        this(delay, reason, null);
    }

    /**
     * Asks for a later delivery because of another failure.
     *
     * @param delay how long to wait, from zero to 7 days
     * @param reason for the log; nothing secret
     * @param cause what was thrown first, kept for the log
     * @throws IllegalArgumentException with code ALOFT-414 for another delay
     */
    public RetryLater(Duration delay, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        if (delay.isNegative() || delay.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "ALOFT-414 RetryLater takes a delay from zero to 7 days, not " + delay + ".");
        }
        this.delay = delay;
    }

    /** How long to wait, for example {@code PT5M}. */
    public Duration delay() {
        return delay;
    }
}
