package dev.aloft.local.engine;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A platform in this process, in virtual time: it keeps what is sent, delivers it by the rules of a profile, and runs functions in
 * instances that start and end.
 *
 * <pre>{@code
 * Engine engine = Engine.of(Profile.named("strict"), 42);
 * engine.subscribe("ship-order", SourceKind.QUEUE, "orders", ShipOrder::target);
 * engine.send(SourceKind.QUEUE, "orders", new Item("o-1", null, order, 120));
 * engine.deliverAll();
 * System.out.println(engine.timeline().text());
 * }</pre>
 *
 * <p>The same seed and the same calls give the same timeline. It is thread-safe; one thread delivers at a time.
 */
public final class Engine {
    /** More invocations than any test means; a function that feeds itself would never end. */
    private static final int MOST_CALLS = 100_000;

    private static final long PATIENCE = 10_000;

    private final Profile profile;
    private final Dice dice;
    private final Crew crew;
    private final Timeline timeline;
    private final Map<Inbox, Fleet> fleets = new LinkedHashMap<>();
    private final PriorityQueue<Call> running = new PriorityQueue<>(Call::byDue);
    private final ReentrantLock delivering = new ReentrantLock();
    private long now;
    private long calls;
    private long sent;

    private Engine(Profile profile, long seed, Crew crew) {
        this.profile = profile;
        this.dice = new Dice(seed);
        this.crew = crew;
        this.timeline = new Timeline("profile " + profile.name() + ", seed " + seed);
    }

    /**
     * An engine whose functions may take as much real time as the profile gives them, 10 seconds at most.
     *
     * @param profile the platform
     * @param seed what chance follows from
     * @return the engine, without functions
     */
    public static Engine of(Profile profile, long seed) {
        return of(profile, seed, Duration.ofMillis(Math.min(profile.timeout, PATIENCE)));
    }

    /**
     * An engine that waits another time for its functions.
     *
     * @param profile the platform
     * @param seed what chance follows from
     * @param patience after how much real time an invocation counts as one that takes longer than the platform allows
     * @return the engine, without functions
     */
    public static Engine of(Profile profile, long seed, Duration patience) {
        return of(profile, seed, new Threads(patience.toMillis(), seed));
    }

    static Engine of(Profile profile, long seed, Crew crew) {
        return new Engine(profile, seed, crew);
    }

    /**
     * Adds a function.
     *
     * @param function its name
     * @param kind what it takes
     * @param source the name of the queue, topic and so on
     * @param starter makes the handler of an instance that starts
     */
    public synchronized void subscribe(String function, SourceKind kind, String source, Supplier<Target> starter) {
        Dice own = dice.of(function);
        Inbox inbox = new Inbox(new Inbox.Subscription(function, kind, source), profile.rules(kind), own, timeline);
        fleets.put(inbox, new Fleet(profile, own, starter));
    }

    /**
     * Sends a message or event. What a function sends is there when all invocations that began with its own have returned.
     *
     * @param kind what it is sent to
     * @param source the name of the queue, topic and so on
     * @param item what is sent
     * @return its id
     * @throws AloftException with code ALOFT-142 if it is larger than the platform takes
     */
    public String send(SourceKind kind, String source, Item item) {
        profile.check(kind, source, item.size());
        Call call = running();
        return call == null ? accept(kind, source, item) : call.send(kind, source, item);
    }

    /** The invocation of this engine that the current thread runs; null if it runs none, or one of another engine. */
    private @Nullable Call running() {
        Call call = Call.current();
        return call != null && fleets.containsKey(call.inbox()) ? call : null;
    }

    private synchronized String accept(SourceKind kind, String source, Item item) {
        sent++;
        String id = item.id() == null ? source + "-" + sent : item.id();
        boolean taken = false;
        for (Inbox inbox : fleets.keySet()) {
            if (inbox.isOf(kind, source)) {
                taken = true;
                inbox.add(id, item, now);
            }
        }
        timeline.happened(now, kind.word() + " " + source, id, "", taken ? "sent" : "sent, but no function takes it");
        return id;
    }

    /**
     * Delivers until nothing waits any more, what functions send meanwhile included; time goes on as far as needed. It ends early if
     * the thread is interrupted.
     *
     * @throws AloftException with code ALOFT-143 if that takes more than 100,000 invocations
     */
    public void deliverAll() {
        deliver(Long.MAX_VALUE);
    }

