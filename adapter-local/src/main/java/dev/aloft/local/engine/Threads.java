package dev.aloft.local.engine;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs invocations at the same time, each on a thread of its own; interrupts those that take too long, then gives them up. */
final class Threads implements Crew {
    /** How long an interrupted invocation has to end, in milliseconds. */
    private static final long GRACE = 200;

    /** How all threads are named that run invocations. */
    static final String NAME = "aloft-instance";

    private final long patience;
    private final Leftovers leftovers = new Leftovers();
    /** Its threads end by themselves when there is nothing to do. */
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads::newThread);

    /** @param patience how many milliseconds of real time an invocation may take */
    Threads(long patience) {
        this.patience = patience;
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, NAME);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void run(List<Call> calls) {
        leftovers.note();
        AtomicInteger missing = new AtomicInteger(calls.size());
        CountDownLatch running = new CountDownLatch(calls.size());
        for (Call call : calls) {
            workers.execute(() -> work(call, missing, running));
        }
        if (!ends(running, patience)) {
            stop(calls, running);
        }
        leftovers.report(calls);
    }

    /** All begin at once: what is not thread-safe shows only if two threads really meet. */
    private static void work(Call call, AtomicInteger missing, CountDownLatch running) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(call.itsInstance().mark());
        try {
            missing.decrementAndGet();
            while (missing.get() > 0) {
                Thread.yield();
            }
            call.run();
        } finally {
            thread.setContextClassLoader(own);
            running.countDown();
        }
    }

    private static void stop(List<Call> calls, CountDownLatch running) {
        boolean interrupted = Thread.interrupted();
        for (Call call : calls) {
            call.interrupt();
        }
        if (!ends(running, GRACE)) {
            for (Call call : calls) {
                call.abandon();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false if the time is over, or this thread has been interrupted */
    private static boolean ends(CountDownLatch running, long most) {
        try {
            return running.await(most, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
