package dev.aloft.local;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for one function, and what it could not handle. Its broker guards it. */
final class Mailbox {
    private final Subscription subscription;
    /** Lines of which nothing is being delivered. */
    private final PriorityQueue<Line> ready = new PriorityQueue<>();

    private final Map<String, Line> groups = new HashMap<>();
    private final List<Undeliverable> undeliverable = new ArrayList<>();
    private int waiting;
    private long handled;

    Mailbox(Subscription subscription) {
        this.subscription = subscription;
    }

    Subscription subscription() {
        return subscription;
    }

    /** How many messages are not done with, those that are just being delivered among them. */
    int waiting() {
        return waiting;
    }

    long handled() {
        return handled;
    }

    List<Undeliverable> undeliverable() {
        return List.copyOf(undeliverable);
    }

    void add(Parcel parcel) {
        waiting++;
        String group = parcel.group();
        Line line = group == null ? null : groups.get(group);
        if (line != null) {
            line.add(parcel);
            return;
        }
        Line newLine = new Line(group);
        newLine.add(parcel);
        ready.add(newLine);
        if (group != null) {
            groups.put(group, newLine);
        }
    }

    /** When the next delivery is due; null if nothing waits but what is being delivered. */
    @Nullable
    Long nextDue() {
        Line first = ready.peek();
        return first == null ? null : first.next().due();
    }

    /** Takes what is due, in order. What follows in the same groups stays where it is until this is settled. */
    List<Parcel> take(long now, int most) {
        List<Parcel> taken = new ArrayList<>();
        PriorityQueue<Line> open = new PriorityQueue<>();
        PriorityQueue<Line> from = first(open);
        while (taken.size() < most && !from.isEmpty() && from.element().next().due() <= now) {
            Line line = from.remove();
            taken.add(line.takeNext());
            if (!line.isEmpty()) {
                open.add(line);
            }
            from = first(open);
        }
        return taken;
    }

    private PriorityQueue<Line> first(PriorityQueue<Line> open) {
        boolean isOpenFirst =
                !open.isEmpty() && (ready.isEmpty() || open.element().compareTo(ready.element()) < 0);
        return isOpenFirst ? open : ready;
    }

    /**
     * Ends a delivery.
     *
     * @param taken what was delivered
     * @param again what of it is to come again, in order
     * @param never what of it is not to come again although it was not handled
     */
    void settle(List<Parcel> taken, List<Parcel> again, List<Undeliverable> never) {
        int done = taken.size() - again.size();
        waiting -= done;
        handled += done - never.size();
        undeliverable.addAll(never);
        for (int i = again.size() - 1; i >= 0; i--) {
            again.get(i).line().giveBack(again.get(i));
        }
        Set<Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Parcel parcel : taken) {
            if (lines.add(parcel.line())) {
                release(parcel.line());
            }
        }
    }

    private void release(Line line) {
        if (!line.isEmpty()) {
            ready.add(line);
        } else if (line.group() != null) {
            groups.remove(line.group());
        }
    }
}
