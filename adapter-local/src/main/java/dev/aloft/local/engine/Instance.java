package dev.aloft.local.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instance of a function: handler objects of its own, made by its first invocation. */
final class Instance {
    private final int number;
    private final Profile profile;
    private final long timeout;
    private final Supplier<Target> starter;
    private final Mark mark = new Mark(Thread.currentThread().getContextClassLoader());
    private @Nullable Target target;
    private boolean cold = true;
    private boolean stopped;
    private int running;
    private long lastUsed;

    /** The class loader of an instance's threads. Threads inherit it, so it tells which instance started one. */
    static final class Mark extends ClassLoader {
        Mark(@Nullable ClassLoader parent) {
            super(parent);
        }
    }

    /** @param timeout how many milliseconds each of its invocations is given */
    Instance(int number, Profile profile, long timeout, Supplier<Target> starter) {
        this.number = number;
        this.profile = profile;
        this.timeout = timeout;
        this.starter = starter;
    }

    int number() {
        return number;
    }

    long timeout() {
        return timeout;
    }

    long coldStart() {
        return profile.coldStart;
    }

    Mark mark() {
        return mark;
    }

    /** The handler; a failure to make it is not remembered. */
    synchronized Target target() {
        Target made = target;
        if (made == null) {
            made = starter.get();
            target = made;
        }
        return made;
    }

    /** Begins an invocation. @return whether it is its first */
    boolean begin() {
        boolean first = cold;
        cold = false;
        running++;
        return first;
    }

    void end(long now) {
        running--;
        lastUsed = now;
    }

    /** Takes no further invocation. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean hasRoom() {
        return !stopped && running < profile.concurrency;
    }

    boolean isGone(long now) {
        return running == 0 && (stopped || !cold && now - lastUsed > profile.idle);
    }
}
