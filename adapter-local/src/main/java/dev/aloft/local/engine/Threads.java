package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** How long the invocations of one instance have for themselves before those of the next one begin, in milliseconds. */
    private static final long APART = 1;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final long patience;
    private final Leftovers leftovers = new Leftovers();
    private long round;
    private long entered;
    private int inside;
    /** Its threads end by themselves when there is nothing to do. */
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads::newThread);

    /**
     * @param patience how many milliseconds of real time an invocation may take
     * @param seed whether the first invocations begin instance by instance or all together; then it changes with each round
     */
    Threads(long patience, long seed) {
        this.patience = patience;
        this.round = seed;
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, NAME);
        thread.setDaemon(true);
        thread.setContextClassLoader(Threads.class.getClassLoader()); // its own keeps nobody's classes in memory
        return thread;
    }

    @Override
    public void run(List<Call> calls) {
        long entry = enter();
        try {
            CountDownLatch running = new CountDownLatch(calls.size());
            for (List<Call> together : groups(calls)) {
                CountDownLatch group = new CountDownLatch(together.size());
                AtomicInteger missing = new AtomicInteger(together.size());
                for (Call call : together) {
                    workers.execute(() -> work(call, missing, group, running));
                }
                ends(group, APART);
            }
            await(calls, running, patience);
            leftovers.report(calls, () -> isAlone(entry));
        } finally {
            leave();
        }
    }

    @Override
    public void runOne(Call call, long its) {
        long entry = enter();
        try {
            CountDownLatch running = new CountDownLatch(1);
            AtomicInteger missing = new AtomicInteger(1);
            workers.execute(() -> work(call, missing, running, running));
            await(List.of(call), running, its);
            leftovers.report(List.of(call), () -> isAlone(entry));
        } finally {
            leave();
        }
    }

    private synchronized long enter() {
        entered++;
        inside++;
        if (inside == 1) {
            leftovers.note();
        }
        return inside == 1 ? entered : 0;
    }

    /** Whether nothing else has run meanwhile, of which a thread at work could be. */
    private synchronized boolean isAlone(long entry) {
        return entry == entered;
    }

    private synchronized void leave() {
        inside--;
    }

    /**
     * What uses one handler without being thread-safe shows if the invocations of one instance meet, what uses something outside of it
     * if those of several do; so every other round is of either kind.
     */
    private List<List<Call>> groups(List<Call> calls) {
        round++;
        if (round % 2 == 0 || calls.size() == 1) {
            return List.of(calls);
        }
        Map<Instance, List<Call>> groups = new LinkedHashMap<>();
        for (Call call : calls) {
            groups.computeIfAbsent(call.itsInstance(), instance -> new ArrayList<>())
                    .add(call);
        }
        return List.copyOf(groups.values());
    }

    /** All of a group begin at once, so that they really meet. Nothing but the odds of that depends on the scheduler. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void work(Call call, AtomicInteger missing, CountDownLatch group, CountDownLatch running) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(call.itsInstance().mark());
        try {
            boolean spins = missing.getAndDecrement() <= PROCESSORS;
            while (missing.get() > 0) {
                if (spins) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            call.run();
        } finally {
            thread.setContextClassLoader(own);
            group.countDown();
            running.countDown();
        }
    }

    private static void await(List<Call> calls, CountDownLatch running, long most) {
        if (ends(running, most)) {
            return;
        }
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

    /** Waits. @return false if the time is over, or this thread has been interrupted */
    private static boolean ends(CountDownLatch running, long most) {
        try {
            return running.await(most, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
