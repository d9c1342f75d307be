package dev.aloft.local;

import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every message until its function has handled it or cannot. Its time goes on only when it is told to, so that a test needs
 * to wait for nothing. It is thread-safe.
 */
final class Broker {
    private final DeliveryRules rules;
    private final List<Mailbox> mailboxes;
    /** Threads that are woken when there may be something to deliver. */
    private final List<Thread> couriers = new CopyOnWriteArrayList<>();

    private long now;
    private long turns;
    private int nextMailbox;

    Broker(List<Mailbox> mailboxes, DeliveryRules rules) {
        this.mailboxes = List.copyOf(mailboxes);
        this.rules = rules;
    }

    DeliveryRules rules() {
        return rules;
    }

    /** Puts a copy of a message or event into each mailbox. */
    void add(List<Mailbox> to, Object content) {
        synchronized (this) {
            for (Mailbox mailbox : to) {
                turns++;
                mailbox.add(new Parcel(mailbox, content, turns, now));
            }
        }
        wake();
    }

    /** What is due and to be delivered together, of one mailbox after the other; empty if nothing is. */
    synchronized List<Parcel> take() {
        for (int i = 0; i < mailboxes.size(); i++) {
            Mailbox mailbox = mailboxes.get((nextMailbox + i) % mailboxes.size());
            List<Parcel> due = mailbox.take(now, rules);
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

    synchronized long now() {
        return now;
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

    private void wake() {
        for (Thread courier : couriers) {
            LockSupport.unpark(courier);
        }
    }
}
