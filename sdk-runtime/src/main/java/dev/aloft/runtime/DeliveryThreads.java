package dev.aloft.runtime;

import java.util.concurrent.ThreadFactory;

/** Threads that see the classes that the invoking thread sees, and that do not keep a process alive. */
final class DeliveryThreads implements ThreadFactory {
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "aloft-delivery");
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        return thread;
    }
}