    /**
     * Lets time go by, and delivers what is due meanwhile.
     *
     * @param time how long
     * @throws AloftException with code ALOFT-143 if that takes more than 100,000 invocations
     */
    public void advance(Duration time) {
        long until = now() + time.toMillis();
        deliver(until);
        synchronized (this) {
            now = Math.max(now, until);
        }
    }

    private void deliver(long until) {
        if (running() != null) {
            throw new IllegalStateException(
                    "A function cannot deliver; what it sends is delivered when it has returned.");
        }
        delivering.lock();
        try {
            long first = calls;
            while (!Thread.currentThread().isInterrupted() && step(until)) {
                if (calls - first > MOST_CALLS) {
                    throw endless();
                }
            }
        } finally {
            delivering.unlock();
        }
    }

    private static AloftException endless() {
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-143",
                "There were more than " + MOST_CALLS
                        + " invocations, and something still waits. Most likely a function sends"
                        + " to what it takes from: see the end of the timeline. Let it send to another source.");
    }

    private boolean step(long until) {
        List<Call> started = start();
        if (started.isEmpty()) {
            return goOn(until);
        }
        crew.run(started);
        land(started);
        return true;
    }

    /** Begins every invocation that can begin now. */
    private synchronized List<Call> start() {
        List<Call> started = new ArrayList<>();
        for (Map.Entry<Inbox, Fleet> entry : fleets.entrySet()) {
            while (entry.getValue().hasRoom()) {
                List<Parcel> parcels = entry.getKey().take(now);
                if (parcels.isEmpty()) {
                    break;
                }
                calls++;
                started.add(new Call(calls, entry.getKey(), entry.getValue().pick(now), parcels, now));
            }
        }
        return started;
    }

    /** Takes up what invocations have done, one after the other. */
    private synchronized void land(List<Call> done) {
        for (Call call : done) {
            Parcel first = call.parcels().get(0);
            int most = Math.toIntExact(profile.duration);
            call.land(1L + call.inbox().dice().roll(most, Dice.DURATION, first.sequence(), first.attempt()));
            if (call.isTimedOut()) {
                call.itsInstance().stop();
            }
            String place = call.leftWork();
            if (place != null) {
                timeline.warning(call, "work is left running after the return: " + place);
            }
            for (Call.Sent item : call.outbox()) {
                accept(item.kind(), item.source(), item.item());
            }
            running.add(call);
        }
    }

    /** Lets time go on to what happens next. @return false if that is later than the given time, or nothing */
    private synchronized boolean goOn(long until) {
        Long next = nextDue();
        if (next == null || next > until) {
            return false;
        }
        now = Math.max(now, next);
        while (!running.isEmpty() && running.element().due() <= now) {
            Call call = running.remove();
            if (!call.isSettled()) {
                call.inbox().settle(call);
                call.settled();
            }
            if (call.due() > now) {
                running.add(call);
            } else {
                call.itsInstance().end(now);
            }
        }
        return true;
    }

    /** When something happens by itself, in virtual milliseconds; null if nothing waits. */
    public synchronized @Nullable Long nextDue() {
        Long next = running.isEmpty() ? null : running.element().due();
        for (Map.Entry<Inbox, Fleet> entry : fleets.entrySet()) {
            Long due = entry.getValue().hasRoom() ? entry.getKey().nextDue() : null;
            next = next == null || due != null && due < next ? due : next;
        }
        return next;
    }

    /** The virtual time, in milliseconds since the engine was made; it never goes back. */
    public synchronized long now() {
        return now;
    }

    /** How many copies of messages are not done with. */
    public synchronized int waiting() {
        int waiting = 0;
        for (Inbox inbox : fleets.keySet()) {
            waiting += inbox.waiting();
        }
        return waiting;
    }

    /** What could not be handled, function by function. */
    public synchronized List<Letter> letters() {
        List<Letter> letters = new ArrayList<>();
        for (Inbox inbox : fleets.keySet()) {
            letters.addAll(inbox.letters());
        }
        return letters;
    }

    /**
     * Delivers a dead letter again, as if it were sent now.
     *
     * @param letter one of {@link #letters()}
     */
    public synchronized void redrive(Letter letter) {
        for (Inbox inbox : fleets.keySet()) {
            if (inbox.redrive(letter, now)) {
                timeline.happened(now, letter.source(), letter.parcel().id(), letter.function(), "redriven");
            }
        }
    }

    /** What has happened so far. */
    public Timeline timeline() {
        return timeline;
    }
}
