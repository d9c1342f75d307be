package dev.aloft.local.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds threads that an invocation has left at work. A platform stops an instance's processor when the function returns, or ends it.
 *
 * <p>A thread belongs to an instance if it was started by one of its threads, or is of the pool that all share. It is at work if
 * application code is on its stack: a thread of a pool that waits for a task is not.
 */
final class Leftovers {
    /** A thread that has just ended its work may need a moment to be seen as idle, and one that has just been started, to begin it. */
    private static final int LOOKS = 20;

    private static final long BETWEEN_LOOKS = 1_000_000;

    /** Threads that were at work before, or have been reported. */
    private final Set<Thread> known = Collections.newSetFromMap(new WeakHashMap<>());

    /** Before invocations: who is at work in the pool that all share does not do it for them. */
    void note() {
        known.removeIf(thread -> place(thread) == null);
        for (Thread thread : threads()) {
            if (isShared(thread) && place(thread) != null) {
                known.add(thread);
            }
        }
    }

    /** After invocations, if a thread at work can be of no others. */
    void report(List<Call> calls, BooleanSupplier alone) {
        if (!alone.getAsBoolean()) {
            return;
        }
        Map<Thread, Call> left = find(calls);
        for (int i = 0; i < LOOKS && !left.isEmpty(); i++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            left = find(calls);
        }
        for (Map.Entry<Thread, Call> entry : left.entrySet()) {
            String place = place(entry.getKey());
            if (place != null && alone.getAsBoolean()) {
                known.add(entry.getKey());
                entry.getValue().leavesWork(place);
            }
        }
    }

    private Map<Thread, Call> find(List<Call> calls) {
        Map<Thread, Call> left = new LinkedHashMap<>();
        for (Thread thread : threads()) {
            Call call = known.contains(thread) ? null : starter(thread, calls);
            if (call != null && mayWork(thread)) {
                left.put(thread, call);
            }
        }
        return left;
    }

    private static @Nullable Call starter(Thread thread, List<Call> calls) {
        if (isShared(thread)) {
            return calls.get(0);
        }
        ClassLoader loader = thread.getContextClassLoader();
        if (!(loader instanceof Instance.Mark) || thread.getName().equals(Threads.NAME)) {
            return null;
        }
        for (Call call : calls) {
            if (call.itsInstance().mark() == loader) {
                return call;
            }
        }
        return null;
    }

    private static boolean isShared(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool();
    }

    private static List<Thread> threads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        while (root.getParent() != null) {
            root = root.getParent();
        }
        Thread[] threads = new Thread[root.activeCount() + 32];
        int count = root.enumerate(threads);
        return Arrays.asList(threads).subList(0, count);
    }

    /** The outermost application method that a thread runs, as {@code Shop.refresh}; null if it runs none or waits for the network. */
    private static @Nullable String place(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        if (stack.length == 0 || stack[0].getClassName().startsWith("sun.nio.ch.")) {
            return null;
        }
        String place = null;
        for (int i = stack.length - 1; i >= 0; i--) {
            String type = stack[i].getClassName();
            int lambda = type.indexOf("$$Lambda");
            if (lambda >= 0) {
                place = name(type.substring(0, lambda)); // what follows is another number in each run
            } else if (!isOfJdk(type)) {
                return name(type) + "." + stack[i].getMethodName();
            }
        }
        return place;
    }

    /** Whether a thread is at work, or has been started and not come to its work yet. */
    private static boolean mayWork(Thread thread) {
        boolean begins = thread.getState() == Thread.State.RUNNABLE && thread.getStackTrace().length < 2;
        return begins || place(thread) != null;
    }

    private static String name(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static boolean isOfJdk(String type) {
        return type.startsWith("java.")
                || type.startsWith("javax.")
                || type.startsWith("jdk.")
                || type.startsWith("sun.")
                || type.startsWith("com.sun.");
    }
}
