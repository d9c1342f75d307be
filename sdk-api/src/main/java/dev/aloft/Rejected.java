package dev.aloft;

/**
 * Says by being thrown that a message or event must not be delivered again: {@code throw new Rejected("no such customer")}.
 *
 * <p>It goes to the dead-letter target where the platform lets a function put it there at once (the local adapter). Elsewhere it is
 * acknowledged, and an entry with its id and this reason is written to the log at level ERROR; the payload is in neither. Where the
 * platform can only take a batch back as a whole (see {@code docs/delivery.md}), it comes again with the batch if another one failed.
 */
public class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Rejects with a reason.
     *
     * @param reason for the log; nothing secret
     */
    public Rejected(String reason) {
        super(reason);
    }

    /**
     * Rejects because of another failure.
     *
     * @param reason for the log; nothing secret
     * @param cause what was thrown first, kept for the log
     */
    public Rejected(String reason, Throwable cause) {
        super(reason, cause);
    }
}
