package dev.aloft.local;

import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.runtime.DeliveryItem;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One function's copy of a message or event, with what has become of it so far. Its broker guards it. */
final class Parcel {
    private final Object content;
    private final long turn;
    private @Nullable Line line;
    private int attempts;
    private long due;

    /**
     * @param content a {@code Message<Body>} or an {@code Event}
     * @param turn a number that grows from parcel to parcel
     * @param due when it may be delivered
     */
    Parcel(Object content, long turn, long due) {
        this.content = content;
        this.turn = turn;
        this.due = due;
    }

    Object content() {
        return content;
    }

    /** What it keeps its order with; null if with nothing. */
    @Nullable
    String group() {
        return content instanceof Message<?> message ? message.orderingKey().orElse(null) : null;
    }

    long turn() {
        return turn;
    }

    long due() {
        return due;
    }

    int attempts() {
        return attempts;
    }

    void attempted() {
        attempts++;
    }

    void postpone(long until) {
        due = until;
    }

    Line line() {
        return Objects.requireNonNull(line);
    }

    void enter(Line itsLine) {
        line = itsLine;
    }

    @SuppressWarnings("unchecked")
    DeliveryItem item() {
        if (content instanceof Event event) {
            return DeliveryItem.of(event);
        }
        Message<Body> message = (Message<Body>) content;
        Message<Body> delivered =
                message.toBuilder(message.body().bytes()).attempt(attempts + 1).build();
        return DeliveryItem.of(message.id(), group(), delivered);
    }
}
