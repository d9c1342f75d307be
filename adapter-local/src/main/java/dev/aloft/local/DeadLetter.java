package dev.aloft.local;

import dev.aloft.Body;
import dev.aloft.Message;

/**
 * A message that a function could not handle: it was rejected, or its attempts are used up.
 *
 * <pre>{@code
 * assertThat(functions.queue("orders").deadLetters()).extracting(DeadLetter::reason).containsExactly("no such customer");
 * }</pre>
 *
 * @param function the function that could not handle it, for example {@code ship-order}
 * @param message the message as it was sent
 * @param attempts how often it was delivered, at least 1
 * @param reasonType the class of what the last delivery failed with, for example {@code dev.aloft.Rejected}
 * @param reason its text; empty if it has none
 */
public record DeadLetter(String function, Message<Body> message, int attempts, String reasonType, String reason) {
    @SuppressWarnings("unchecked")
    static DeadLetter of(Parcel letter) {
        return new DeadLetter(
                letter.mailbox().function(),
                (Message<Body>) letter.content(),
                letter.attempts(),
                letter.reasonType(),
                letter.reason());
    }
}
