package dev.aloft.local;

import dev.aloft.ChangeEvent;
import dev.aloft.Event;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.Binding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for one function besides HTTP requests, and what it could not handle. Its broker guards it. */
final class Mailbox {
    private final FunctionDefinition function;
    /** Lines of which nothing is being delivered. */
    private final PriorityQueue<Line> ready = new PriorityQueue<>();

    private final Map<String, Line> groups = new HashMap<>();
    private final List<Parcel> undeliverable = new ArrayList<>();
    private int waiting;
    private long handled;

    Mailbox(FunctionDefinition function) {
        this.function = function;
    }

    /** The function's name. */
    String function() {
        return function.name();
    }

    /** Where its messages or events come from. */
    Binding binding() {
        return function.binding();
    }

    /** Whether the function wants to hear of what happens in its source. */
    boolean takes(Object event) {
        return !(event instanceof StorageEvent object) || binding().takes(StorageBinding.events(object.kind()));
    }

    /** Whether it is a function for events that are like this one. */
    boolean takes(Event event) {
        return binding() instanceof EventBinding events && events.takes(event.type(), event.source());
    }

    Origin origin(Parcel parcel) {
        Object content = parcel.content();
        if (content instanceof Event event) {
            return Origin.event("local:event", event.type(), event.source());
        }
        if (content instanceof StorageEvent event) {
            return Origin.storage("local:storage", event.kind(), event.bucket(), event.bucket());
        }
        if (content instanceof ScheduleEvent event) {
            return Origin.schedule("local:schedule", event.schedule(), event.schedule());
        }
        if (content instanceof ChangeEvent<?> change) {
            return Origin.changes("local:database", change.source(), change.source());
        }
        MessageBinding source = (MessageBinding) binding();
        return Origin.messages(
                "local:" + Source.word(source.kind()), List.of(source.kind()), source.source(), source.source());
    }

    /** How many messages are not done with, those that are just being delivered among them. */
    int waiting() {
        return waiting;
    }

    List<Parcel> undeliverable() {
        return undeliverable;
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
    List<Parcel> take(long now, DeliveryRules rules) {
        int most =
                binding() instanceof MessageBinding ? rules.batch() : 1; // events come one by one, as on most platforms
        List<Parcel> taken = new ArrayList<>();
        PriorityQueue<Line> open = new PriorityQueue<>();
        PriorityQueue<Line> from = first(open);
        while (taken.size() < most && !from.isEmpty() && from.element().next().due() <= now) {
            Line line = from.remove();
            Parcel parcel = line.takeNext();
            parcel.begin();
            taken.add(parcel);
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

    /** Ends a delivery: what was not handled waits again, or is a dead letter. */
    void settle(List<Parcel> delivered) {
        for (int i = delivered.size() - 1; i >= 0; i--) {
            Parcel parcel = delivered.get(i);
            if (!parcel.isDone()) {
                parcel.line().giveBack(parcel);
            }
        }
        Set<Line> lines = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Parcel parcel : delivered) {
            if (parcel.isDone()) {
                end(parcel);
            }
            if (lines.add(parcel.line())) {
                release(parcel.line());
            }
        }
    }

    private void end(Parcel parcel) {
        waiting--;
        if (parcel.hasFailed()) {
            undeliverable.add(parcel);
        } else {
            handled++;
        }
    }

    private void release(Line line) {
        if (!line.isEmpty()) {
            ready.add(line);
        } else if (line.group() != null) {
            groups.remove(line.group());
        }
    }

    /** Writes what has become of its messages; of each dead letter the id and the reason, never the payload. */
    void report(JsonWriter json) {
        json.beginObject();
        json.name("name").string(function());
        json.name("waiting").number(waiting);
        json.name("handled").number(handled);
        json.name("deadLetters").beginArray();
        for (Parcel letter : undeliverable) {
            json.beginObject();
            json.name("id").string(letter.id());
            json.name("attempts").number(letter.attempts());
            json.name("reasonType").string(letter.reasonType());
            json.name("reason").string(letter.reason());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    /** As the console shows it: {@code queue orders ship-order}, {@code schedule clean-up}. */
    @Override
    public String toString() {
        String source = binding() instanceof SourceBinding named ? " " + named.source() : "";
        return Source.word(binding()) + source + " " + function();
    }
}
