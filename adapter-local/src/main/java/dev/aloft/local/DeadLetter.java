package dev.aloft.local;

import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.local.engine.Letter;

/**
 * A message that a function could not handle: it was rejected, its attempts are used up, or it is too old.
 *
 * <pre>{@code
 * assertThat(functions.queue("orders").deadLetters()).extracting(DeadLetter::reason).containsExactly("no such customer");
 * }</pre>
 *
 * @param function the function that could not handle it, for example {@code ship-order}
 * @param message the message as it was sent
 * @param attempts how often it was delivered
 * @param reasonType the class of what the last delivery failed with, for example {@code dev.aloft.Rejected}; empty if it did not get to the
 *     function then
 * @param reason its text; empty if it has none
 */
public record DeadLetter(String function, Message<Body> message, int attempts, String reasonType, String reason) {
    @SuppressWarnings("unchecked")
    static DeadLetter of(Letter letter) {
        return new DeadLetter(
                letter.function(),
                (Message<Body>) letter.parcel().content(),
                letter.attempts(),
                reasonType(letter),
                reason(letter));
    }

    static String reasonType(Letter letter) {
        return letter.reasonType();
    }

    static String reason(Letter letter) {
        if (!letter.reasonType().isEmpty()) {
            return letter.reason();
        }
        return letter.cause() == Letter.Cause.AGE
                ? "It is older than its source keeps it."
                : "The function did not get to it in its last delivery.";
    }
}
