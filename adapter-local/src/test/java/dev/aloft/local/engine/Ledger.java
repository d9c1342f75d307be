package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scenario's handlers have seen, written by themselves and not by the engine. */
final class Ledger {
    private final List<Subscriber> subscribers = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> seen = new HashMap<>();

    record Subscriber(String function, SourceKind kind, String source) {}

    record Sent(
            SourceKind kind,
            String source,
            String id,
            @Nullable String key,
            long time) {}

    /**
     * One message of one invocation. The outcome is null if the invocation failed as a whole; whether the handler had done its part
     * before stays.
     */
    static final class Entry {
        final Call call;
        final String id;
        final int position;
        final int attempt;
        final boolean twin;
        boolean duplicate;

        @Nullable
        Outcome outcome;

        boolean conducted;
        boolean tried;

        Entry(Call call, Parcel parcel, int position) {
            this.position = position;
            this.call = call;
            this.id = parcel.id();
            this.attempt = parcel.attempt();
            this.twin = parcel.isTwin();
            this.duplicate = parcel.isDuplicate();
        }

        boolean isDone() {
            return outcome != null && outcome.isDone();
        }

        boolean isHandled() {
            return isDone() && outcome != null && outcome.failure() == null;
        }
    }

    void subscribed(String function, SourceKind kind, String source) {
        subscribers.add(new Subscriber(function, kind, source));
    }

    void sent(SourceKind kind, String source, String id, @Nullable String key, long time) {
        sent.add(new Sent(kind, source, id, key, time));
    }

    /** @return the index of the first message's entry */
    int received(Call call) {
        int first = entries.size();
        for (Parcel parcel : call.parcels()) {
            Entry entry = new Entry(call, parcel, entries.size());
            entries.add(entry);
            seen.computeIfAbsent(call.function() + " " + parcel.id(), key -> new ArrayList<>())
                    .add(entry);
        }
        return first;
    }

    void tries(int index) {
        entries.get(index).tried = true;
    }

    void outcome(int index, Outcome outcome) {
        entries.get(index).outcome = outcome;
        entries.get(index).conducted = outcome.isDone();
    }

    /** The invocation has failed as a whole, whatever became of its messages. */
    void broken(int first) {
        for (int i = first; i < entries.size(); i++) {
            entries.get(i).outcome = null;
        }
    }

    List<Subscriber> subscribers() {
        return subscribers;
    }

    List<Sent> sent() {
        return sent;
    }

    List<Entry> entries() {
        return entries;
    }

    /** What a function has seen of a message, in order. */
    List<Entry> of(String function, String id) {
        return seen.getOrDefault(function + " " + id, List.of());
    }
}
