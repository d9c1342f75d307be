package dev.aloft.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every message until its function has handled it or cannot. Its time goes on only when it is told to, so that a test needs
 * to wait for nothing. It is thread-safe.
 */
final class Broker {
    private final DeliveryRules rules;
    private final List<Mailbox> mailboxes;
    /** Woken when there may be something to deliver. */
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private long now;
    private long turns;
    private int nextMailbox;

    Broker(List<Mailbox> mailboxes, DeliveryRules rules) {
        this.mailboxes = List.copyOf(mailboxes);
        this.rules = rules;
    }

    /** What is delivered together. */
    record Batch(Mailbox mailbox, List<Parcel> parcels) {}

    /**
     * What is left of a batch.
     *
     * @param again what is to come again, in order
     * @param failed what of it was tried; the rest was not attempted
     * @param never what is not to come again although it was not handled
     */
    record Remains(List<Parcel> again, List<Parcel> failed, List<Undeliverable> never) {}

    DeliveryRules rules() {
        return rules;
    }

    /** Puts a copy of a message or event into each mailbox. */
    void add(List<Mailbox> to, Object content) {
        synchronized (this) {
            for (Mailbox mailbox : to) {
                turns++;
                mailbox.add(new Parcel(content, turns, now));
            }
        }
        wake();
    }

    /** What is due, of one mailbox after the other; null if nothing is. */
    synchronized @Nullable Batch take() {
        for (int i = 0; i < mailboxes.size(); i++) {
            Mailbox mailbox = mailboxes.get((nextMailbox + i) % mailboxes.size());
            List<Parcel> due = mailbox.take(now, mailbox.subscription().batch(rules));
            if (!due.isEmpty()) {
                nextMailbox = (nextMailbox + i + 1) % mailboxes.size();
                return new Batch(mailbox, due);
            }
        }
        return null;
    }

    void settle(Batch batch, Remains remains) {
        synchronized (this) {
            batch.mailbox().settle(batch.parcels(), remains.again(), remains.never());
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

    synchronized List<Undeliverable> undeliverable(List<Mailbox> of) {
        List<Undeliverable> all = new ArrayList<>();
        for (Mailbox mailbox : of) {
            all.addAll(mailbox.undeliverable());
        }
        return all;
    }

    synchronized List<MailboxState> states(List<Mailbox> of) {
        List<MailboxState> states = new ArrayList<>(of.size());
        for (Mailbox mailbox : of) {
            states.add(new MailboxState(
                    mailbox.subscription().function(), mailbox.waiting(), mailbox.handled(), mailbox.undeliverable()));
        }
        return states;
    }

    /** What one mailbox holds at one moment. */
    record MailboxState(String function, int waiting, long handled, List<Undeliverable> undeliverable) {}

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    private void wake() {
        for (Runnable listener : listeners) {
            listener.run();
        }
    }
}
