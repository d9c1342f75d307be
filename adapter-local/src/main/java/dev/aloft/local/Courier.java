package dev.aloft.local;

import dev.aloft.local.engine.Call;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Delivers in real time while the server runs: one thread looks at what is due, and each function runs on one of its own. */
final class Courier implements Runnable {
    /** A wait does not get shorter while the machine sleeps, so it is to be looked at the clock now and then. */
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final LocalFunctions functions;
    private final Platform platform;
    private final Timetable timetable;
    private final Thread thread = new NamedThreads("aloft-courier").newThread(this);
    private final ThreadPoolExecutor deliveries = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), new NamedThreads("aloft-deliver"));
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
            park();
        }
    }

    private void deliver() {
        try {
            for (Call call : begun()) {
                deliveries.execute(() -> run(call));
            }
        } catch (RuntimeException | Error failure) {
            platform.console().notCalled("that delivers", failure);
        }
    }

    private List<Call> begun() {
        Version version = functions.version();
        ClassLoader own = version.enter();
        try {
            timetable.tick();
            platform.now();
            return platform.engine().beginDue();
        } finally {
            version.leave(own);
        }
    }

    private void run(Call call) {
        Version version = functions.version();
        ClassLoader own = version.enter();
        try {
            platform.engine().run(call);
        } finally {
            version.leave(own);
            platform.now();
            platform.engine().end(call);
            platform.wake();
        }
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

    /** Waits for what has begun, and interrupts it when the time is up. @return false if it was called before */
    boolean await(Duration most) {
        try {
            thread.join(Math.max(most.toMillis(), 1));
            deliveries.shutdown();
            deliveries.awaitTermination(Math.max(most.toMillis(), 1), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        deliveries.shutdownNow();
        return !ended.getAndSet(true);
    }

    /** Lets time stand still again. @return how much still waits */
    int rest() {
        platform.goLive(false);
        platform.show(Console.quiet());
        return platform.engine().backlog().waiting();
    }
}
