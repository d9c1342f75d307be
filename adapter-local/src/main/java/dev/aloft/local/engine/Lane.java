package dev.aloft.local.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Parcels that keep their order: those of one key or shard, or a single one. Nothing of it comes while a part is being delivered. */
final class Lane {
    private final @Nullable String key;
    private final Deque<Parcel> parcels = new ArrayDeque<>(2);

    Lane(@Nullable String key) {
        this.key = key;
    }

    @Nullable
    String key() {
        return key;
    }

    void add(Parcel parcel) {
        parcel.enter(this);
        parcels.addLast(parcel);
    }

    void giveBack(Parcel parcel) {
        parcels.addFirst(parcel);
    }

    Parcel first() {
        return parcels.getFirst();
    }

    Parcel takeFirst() {
        return parcels.removeFirst();
    }

    boolean isEmpty() {
        return parcels.isEmpty();
    }

    static int byDue(Lane one, Lane other) {
        int order = Long.compare(one.first().due(), other.first().due());
        return order != 0 ? order : byRank(one, other);
    }

    static int byRank(Lane one, Lane other) {
        int order = Long.compare(one.first().rank(), other.first().rank());
        order = order != 0
                ? order
                : Long.compare(one.first().sequence(), other.first().sequence());
        return order != 0
                ? order
                : Boolean.compare(one.first().isTwin(), other.first().isTwin());
    }
}
