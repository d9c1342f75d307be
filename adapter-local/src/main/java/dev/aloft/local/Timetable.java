package dev.aloft.local;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The schedules of all functions, which fire when the time that is told to go on, or the machine's clock, reaches them. */
final class Timetable {
    private final Platform platform;
    private final List<LocalSchedule> schedules;
    private volatile boolean byClock;

    Timetable(Platform platform, Collection<LocalSchedule> schedules) {
        this.platform = platform;
        this.schedules = List.copyOf(schedules);
    }

    /** From now on, whoever delivers lets them fire by the machine's clock. */
    void runByClock() {
        platform.goLive(true);
        for (LocalSchedule schedule : schedules) {
            schedule.restart();
        }
        byClock = true;
        platform.wake();
    }

    /** When the next one fires by the machine's clock; the greatest number if none does. */
    long nextByClock() {
        return byClock ? next() : Long.MAX_VALUE;
    }

    /** When the next one fires; the greatest number if there is none. */
    long next() {
        long next = Long.MAX_VALUE;
        for (LocalSchedule schedule : schedules) {
            next = Math.min(next, schedule.next());
        }
        return next;
    }

    /** Lets those fire that are due by the machine's clock. */
    void tick() {
        if (byClock) {
            fireDue();
        }
    }

    private void fireDue() {
        for (LocalSchedule schedule : schedules) {
            schedule.fireDue(platform.now());
        }
    }

    /** Leaves out what should have fired before now. */
    private void passOver() {
        for (LocalSchedule schedule : schedules) {
            schedule.passOver(platform.now());
        }
    }

    /** Lets time go on, from one firing to the next, and delivers meanwhile. It ends early if the thread is interrupted. */
    void advance(Duration time) {
        if (time.isNegative()) {
            throw LocalErrors.backwards();
        }
        long end = platform.now() + time.toMillis();
        passOver();
        for (long next = next(); next <= end && !Thread.currentThread().isInterrupted(); next = next()) {
            platform.advanceTo(next);
            fireDue();
        }
        platform.advanceTo(end);
    }
}
