package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The functions as their classes were at one time, and how many requests they are answering. */
final class Version {
    private final FunctionRuntime runtime;
    /** Null where the classes are never loaded anew. */
    private final @Nullable ClassLoader classes;

    private final AtomicInteger requests = new AtomicInteger();

    private Version(FunctionRuntime runtime, @Nullable ClassLoader classes) {
        this.runtime = runtime;
        this.classes = classes;
    }

    /** The only version, of classes that stay. */
    static Version of(FunctionRuntime runtime) {
        return new Version(runtime, null);
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
            return new Version(FunctionRuntime.start("local", environment, classes), classes);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    FunctionRuntime runtime() {
        return runtime;
    }

    /** Answers a request. What the function finds by the thread's class loader is of this version. */
    HttpResponse answer(HttpRequest request, LocalInvocation invocation) {
        requests.incrementAndGet();
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        if (classes != null) {
            thread.setContextClassLoader(classes);
        }
        try {
            return runtime.http(request, invocation);
        } finally {
            // Kept by a thread that waits for its next request, former classes would stay in memory.
            thread.setContextClassLoader(own);
            requests.decrementAndGet();
        }
    }

    /** The courier's thread, whose class loader is this version's. */
    Courier courier(Sources sources, Console console) {
        Broker broker = sources.broker();
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(classes == null ? own : classes);
        try {
            return new Courier(broker, sources.timetable(), new Delivery(runtime, broker, console));
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** Whether it answers nothing at this moment. */
    boolean isIdle() {
        return requests.get() == 0;
    }

    /** Whether another version declares the same functions, so that what is announced of them stays true. */
    boolean declaresAs(Version other) {
        return runtime.functions().equals(other.runtime.functions());
    }

    /** Whether another version declares the same queues, buckets and so on, so that what waits there can go on waiting. */
    boolean hasSourcesOf(Version other) {
        return besidesHttp().equals(other.besidesHttp());
    }

    private List<FunctionDefinition> besidesHttp() {
        List<FunctionDefinition> others = new ArrayList<>();
        for (FunctionDefinition function : runtime.functions()) {
            if (!(function.binding() instanceof HttpBinding)) {
                others.add(function);
            }
        }
        return others;
    }
}
