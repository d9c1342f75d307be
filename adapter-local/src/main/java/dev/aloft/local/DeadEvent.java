package dev.aloft.local;

import dev.aloft.local.engine.Letter;
import java.util.ArrayList;
import java.util.List;

/**
 * An event that a function could not handle: it was rejected, its attempts are used up, or it is too old.
 *
 * <pre>{@code
 * assertThat(functions.deadEvents()).extracting(DeadEvent::function).containsExactly("count-orders");
 * }</pre>
 *
 * @param function the function that could not handle it, for example {@code count-orders}
 * @param event the event as it was sent
 * @param attempts how often it was delivered
 * @param reasonType the class of what the last delivery failed with, for example {@code dev.aloft.Rejected}; empty if it did not get to the
 *     function then
 * @param reason its text; empty if it has none
 * @param <E> what kind of event it is: {@link dev.aloft.Event}, {@link dev.aloft.StorageEvent}, {@link dev.aloft.ScheduleEvent} or
 *     {@link dev.aloft.ChangeEvent}
 */
public record DeadEvent<E>(String function, E event, int attempts, String reasonType, String reason) {
    @SuppressWarnings("unchecked")
    static <E> List<DeadEvent<E>> all(List<Letter> letters) {
        List<DeadEvent<E>> dead = new ArrayList<>(letters.size());
        for (Letter letter : letters) {
            dead.add(new DeadEvent<>(
                    letter.function(),
                    (E) letter.parcel().content(),
                    letter.attempts(),
                    DeadLetter.reasonType(letter),
                    DeadLetter.reason(letter)));
        }
        return List.copyOf(dead);
    }
}
