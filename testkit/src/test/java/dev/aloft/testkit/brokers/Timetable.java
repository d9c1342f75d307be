package dev.aloft.testkit.brokers;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/** What can be delivered from when on; at the same time in any order that the seed gives. */
final class Timetable {
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final SplittableRandom random;

    private record Entry(long time, int order, int what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(time, other.time);
            return byTime == 0 ? Integer.compare(order, other.order) : byTime;
        }
    }

    Timetable(SplittableRandom random) {
        this.random = random;
    }

    void add(int what, long time) {
        entries.add(new Entry(time, random.nextInt(), what));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    boolean hasDue(long time) {
        return !entries.isEmpty() && entries.peek().time() <= time;
    }

    long nextTime() {
        return entries.element().time();
    }

    int take() {
        return entries.remove().what();
    }
}
