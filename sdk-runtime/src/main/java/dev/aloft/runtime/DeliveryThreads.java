package dev.aloft.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep a process alive, and know nothing of the invocation during which they were made. */
final class DeliveryThreads implements ThreadFactory {
    private static final long UNUSED_SECONDS = 10;

    private DeliveryThreads() {}

    /**
     * A pool that makes a thread whenever all are busy: a handler that hangs must not keep other deliveries from theirs. A thread
     * clears its interruption before it takes another task.
     */
    static ExecutorService pool() {
        return new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                UNUSED_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new DeliveryThreads());
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(null, task, "aloft-delivery", 0, false);
        thread.setDaemon(true);
        return thread;
    }
}
