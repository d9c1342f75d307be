package dev.aloft.local.engine;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What waits for all functions, in the order in which they were added, and their instances. Its engine guards it. */
final class Inboxes {
    private final Profile profile;
    private final Dice dice;
    private final Timeline timeline;
    /** A function that takes from two sources has one fleet. */
    private final Map<Inbox, Fleet> fleets = new LinkedHashMap<>();

    Inboxes(Profile profile, Dice dice, Timeline timeline) {
        this.profile = profile;
        this.dice = dice;
        this.timeline = timeline;
    }

    void add(Subscription subscription, Supplier<Target> starter) {
        Dice own = dice.of(subscription.function());
        Inbox inbox = new Inbox(subscription, profile.rules(subscription.kind()), own, timeline);
        Fleet fleet = null;
        for (Inbox other : of(List.of(subscription.function()))) {
            fleet = fleets.get(other);
        }
        fleets.put(inbox, fleet == null ? new Fleet(profile, own, starter) : fleet);
    }

    void retire() {
        for (Fleet fleet : fleets.values()) {
            fleet.retire();
        }
    }

    /** Whether it is of the same engine. */
    boolean has(Inbox inbox) {
        return inbox.timeline() == timeline;
    }

    /** Gives each function that takes it a copy. */
    void accept(Call.Sent sent, long now) {
        Item item = sent.item();
        String id = String.valueOf(item.id());
        boolean taken = false;
        for (Inbox inbox : fleets.keySet()) {
            if (inbox.takes(sent)) {
                taken = true;
                inbox.add(id, item, now);
            }
        }
        String source = Subscription.place(sent.kind(), sent.source());
        timeline.sent(now, source, id, taken ? "sent" : "sent, but no function takes it");
    }

    /** The next invocation that can begin now; null if there is none. */
    @Nullable
    Call begin(long number, long now) {
        for (Map.Entry<Inbox, Fleet> entry : fleets.entrySet()) {
            List<Parcel> parcels = entry.getValue().hasRoom() ? entry.getKey().take(now) : List.of();
            if (!parcels.isEmpty()) {
                return new Call(number, entry.getKey(), entry.getValue().pick(now), parcels, now);
            }
        }
        return null;
    }

    /** When something can be delivered; null if nothing waits but what is being delivered. */
    @Nullable
    Long nextDue() {
        Long next = null;
        for (Map.Entry<Inbox, Fleet> entry : fleets.entrySet()) {
            Long due = entry.getValue().hasRoom() ? entry.getKey().nextDue() : null;
            next = next == null || due != null && due < next ? due : next;
        }
        return next;
    }

    /** Those of some functions; null for all. */
    List<Inbox> of(@Nullable Collection<String> functions) {
        List<Inbox> some = new ArrayList<>();
        for (Inbox inbox : fleets.keySet()) {
            if (functions == null || functions.contains(inbox.function())) {
                some.add(inbox);
            }
        }
        return some;
    }

    /** Something still waits after very many invocations. */
    static AloftException endless(int calls) {
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-143",
                "There were more than " + calls
                        + " invocations, and something still waits. Most likely a function sends"
                        + " to what it takes from: see the end of the timeline. Let it send to another source.");
    }
}
