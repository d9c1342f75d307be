package dev.aloft.local.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One invocation: what is delivered together, to which instance and, in the end, with what outcome. */
public final class Call {
    private static final ThreadLocal<@Nullable Call> CURRENT = new ThreadLocal<>();

    /** How many numbers an invocation has for what it makes, so that it does not matter which of those that meet is faster. */
    static final int SEQUENCES = 1_000;

    private final long number;
    private final Inbox inbox;
    private final Instance instance;
    private final boolean cold;
    private final List<Parcel> parcels;
    private final long start;
    private long sequence = -1;
    private final List<Sent> outbox = new ArrayList<>();
    private @Nullable Call outer;
    private @Nullable Thread thread;
    private @Nullable List<Outcome> outcomes;
    private long spent;
    private int ids;
    private int sequences;
    private boolean timedOut;
    private boolean abandoned;
    private boolean settled;
    private long end = Long.MAX_VALUE;
    private @Nullable String leftWork;

    /** What is sent to where. */
    record Sent(SourceKind kind, String source, Item item) {}

    Call(long number, Inbox inbox, Instance instance, List<Parcel> parcels, long start) {
        this.number = number;
        this.inbox = inbox;
        this.instance = instance;
        this.cold = instance.begin();
        this.parcels = List.copyOf(parcels);
        this.start = start;
    }

    /** @param first the first of {@link #SEQUENCES} numbers that are its own */
    synchronized void number(long first) {
        sequence = first;
    }

    /** The invocation that the current thread runs; null if it runs none. */
    static @Nullable Call current() {
        return CURRENT.get();
    }

    /** The function's name. */
    public String function() {
        return parcels.get(0).content() instanceof Exchange exchange ? exchange.function() : inbox.function();
    }

    /** The messages, in order. */
    public List<Parcel> parcels() {
        return parcels;
    }

    /** Which instance of the function it is, 1 for the first. */
    public int instance() {
        return instance.number();
    }

    /** Whether it is the first of its instance. */
    public boolean isCold() {
        return cold;
    }

    /** When it began, in virtual milliseconds. */
    public long start() {
        return start;
    }

    /** How many milliseconds the platform gives it. */
    public long timeout() {
        return instance.timeout();
    }

    /**
     * Lets virtual time go by, as if the function had worked that long.
     *
     * @param time how long
     * @throws InterruptedException if that is longer than the platform gives it
     */
    public synchronized void spend(Duration time) throws InterruptedException {
        spent += time.toMillis();
        if (spent > timeout()) {
            timedOut = true;
            throw new InterruptedException("The invocation took longer than " + timeout() + " ms.");
        }
    }

    /**
     * Lets virtual time go by for the function that the current thread runs.
     *
     * @param time how long
     * @throws InterruptedException if that is longer than the platform gives it
     * @throws IllegalStateException if the thread runs none
     */
    public static void spendHere(Duration time) throws InterruptedException {
        Call call = CURRENT.get();
        if (call == null) {
            throw new IllegalStateException("Only a function spends time; a test lets it go by with advance.");
        }
        call.spend(time);
    }

    /** Calls the handler, in the thread of an instance. */
    void run() {
        begin();
        List<Outcome> answer;
        try {
            answer = instance.target().invoke(this);
            if (answer.size() != parcels.size()) {
                throw new IllegalStateException(answer.size() + " outcomes of " + parcels.size() + " messages");
            }
        } catch (Throwable failure) {
            // Of a whole batch: whatever was thrown does not say of which message it holds, so none is given up.
            answer = all(new Outcome(false, failure));
        }
        finish(answer);
    }

    private synchronized void begin() {
        outer = CURRENT.get();
        CURRENT.set(this);
        thread = Thread.currentThread();
    }

    private synchronized void finish(List<Outcome> answer) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
        thread = null;
        if (outcomes == null) {
            outcomes = timedOut ? all(timeOut()) : answer;
        }
    }

    private List<Outcome> all(Outcome outcome) {
        return Collections.nCopies(parcels.size(), outcome);
    }

    private Outcome timeOut() {
        return new Outcome(false, new TimeoutException("longer than " + Timeline.length(timeout())));
    }

    /** Takes too long: what it answers from now on does not count, and its thread is asked to stop. @return whether it still ran */
    synchronized boolean interrupt() {
        if (outcomes != null) {
            return false;
        }
        timedOut = true;
        outcomes = all(timeOut());
        if (thread != null) {
            thread.interrupt();
        }
        return true;
    }

    /** Gives up a thread that does not stop. @return whether it still runs */
    synchronized boolean abandon() {
        abandoned = thread != null;
        return abandoned;
    }

    /** Tells it from all others of its engine, 1 for the first. */
    public long number() {
        return number;
    }

    /** What tells a message that it sends from all others of its engine. */
    synchronized String newId() {
        ids++;
        return number + "." + ids;
    }

    /** The next of its own numbers; -1 if it has none left. */
    synchronized long nextSequence() {
        return sequence >= 0 && sequences < SEQUENCES ? sequence + sequences++ : -1;
    }

    /** Keeps what the function sends until the order of the invocations that run at once is known. */
    synchronized void send(Sent sent) {
        if (outcomes != null) {
            throw new IllegalStateException(
                    "The invocation of " + function() + " is over, so it cannot send anything.");
        }
        outbox.add(sent);
    }

    synchronized List<Sent> outbox() {
        return List.copyOf(outbox);
    }

    /** Decides when it ends, now that its outcome is known: not before now. */
    synchronized void land(long duration, long now) {
        long length =
                (cold ? instance.coldStart() : 0) + (timedOut ? timeout() : Math.min(duration + spent, timeout()));
        end = Math.max(start + length, now);
    }

    synchronized Outcome outcome(int index) {
        return outcomes == null ? Outcome.NOT_TRIED : outcomes.get(index);
    }

    synchronized boolean isTimedOut() {
        return timedOut;
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** Whether its messages are visible again before it has ended. */
    synchronized boolean isLate() {
        return inbox.rules().visibility > 0 && end - start > inbox.rules().visibility;
    }

    /** When something is to be done about it: its messages are visible again, or it has ended. */
    synchronized long due() {
        return isLate() && !settled ? start + inbox.rules().visibility : end;
    }

    /** What has become of its messages is decided, though its instance may still be at work. */
    synchronized void settled() {
        settled = true;
    }

    synchronized boolean isSettled() {
        return settled;
    }

    /** Some thread that it started has not ended its work. */
    synchronized void leavesWork(String where) {
        leftWork = leftWork == null || where.compareTo(leftWork) < 0 ? where : leftWork;
    }

    /** Where a thread that it started is still at work; null if none is. */
    synchronized @Nullable String leftWork() {
        return leftWork;
    }

    Inbox inbox() {
        return inbox;
    }

    Instance itsInstance() {
        return instance;
    }

    static int byDue(Call one, Call other) {
        int order = Long.compare(one.due(), other.due());
        return order != 0 ? order : Long.compare(one.number, other.number);
    }
}
