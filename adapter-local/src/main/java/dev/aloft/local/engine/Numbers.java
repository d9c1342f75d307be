package dev.aloft.local.engine;

/** The numbers that an engine gives away, each once. */
final class Numbers {
    private long ids;
    private long sequence = -1;

    synchronized long nextId() {
        ids++;
        return ids;
    }

    /** The first of some numbers that are greater than all before, and at least the time in microseconds. */
    synchronized long reserve(int count, long now) {
        long first = Math.max(sequence + 1, now * 1_000);
        sequence = first + count - 1;
        return first;
    }
}
