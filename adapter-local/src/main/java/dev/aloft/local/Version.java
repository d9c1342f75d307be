package dev.aloft.local;

import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HttpBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The application under its settings, as its classes were at one time: what instances are started of. */
final class Version {
    /** Null for the functions that the index on the class path names. */
    private final @Nullable FunctionIndex index;

    private final Map<String, String> settings;
    /** Null where the classes are never loaded anew. */
    private final @Nullable ClassLoader classes;
    /** The first instance, which answers requests. */
    private final FunctionRuntime runtime;
    /** How many invocations run. */
    private final AtomicInteger running = new AtomicInteger();

    private Version(@Nullable FunctionIndex index, Map<String, String> settings, @Nullable ClassLoader classes) {
        this.index = index;
        this.settings = settings;
        this.classes = classes;
        this.runtime = startAnother();
    }

    /**
     * The only version, of classes that stay.
     *
     * @param index its functions; null for those that the index on the class path names
     * @param settings what {@code context.settings()} finds
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-111)
     */
    static Version of(@Nullable FunctionIndex index, Map<String, String> settings) {
        return new Version(index, settings, null);
    }

    /**
     * The functions that a class loader's index names.
     *
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-111)
     */
    static Version load(Map<String, String> environment, ClassLoader classes) {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            return new Version(null, environment, classes);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** One more instance, with the handlers that its index makes for it. */
    FunctionRuntime startAnother() {
        if (index != null) {
            return FunctionRuntime.start("local", settings, index);
        }
        return classes == null
                ? FunctionRuntime.start("local", settings)
                : FunctionRuntime.start("local", settings, classes);
    }

    FunctionRuntime runtime() {
        return runtime;
    }

    /** What it serves, in the index's order. */
    List<FunctionDefinition> functions() {
        return runtime.functions();
    }

    /** Lets this thread work for functions: what they find by its class loader is of this version. @return its own, to {@link #leave} with */
    @Nullable
    ClassLoader enter() {
        begin();
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        if (classes != null && (own == null || own.getParent() != classes)) {
            thread.setContextClassLoader(classes); // that of an instance has it as its parent
        }
        return own;
    }

    /** Ends that. Kept by a thread that waits for its next work, former classes would stay in memory. */
    void leave(@Nullable ClassLoader own) {
        Thread.currentThread().setContextClassLoader(own);
        end();
    }

    /** Told when an invocation begins. */
    void begin() {
        running.incrementAndGet();
    }

    /** Told when an invocation is over. */
    void end() {
        running.decrementAndGet();
    }

    /** Whether nothing runs in it at this moment. */
    boolean isIdle() {
        return running.get() == 0;
    }

    /** Whether another version declares the same functions, so that what is announced of them stays true. */
    boolean declaresAs(Version other) {
        return functions().equals(other.functions());
    }

    /** Whether another version declares the same queues, buckets and so on, so that what waits there can go on waiting. */
    boolean hasSourcesOf(Version other) {
        return besidesHttp().equals(other.besidesHttp());
    }

    private List<FunctionDefinition> besidesHttp() {
        List<FunctionDefinition> others = new ArrayList<>();
        for (FunctionDefinition function : functions()) {
            if (!(function.binding() instanceof HttpBinding)) {
                others.add(function);
            }
        }
        return others;
    }
}
