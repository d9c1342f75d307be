package dev.aloft.local;

import java.util.ArrayList;
import java.util.List;

/**
 * An event that a function could not handle: it was rejected, or its attempts are used up.
 *
 * <pre>{@code
 * assertThat(functions.deadEvents()).extracting(DeadEvent::function).containsExactly("count-orders");
 * }</pre>
 *
 * @param function the function that could not handle it, for example {@code count-orders}
 * @param event the event as it was sent
 * @param attempts how often it was delivered, at least 1
 * @param reasonType the class of what the last delivery failed with, for example {@code dev.aloft.Rejected}
 * @param reason its text; empty if it has none
 * @param <E> what kind of event it is: {@link dev.aloft.Event}, {@link dev.aloft.StorageEvent}, {@link dev.aloft.ScheduleEvent} or
 *     {@link dev.aloft.ChangeEvent}
 */
public record DeadEvent<E>(String function, E event, int attempts, String reasonType, String reason) {
    @SuppressWarnings("unchecked")
    static <E> List<DeadEvent<E>> all(List<Parcel> letters) {
        List<DeadEvent<E>> dead = new ArrayList<>(letters.size());
        for (Parcel letter : letters) {
            dead.add(new DeadEvent<>(
                    letter.mailbox().function(),
                    (E) letter.content(),
                    letter.attempts(),
                    letter.reasonType(),
                    letter.reason()));
        }
        return List.copyOf(dead);
    }
}
