package dev.aloft.local;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.CountDownLatch;

/** What classes that are loaded anew and the test that has them loaded both know. */
public final class Former {
    private static final Set<ClassLoader> LOADERS =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** Counted down when a function has begun. */
    static volatile CountDownLatch begun = new CountDownLatch(1);
    /** What that function waits for. */
    static volatile CountDownLatch goOn = new CountDownLatch(1);

    private Former() {}

    /** Called by a function: those of its class, and of its thread, which are to be one. */
    public static void see(Object handler) {
        ClassLoader loader = handler.getClass().getClassLoader();
        if (loader != Thread.currentThread().getContextClassLoader()) {
            throw new IllegalStateException("The thread has another class loader");
        }
        LOADERS.add(loader);
    }

    /** Called by a function of which only the class counts, since its thread is of an instance. */
    public static void see(ClassLoader loader) {
        LOADERS.add(loader);
    }

    /** Called by a function that is to take long. */
    public static void waitLong() throws InterruptedException {
        begun.countDown();
        goOn.await();
    }

    static void reset() {
        LOADERS.clear();
        begun = new CountDownLatch(1);
        goOn = new CountDownLatch(1);
    }

    static List<WeakReference<ClassLoader>> loaders() {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        synchronized (LOADERS) {
            for (ClassLoader loader : LOADERS) {
                loaders.add(new WeakReference<>(loader));
            }
        }
        return loaders;
    }
}
