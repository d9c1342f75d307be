package dev.aloft.testkit.runtime;

import java.time.Duration;

/** A point of time until which something may be waited for. */
record Deadline(long nanoTime) {

    static Deadline after(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    boolean passed() {
        return nanoTime - System.nanoTime() <= 0;
    }

    /** What is left, at least one millisecond, so that it can be given to calls for which zero means "for ever". */
    long millisLeft() {
        return Math.max(1, (nanoTime - System.nanoTime()) / 1_000_000);
    }
}
