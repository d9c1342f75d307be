package dev.aloft.local.engine;

import dev.aloft.AloftException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A platform in this process, in virtual time: it keeps what is sent, delivers it by the rules of a profile, and runs functions in
 * instances that start and end.
 *
 * <pre>{@code
 * Engine engine = Engine.of(Profile.named("strict"), 42);
 * engine.subscribe(new Subscription("ship-order", SourceKind.QUEUE, "orders"), ShipOrder::target);
 * engine.send(SourceKind.QUEUE, "orders", new Item("o-1", null, order, 120));
 * engine.deliverAll();
 * System.out.println(engine.timeline().text());
 * }</pre>
 *
 * <p>The same seed and calls give the same timeline. It is thread-safe; one thread delivers at a time. Clients wait for {@link Requests}.
 */
public final class Engine {
    /** More invocations than any test means; a function that feeds itself would never end. */
    private static final int MOST_CALLS = 100_000;

    final Profile profile;
    final Dice dice;
    final Crew crew;
    private final Timeline timeline;
    private final Inboxes inboxes;
    private final Underway underway;
    private final Numbers numbers = new Numbers();
    private final ReentrantLock delivering = new ReentrantLock();
    private long now;
    private long calls;

    private Engine(Profile profile, long seed, Crew crew) {
        this.profile = profile;
        this.dice = new Dice(seed);
        this.crew = crew;
        this.timeline = new Timeline("profile " + profile.name() + ", seed " + seed);
        this.inboxes = new Inboxes(profile, dice, timeline);
        this.underway = new Underway(profile.duration, timeline);
    }

    /**
     * An engine whose functions may take as much real time as the profile gives them, 10 seconds at most. If the profile keeps them
     * all in one instance, they run one after the other in the thread that delivers, as long as they like.
     *
     * @param profile the platform
     * @param seed what chance follows from
     * @return the engine, without functions
     */
    public static Engine of(Profile profile, long seed) {
        return profile.apart
                ? of(profile, seed, Duration.ofMillis(Math.min(profile.timeout, 10_000)))
                : of(profile, seed, Crew::oneByOne);
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
     * Adds a function. Two sources of one function feed the same instances.
     *
     * @param subscription which one, and what it takes
     * @param starter makes the handler of an instance that starts
     */
    public synchronized void subscribe(Subscription subscription, Supplier<Target> starter) {
        inboxes.add(subscription, starter);
    }

    /** Lets instances end what they have begun and take nothing more, so that what comes is for handlers that start anew. */
    public synchronized void retire() {
        inboxes.retire();
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
        String id = item.id() == null ? newId() : item.id();
        Call.Sent sent = new Call.Sent(kind, source, new Item(id, item.key(), item.content(), item.size()));
        Call call = running();
        if (call == null) {
            accept(List.of(sent));
        } else {
            call.send(sent);
        }
        return id;
    }

    /** The invocation of this engine that the current thread runs. */
    private @Nullable Call running() {
        Call call = Call.current();
        return call != null && inboxes.has(call.inbox()) ? call : null;
    }

    synchronized void accept(List<Call.Sent> all) {
        for (Call.Sent sent : all) {
            inboxes.accept(sent, now);
        }
    }

    /** An id of its own: the seed in base 36 and a number, as {@code 16-7}. The same seed and the same calls give the same ids. */
    public String newId() {
        Call call = running();
        return dice.name() + "-" + (call == null ? Long.toString(numbers.nextId()) : call.newId());
    }

    /**
     * A number greater than those before it, and at least the time in microseconds. Functions that run at once have numbers of their
     * own, in the order in which they began. The first of all is 0.
     */
    public long nextSequence() {
        Call call = running();
        long own = call == null ? -1 : call.nextSequence();
        return own < 0 ? numbers.reserve(1, now()) : own;
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
     * @throws AloftException with code ALOFT-143 as {@link #deliverAll} does
     */
    public void advance(Duration time) {
        long until = now() + time.toMillis();
        deliver(until);
        if (!Thread.currentThread().isInterrupted()) {
            reach(until);
        }
    }

    /**
     * Begins every invocation that can begin now, and ends those whose time is over: for a server, which has each of them
     * {@link #run} on a thread of its own and {@link #end} when it has returned.
     *
     * @return what has begun
     */
    public List<Call> beginDue() {
        begin();
        try {
            List<Call> begun = new ArrayList<>(start());
            while (goOn(now())) {
                begun.addAll(start());
            }
            return begun;
        } finally {
            delivering.unlock();
        }
    }

    /** Runs an invocation that {@link #beginDue} began, for as much real time as the profile gives it. */
    public void run(Call call) {
        crew.runOne(call, call.timeout());
    }

    /** Takes up what an invocation has done that has {@link #run}. */
    public synchronized void end(Call call) {
        land(List.of(call));
        goOn(now);
    }

    private void begin() {
        if (running() != null) {
            throw new IllegalStateException(
                    "A function cannot deliver; what it sends is delivered when it has returned.");
        }
        delivering.lock();
    }

    private void deliver(long until) {
        begin();
        try {
            long first = calls;
            while (!Thread.currentThread().isInterrupted() && step(until)) {
                if (calls - first > MOST_CALLS) {
                    throw Inboxes.endless(MOST_CALLS);
                }
            }
        } finally {
            delivering.unlock();
        }
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
        for (Call next = inboxes.begin(calls + 1, now); next != null; next = inboxes.begin(calls + 1, now)) {
            next.number(numbers.reserve(Call.SEQUENCES, now));
            started.add(next);
            calls++;
        }
        underway.watch(started);
        return started;
    }

    /** Takes up what invocations have done, one after the other. */
    private synchronized void land(List<Call> done) {
        for (Call call : done) {
            underway.forget(call);
            underway.land(call, now);
            accept(call.outbox());
            underway.add(call);
        }
    }

    /** Lets time go on to what happens next. @return false if that is later than the given time, or nothing */
    private synchronized boolean goOn(long until) {
        Long next = nextDue();
        if (next == null || next > until) {
            return false;
        }
        now = Math.max(now, next);
        underway.end(now);
        return true;
    }

    /** When something happens by itself, in virtual milliseconds; null if nothing waits. */
    public synchronized @Nullable Long nextDue() {
        Long end = underway.nextDue();
        Long due = inboxes.nextDue();
        return end == null || due != null && due < end ? due : end;
    }

    /** The virtual time, in milliseconds since the engine was made; it never goes back. */
    public synchronized long now() {
        return now;
    }

    /** Lets time go by without a delivery, until it is at least the given virtual time. */
    public synchronized void reach(long time) {
        now = Math.max(now, time);
    }

    /** What waits for all functions. */
    public Backlog backlog() {
        return backlog(null);
    }

    /** What waits for some functions; null for all. */
    public synchronized Backlog backlog(@Nullable Collection<String> functions) {
        return new Backlog(this, inboxes.of(functions));
    }

    /** The number of one more invocation. */
    synchronized long nextCall() {
        return ++calls;
    }

    /** What has happened so far. */
    public Timeline timeline() {
        return timeline;
    }
}
