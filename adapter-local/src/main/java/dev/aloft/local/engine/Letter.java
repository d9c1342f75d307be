package dev.aloft.local.engine;

/**
 * A message that a function could not handle.
 *
 * @param source what it came from, for example {@code queue orders}
 * @param function the function that could not handle it
 * @param parcel the message
 * @param attempts how often it was delivered
 * @param cause why it was given up
 * @param reasonType the class of what the last delivery failed with; empty if it was not tried then
 * @param reason its text; empty if it has none. Neither keeps the application's classes in memory
 * @param isKept whether the platform keeps it as a dead letter; otherwise it is gone
 */
public record Letter(
        String source,
        String function,
        Parcel parcel,
        int attempts,
        Cause cause,
        String reasonType,
        String reason,
        boolean isKept) {
    /** Why a message was given up. */
    public enum Cause {
        /** The function rejected it. */
        REJECTED,
        /** Its attempts are used up. */
        ATTEMPTS,
        /** It is older than the source keeps messages. */
        AGE
    }
}
