package dev.aloft.local.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One function's copy of a message, with what has become of it so far: what an invocation gets. */
public final class Parcel {
    private final String id;
    private final Item item;
    private final long sequence;
    private final boolean twin;
    private @Nullable Lane lane;
    private long rank;
    private long sentAt;
    private long due;
    private int attempts;
    private boolean duplicate;

    Parcel(String id, Item item, long sequence, boolean twin) {
        this.id = id;
        this.item = item;
        this.sequence = sequence;
        this.twin = twin;
        this.duplicate = twin;
    }

    /** The message's id, the same at every delivery. */
    public String id() {
        return id;
    }

    /** What it keeps its order with; null if with nothing. */
    public @Nullable String key() {
        return item.key();
    }

    /** What was sent. */
    public Object content() {
        return item.content();
    }

    /** Which delivery this is, 1 for the first. */
    public int attempt() {
        return attempts;
    }

    /** Whether the platform delivers it although the function has handled it, or is handling it. */
    public boolean isDuplicate() {
        return duplicate;
    }

    /** Whether it is only there to be delivered at the same time as another one: it comes once, whatever becomes of it. */
    boolean isTwin() {
        return twin;
    }

    long sequence() {
        return sequence;
    }

    long sentAt() {
        return sentAt;
    }

    long due() {
        return due;
    }

    /** By which those that are due are chosen. */
    long rank() {
        return rank;
    }

    Lane lane() {
        return Objects.requireNonNull(lane);
    }

    void enter(Lane itsLane) {
        lane = itsLane;
    }

    /** Begins anew, as if it were sent now. */
    void send(long now, long itsRank) {
        sentAt = now;
        due = now;
        rank = itsRank;
        attempts = 0;
        duplicate = twin;
    }

    void begin() {
        attempts++;
    }

    /** @param counts whether the delivery that is over was one of its attempts */
    void comesAgain(long when, boolean counts) {
        due = when;
        attempts -= counts ? 0 : 1;
    }

    /** From now on each delivery is one more than needed. */
    void handled() {
        duplicate = true;
    }
}
