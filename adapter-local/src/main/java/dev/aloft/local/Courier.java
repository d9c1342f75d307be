package dev.aloft.local;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Delivers on a thread of its own, in real time, while the server runs. */
final class Courier implements Runnable {
    /** A wait does not get shorter while the machine sleeps, so it is to be looked at the clock now and then. */
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final LocalFunctions functions;
    private final Platform platform;
    private final Timetable timetable;
    private final Thread thread = new NamedThreads("aloft-deliver").newThread(this);
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean stopping;

    Courier(LocalFunctions functions) {
        this.functions = functions;
        this.platform = functions.sources().platform();
        this.timetable = functions.sources().timetable();
    }

    void start() {
        platform.addCourier(thread);
        thread.start();
    }

    @Override
    public void run() {
        while (!stopping) {
            deliver();
            clearInterrupt();
            park();
        }
    }

    private void deliver() {
        try {
            functions.version().adopt(thread);
            timetable.tick();
            platform.now();
            while (!stopping && platform.engine().deliverNext()) {
                timetable.tick();
            }
        } catch (RuntimeException | Error failure) {
            platform.console().notCalled("that delivers", failure);
        }
    }

    /** With the flag that a handler may have left, the thread could not park. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private static void clearInterrupt() {
        Thread.interrupted();
    }

    private void park() {
        Long due = platform.nextDue();
        long next = Math.min(timetable.nextByClock(), due == null ? Long.MAX_VALUE : due);
        if (next == Long.MAX_VALUE) {
            LockSupport.park(this);
        } else {
            long wait = Math.min(Math.max(next - platform.now(), 1), LONGEST_WAIT_MILLIS);
            LockSupport.parkNanos(this, wait * 1_000_000);
        }
    }

    /** Begins no further delivery. */
    void end() {
        stopping = true;
        platform.removeCourier(thread);
        LockSupport.unpark(thread);
    }

    /** Waits for the delivery that has begun, and interrupts it when the time is up. @return false if it was called before */
    boolean await(Duration most) {
        try {
            thread.join(Math.max(most.toMillis(), 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        return !ended.getAndSet(true);
    }

    /** Lets time stand still again. @return how much still waits */
    int rest() {
        platform.goLive(false);
        platform.show(Console.quiet());
        return platform.engine().backlog().waiting();
    }
}
