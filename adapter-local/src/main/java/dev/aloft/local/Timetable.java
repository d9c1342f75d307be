package dev.aloft.local;

import java.util.Collection;
import java.util.List;

/** The schedules of all functions, which fire when the time that is told to go on, or the machine's clock, reaches them. */
final class Timetable {
    private final Broker broker;
    private final List<LocalSchedule> schedules;
    private volatile boolean byClock;

    Timetable(Broker broker, Collection<LocalSchedule> schedules) {
        this.broker = broker;
        this.schedules = List.copyOf(schedules);
    }

    /** From now on, whoever delivers lets them fire by the machine's clock. */
    void runByClock() {
        broker.goLive(true);
        for (LocalSchedule schedule : schedules) {
            schedule.restart();
        }
        byClock = true;
        broker.wake();
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

    void fireDue() {
        for (LocalSchedule schedule : schedules) {
            schedule.fireDue(broker.now());
        }
    }

    /** Leaves out what should have fired before now. */
    void passOver() {
        for (LocalSchedule schedule : schedules) {
            schedule.passOver(broker.now());
        }
    }
}
