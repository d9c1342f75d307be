package dev.aloft.local;

import dev.aloft.Event;

/**
 * An event that a function could not handle: it was rejected, or its attempts are used up.
 *
 * <pre>{@code
 * assertThat(functions.deadEvents()).extracting(DeadEvent::function).containsExactly("count-orders");
 * }</pre>
 *
 * @param function the function that could not handle it, for example {@code count-orders}
 * @param event the event
 * @param attempts how often it was delivered, at least 1
 * @param reasonType the class of what the last delivery failed with, for example {@code dev.aloft.Rejected}
 * @param reason its text; empty if it has none
 */
public record DeadEvent(String function, Event event, int attempts, String reasonType, String reason) {
    static DeadEvent of(Parcel letter) {
        return new DeadEvent(
                letter.mailbox().function(),
                (Event) letter.content(),
                letter.attempts(),
                letter.reasonType(),
                letter.reason());
    }
}
