package dev.aloft.local;

import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every message until its function has handled it or cannot. Unless it is live, its time goes on only when it is told to,
 * so that a test needs to wait for nothing. It is thread-safe.
 */
final class Broker {
    private final DeliveryRules rules;
    private final List<Mailbox> mailboxes;
    /** Threads that are woken when there may be something to deliver. */
    private final List<Thread> couriers = new CopyOnWriteArrayList<>();

    private long now;
    private long sequence;
    private long turns;
    private int nextMailbox;
    /** Whether time goes on by itself. */
    private boolean live;
    /** Up to where the time that goes by itself is counted. */
    private long counted;

    /** @param start what time it is at first, in milliseconds */
    Broker(List<Mailbox> mailboxes, DeliveryRules rules, long start) {
        this.mailboxes = List.copyOf(mailboxes);
        this.rules = rules;
        this.now = start;
    }

    DeliveryRules rules() {
        return rules;
    }

    /** Puts a copy of a message or event into each mailbox. */
    void add(List<Mailbox> to, Object content) {
        synchronized (this) {
            for (Mailbox mailbox : to) {
                turns++;
                mailbox.add(new Parcel(mailbox, content, turns, now()));
            }
        }
        wake();
    }

    /** What is due and to be delivered together, of one mailbox after the other; empty if nothing is. */
    synchronized List<Parcel> take() {
        for (int i = 0; i < mailboxes.size(); i++) {
            Mailbox mailbox = mailboxes.get((nextMailbox + i) % mailboxes.size());
            List<Parcel> due = mailbox.take(now(), rules);
            if (!due.isEmpty()) {
                nextMailbox = (nextMailbox + i + 1) % mailboxes.size();
                return due;
            }
        }
        return List.of();
    }

    /** Ends the delivery of what was taken from a mailbox. */
    void settle(Mailbox mailbox, List<Parcel> delivered) {
        synchronized (this) {
            mailbox.settle(delivered);
        }
        wake();
    }

    /** What time it is, in milliseconds. Where the machine's clock is set back, it goes on; where it is set forward, it follows. */
    synchronized long now() {
        if (live) {
            long passed = (System.nanoTime() - counted) / 1_000_000;
            counted += passed * 1_000_000;
            now = Math.max(now + passed, System.currentTimeMillis());
        }
        return now;
    }

    /** Lets time go by the machine's clock, or stand still again. */
    void goLive(boolean byClock) {
        synchronized (this) {
            counted = System.nanoTime();
            live = byClock;
        }
    }

    /** A number that grows, also from process to process, as long as there are fewer than a thousand in a millisecond. */
    synchronized long nextSequence() {
        sequence = Math.max(sequence + 1, now() * 1_000);
        return sequence;
    }

    /** Lets time go on; it never goes back. */
    synchronized void advanceTo(long time) {
        now = Math.max(now, time);
    }

    /** Lets time go on to the next delivery. @return false if nothing waits but what is being delivered */
    synchronized boolean skipToNextDue() {
        Long due = nextDue();
        if (due != null) {
            advanceTo(due);
        }
        return due != null;
    }

    /** When the next delivery is due; null if nothing waits but what is being delivered. */
    synchronized @Nullable Long nextDue() {
        Long next = null;
        for (Mailbox mailbox : mailboxes) {
            Long due = mailbox.nextDue();
            next = next == null || due != null && due < next ? due : next;
        }
        return next;
    }

    /** How many messages are not done with. */
    synchronized int waiting() {
        return waiting(mailboxes);
    }

    synchronized int waiting(List<Mailbox> of) {
        int waiting = 0;
        for (Mailbox mailbox : of) {
            waiting += mailbox.waiting();
        }
        return waiting;
    }

    /** What could not be handled, in the order in which that was clear. */
    synchronized List<Parcel> undeliverable(List<Mailbox> of) {
        List<Parcel> all = new ArrayList<>();
        for (Mailbox mailbox : of) {
            all.addAll(mailbox.undeliverable());
        }
        return all;
    }

    /** What the mailboxes hold at this moment, as the rest of an object that has been begun. */
    synchronized HttpResponse report(List<Mailbox> of, JsonWriter json) {
        json.name("functions").beginArray();
        for (Mailbox mailbox : of) {
            mailbox.report(json);
        }
        json.endArray().endObject();
        return HttpResponse.ok().withBody(json.toByteArray(), "application/json");
    }

    void addCourier(Thread thread) {
        couriers.add(thread);
    }

    void removeCourier(Thread thread) {
        couriers.remove(thread);
    }

    void wake() {
        for (Thread courier : couriers) {
            LockSupport.unpark(courier);
        }
    }
}
