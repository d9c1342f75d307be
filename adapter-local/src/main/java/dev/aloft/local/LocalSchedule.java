package dev.aloft.local;

import dev.aloft.ScheduleEvent;
import dev.aloft.spi.Cron;
import dev.aloft.spi.ScheduleBinding;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * The schedule of a function in this process: {@code functions.schedule("clean-up").fire()}.
 *
 * <p>It fires by itself as far as {@link LocalFunctions#advance} lets the time go on. Nothing is delivered before
 * {@link LocalFunctions#deliverAll()} or {@code advance}, unless a {@link LocalServer} runs. It is thread-safe.
 */
public final class LocalSchedule {
    private final Feed feed;
    private final Cron cron;
    private final ZoneId zone;
    private long next;
    private int asked;

    LocalSchedule(Feed feed, ScheduleBinding binding) {
        this.feed = feed;
        this.cron = Cron.parse(binding.cron());
        this.zone = Cron.zone(binding.zone());
        this.next = after(feed.now());
    }

    private long after(Instant firing) {
        return cron.next(firing, zone).toEpochMilli();
    }

    /**
     * Fires now, in addition to what the clock does; each time it is a firing of its own.
     *
     * @return the event's id
     */
    public synchronized String fire() {
        Instant now = feed.now();
        asked++;
        return send(now, feed.name() + "/" + now + "/" + asked);
    }

    /**
     * Fires now for a given time. Fired twice for the same time, it is the same firing, as platforms may deliver one twice.
     *
     * @param scheduledAt the time for which it was planned; more than a minute ago, the firing is late
     * @return the event's id, for example {@code clean-up/2026-03-29T03:00:00Z}
     */
    public String fire(Instant scheduledAt) {
        return send(scheduledAt, feed.name() + "/" + scheduledAt);
    }

    private String send(Instant scheduledAt, String id) {
        ScheduleEvent event = ScheduleEvent.builder(feed.name(), feed.now())
                .id(id)
                .scheduledAt(scheduledAt)
                .build();
        feed.send(id, event);
        return id;
    }

    /** How many firings are not done with. */
    public int waiting() {
        return feed.waiting();
    }

    /** What was rejected or used up its attempts, in the order in which that happened. */
    public List<DeadEvent<ScheduleEvent>> deadLetters() {
        return feed.deadLetters();
    }

    Feed feed() {
        return feed;
    }

    /** When it fires by the clock. */
    synchronized long next() {
        return next;
    }

    /** Goes by the time that it is now, as if nothing had been due before. */
    synchronized void restart() {
        next = after(feed.now());
    }

    /** Fires once if it is due, even if it was due more than once: what came while the machine slept comes once, and late. */
    synchronized void fireDue(long now) {
        if (next <= now) {
            Instant due = Instant.ofEpochMilli(next);
            next = after(due);
            passOver(now + 1);
            fire(due);
        }
    }

    /** Leaves out the firings before a moment. */
    synchronized void passOver(long moment) {
        while (next < moment) {
            next = after(Instant.ofEpochMilli(next));
        }
    }
}
