package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What waits for one function, and what the platform does with it after each invocation. Its engine guards it. */
final class Inbox {
    /** Of what nothing keeps, nobody asks for more, and a server that runs for days would not stop growing. */
    private static final int MOST_DROPPED = 1_000;

    private final Subscription subscription;
    private final Rules rules;
    private final Dice dice;
    private final Timeline timeline;
    private final List<Letter> letters = new ArrayList<>();
    /** Lanes whose first parcel is not due yet. */
    private final PriorityQueue<Lane> sleeping = new PriorityQueue<>(Lane::byDue);
    /** Lanes of which something can be delivered. */
    private final PriorityQueue<Lane> ready = new PriorityQueue<>(Lane::byRank);

    private final Map<String, Lane> lanes = new HashMap<>();
    private long sequence;
    private long takes;
    private int waiting;
    private long handled;
    private boolean doubled;

    Inbox(Subscription subscription, Rules rules, Dice dice, Timeline timeline) {
        this.subscription = subscription;
        this.rules = rules;
        this.dice = dice;
        this.timeline = timeline;
    }

    String function() {
        return subscription.function();
    }

    /** For example {@code queue orders}. */
    String source() {
        return subscription.place();
    }

    boolean takes(Call.Sent sent) {
        return subscription.kind() == sent.kind()
                && subscription.source().equals(sent.source())
                && subscription.takes().test(sent.item().content());
    }

    Rules rules() {
        return rules;
    }

    Dice dice() {
        return dice;
    }

    /** How many copies are not done with. */
    int waiting() {
        return waiting;
    }

    /** How many messages are done with since they were handled. */
    long handled() {
        return handled;
    }

    List<Letter> letters() {
        return letters;
    }

    Timeline timeline() {
        return timeline;
    }

    void add(String id, Item item, long now) {
        sequence++;
        boolean twice = dice.chance(rules.twins, Dice.TWIN, sequence, 0);
        enter(new Parcel(id, item, sequence, false), now);
        if (twice) {
            doubled = true;
            enter(new Parcel(id, item, sequence, true), now);
        }
    }

    private void enter(Parcel parcel, long now) {
        int overtakes = dice.roll(rules.shuffle + 1, Dice.RANK, parcel.sequence(), parcel.isTwin() ? 1 : 0);
        parcel.send(now, parcel.sequence() + overtakes);
        waiting++;
        String key = laneKey(parcel);
        Lane lane = key == null ? null : lanes.get(key);
        if (lane != null) {
            lane.add(parcel);
            return;
        }
        Lane fresh = new Lane(key);
        fresh.add(parcel);
        sleeping.add(fresh);
        if (key != null) {
            lanes.put(key, fresh);
        }
    }

    private @Nullable String laneKey(Parcel parcel) {
        if (rules.order == Rules.Order.SHARD) {
            String key = parcel.key();
            return Integer.toString(rules.shard(key == null ? parcel.sequence() : key.hashCode()));
        }
        return rules.order == Rules.Order.KEY ? parcel.key() : null;
    }

    /** When something can be delivered; null if nothing waits but what is being delivered. */
    @Nullable
    Long nextDue() {
        Lane first = ready.isEmpty() ? sleeping.peek() : ready.peek();
        return first == null ? null : first.first().due();
    }

    /** What is delivered together now; empty if nothing is due. */
    List<Parcel> take(long now) {
        while (!sleeping.isEmpty() && sleeping.element().first().due() <= now) {
            ready.add(sleeping.remove());
        }
        int most = most();
        List<Parcel> taken = new ArrayList<>();
        while (!ready.isEmpty() && taken.size() < most && (taken.isEmpty() || rules.order != Rules.Order.SHARD)) {
            takeFrom(ready.remove(), most, now, taken);
        }
        takes += taken.isEmpty() ? 0 : 1;
        return taken;
    }

    private int most() {
        int most = Math.min(rules.batch, Math.max(waiting, 1));
        return dice.chance(rules.full, Dice.BATCH, takes, 0) ? most : 1 + dice.roll(most, Dice.BATCH, takes, 1);
    }

    private void takeFrom(Lane lane, int most, long now, List<Parcel> taken) {
        int before = taken.size();
        while (!lane.isEmpty() && taken.size() < most && lane.first().due() <= now) {
            Parcel parcel = lane.takeFirst();
            if (rules.isTooOld(parcel.sentAt(), now)) {
                expire(parcel, now);
            } else {
                parcel.begin();
                taken.add(parcel);
            }
        }
        if (taken.size() == before) {
            release(lane);
        }
    }

    private void expire(Parcel parcel, long now) {
        timeline.tooOld(now, this, parcel, giveUp(parcel, Letter.Cause.AGE, null));
    }

    /** Does with the messages of an invocation what the platform does, at the time that is due. */
    void settle(Call call) {
        Settlement settlement = new Settlement(this, call);
        List<Parcel> parcels = call.parcels();
        boolean[] again = new boolean[parcels.size()];
        for (int i = 0; i < again.length; i++) {
            again[i] = settlement.comesAgain(i);
        }
        for (int i = again.length - 1; i >= 0; i--) {
            if (again[i]) {
                parcels.get(i).lane().giveBack(parcels.get(i));
            }
        }
        Set<Lane> released = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Parcel parcel : parcels) {
            if (released.add(parcel.lane())) {
                release(parcel.lane());
            }
        }
    }

    /** Whether a last message has to come twice, since none did. */
    boolean owesDuplicate() {
        return rules.surely && !doubled && waiting == 1;
    }

    void doubled() {
        doubled = true;
    }

    void done(boolean wasHandled) {
        waiting--;
        handled += wasHandled ? 1 : 0;
    }

    /** Ends a message that was not handled. @return whether it is kept */
    Timeline.Then giveUp(Parcel parcel, Letter.Cause cause, @Nullable Throwable failure) {
        waiting--;
        if (parcel.isTwin() || rules.isBeyond(parcel.attempt())) {
            return Timeline.Then.NOTHING;
        }
        String type = failure == null ? "" : failure.getClass().getName();
        String reason = failure == null || failure.getMessage() == null ? "" : failure.getMessage();
        letters.add(new Letter(source(), function(), parcel, parcel.attempt(), cause, type, reason, rules.kept));
        if (!rules.kept && letters.size() > MOST_DROPPED) {
            letters.remove(0);
        }
        return rules.kept ? Timeline.Then.DEAD_LETTERED : Timeline.Then.DROPPED;
    }

    private void release(Lane lane) {
        if (!lane.isEmpty()) {
            sleeping.add(lane);
        } else if (lane.key() != null) {
            lanes.remove(lane.key());
        }
    }

    /** Sends a dead letter once more. @return false if it is none of this function's */
    boolean redrive(Letter letter, long now) {
        if (!letters.remove(letter)) {
            return false;
        }
        enter(letter.parcel(), now);
        return true;
    }
}
