package dev.aloft.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Parcels that keep their order: those of one group, or a single one without a group. Lines are told apart as objects. */
final class Line implements Comparable<Line> {
    private final @Nullable String group;
    private final Deque<Parcel> parcels = new ArrayDeque<>(1);

    Line(@Nullable String group) {
        this.group = group;
    }

    @Nullable
    String group() {
        return group;
    }

    void add(Parcel parcel) {
        parcel.enter(this);
        parcels.addLast(parcel);
    }

    Parcel next() {
        return parcels.getFirst();
    }

    Parcel takeNext() {
        return parcels.removeFirst();
    }

    /** Puts back what {@link #takeNext()} gave, the last one first. */
    void giveBack(Parcel parcel) {
        parcels.addFirst(parcel);
    }

    boolean isEmpty() {
        return parcels.isEmpty();
    }

    /** By when the next parcel is due, then by its turn. */
    @Override
    public int compareTo(Line other) {
        int byDue = Long.compare(next().due(), other.next().due());
        return byDue != 0 ? byDue : Long.compare(next().turn(), other.next().turn());
    }
}
