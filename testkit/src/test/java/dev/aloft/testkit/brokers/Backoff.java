package dev.aloft.testkit.brokers;

/** Waiting times that double, up to ten minutes. */
final class Backoff {
    private static final long LONGEST = 600_000;

    private Backoff() {}

    /** The time to wait after so many failures in a row, in milliseconds. */
    static long after(int failures) {
        return Math.min(1_000L << Math.min(failures - 1, 20), LONGEST);
    }
}
