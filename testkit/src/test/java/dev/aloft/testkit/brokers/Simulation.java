package dev.aloft.testkit.brokers;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** One run: its seed, its virtual time, its ledger and what the handler does. */
final class Simulation {
    /** The function's time limit. */
    static final long TIMEOUT = 60_000;

    private final FaultPlan faults;
    private final Ledger ledger;
    private final RejectionLog log;
    private final SplittableRandom random;
    private final AtomicLong clock = new AtomicLong();
    private volatile Frame frame = new Frame(0, TIMEOUT, 0);

    Simulation(FaultPlan faults, Ledger ledger) {
        this.faults = faults;
        this.ledger = ledger;
        this.log = new RejectionLog(ledger);
        this.random = new SplittableRandom(faults.seed());
    }

    Ledger ledger() {
        return ledger;
    }

    RejectionLog log() {
        return log;
    }

    /** For the platform's choices; the platform is one thread. */
    SplittableRandom random() {
        return random;
    }

    boolean chance(int of1000) {
        return random.nextInt(1_000) < of1000;
    }

    long now() {
        return clock.get();
    }

    /** Nothing happens until then. */
    void waitUntil(long time) {
        clock.accumulateAndGet(time, Math::max);
    }

    /** Another part of the platform goes on, with its own time. */
    void resume(long time) {
        clock.set(time);
    }

    /** Begins an invocation; some are begun late, so that only a margin is left of what the function is told. */
    Frame begin() {
        boolean late = chance(20);
        frame = new Frame(frame.number() + 1, now() + TIMEOUT, late ? 500 : (int) TIMEOUT);
        return frame;
    }

    boolean isOver(Frame invocation) {
        return now() > invocation.deadline();
    }

    /** What the handler does with a message. */
    void handle(int message, String invocationId) throws Exception {
        Frame current = frame;
        int number = Frame.numberOf(invocationId);
        if (number == current.number() && isOver(current)) {
            throw new Failures.Stopped();
        }
        clock.addAndGet(2);
        switch (faults.conduct(message, ledger.attempt(message))) {
            case HANDLE -> ledger.handled(message, number);
            case THROW -> throw new Failures.Thrown(message);
            case THROW_CHECKED -> throw new Failures.Checked(message);
            case THROW_ERROR -> throw new Failures.Broken(message);
            case RUN_OUT_OF_MEMORY -> throw new Failures.OutOfMemory(message);
            case REJECT -> {
                ledger.rejected(message, number);
                throw new Failures.Refused(message);
            }
            case RETRY_LATER -> throw new Failures.Later(message);
            case TIME_OUT -> clock.addAndGet(2 * TIMEOUT);
        }
    }
}
