package dev.aloft.local;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.DeliveryItem;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One function's copy of a message or event, with what has become of it so far. Its broker guards it; while it is delivered it is the
 * delivery's own.
 */
final class Parcel {
    private final Mailbox mailbox;
    private final Object content;
    private final long turn;
    private @Nullable Line line;
    private int attempts;
    private long due;
    private @Nullable Throwable failure;
    private boolean done;

    /**
     * @param mailbox where it waits
     * @param content a {@code Message<Body>}, or an event of any kind
     * @param turn a number that grows from parcel to parcel
     * @param due when it may be delivered
     */
    Parcel(Mailbox mailbox, Object content, long turn, long due) {
        this.mailbox = mailbox;
        this.content = content;
        this.turn = turn;
        this.due = due;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    Object content() {
        return content;
    }

    String id() {
        if (content instanceof Message<?> message) {
            return message.id();
        }
        if (content instanceof Event event) {
            return event.id();
        }
        if (content instanceof StorageEvent event) {
            return event.id();
        }
        return content instanceof ScheduleEvent event ? event.id() : ((ChangeEvent<?>) content).id();
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

    Line line() {
        return Objects.requireNonNull(line);
    }

    void enter(Line itsLine) {
        line = itsLine;
    }

    /** Begins a delivery. */
    void begin() {
        failure = null;
    }

    void handled() {
        done = true;
    }

    void failed(Throwable reason) {
        attempts++;
        failure = reason;
    }

    void postpone(long until) {
        due = until;
    }

    void giveUp() {
        done = true;
    }

    /** Whether it does not come again. */
    boolean isDone() {
        return done;
    }

    /** Whether the latest delivery failed; if it is done as well, it is a dead letter. */
    boolean hasFailed() {
        return failure != null;
    }

    /** The class of what the latest delivery failed with. */
    String reasonType() {
        return Objects.requireNonNull(failure).getClass().getName();
    }

    /** The text of what the latest delivery failed with; empty if it has none. */
    String reason() {
        String text = Objects.requireNonNull(failure).getMessage();
        return text == null ? "" : text;
    }

    @SuppressWarnings("unchecked")
    DeliveryItem item(long now) {
        if (content instanceof Event event) {
            return DeliveryItem.of(event);
        }
        if (content instanceof StorageEvent event) {
            return DeliveryItem.of(event.id(), null, event);
        }
        if (content instanceof ScheduleEvent event) {
            return DeliveryItem.of(ScheduleEvent.builder(event.schedule(), Instant.ofEpochMilli(now))
                    .id(event.id())
                    .scheduledAt(event.scheduledAt().orElse(null))
                    .attempt(attempts + 1)
                    .build());
        }
        if (content instanceof ChangeEvent<?>) {
            return DeliveryItem.of(id(), null, (ChangeEvent<Document>) content);
        }
        Message<Body> message = (Message<Body>) content;
        Message<Body> delivered =
                message.toBuilder(message.body().bytes()).attempt(attempts + 1).build();
        return DeliveryItem.of(message.id(), group(), delivered);
    }
}
