package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.List;

/** What waits for some functions, and what they could not handle: {@code engine.backlog(List.of("ship-order")).waiting()}. */
public final class Backlog {
    private final Engine engine;
    private final Timeline timeline;
    private final List<Inbox> inboxes;

    Backlog(Engine engine, List<Inbox> inboxes) {
        this.engine = engine;
        this.timeline = engine.timeline();
        this.inboxes = inboxes;
    }

    /**
     * All of it at one moment, while invocations may go on.
     *
     * @param waiting as {@link Backlog#waiting()}
     * @param handled as {@link Backlog#handled()}
     * @param letters as {@link Backlog#letters()}
     */
    public record State(int waiting, long handled, List<Letter> letters) {}

    /** What there is now; asked for one by one, a message could count both as waiting and as handled. */
    public State state() {
        synchronized (engine) {
            return new State(waiting(), handled(), letters());
        }
    }

    /** How many copies of messages are not done with. */
    public int waiting() {
        synchronized (engine) {
            int waiting = 0;
            for (Inbox inbox : inboxes) {
                waiting += inbox.waiting();
            }
            return waiting;
        }
    }

    /** How many messages have been handled; what was delivered again all the same counts once. */
    public long handled() {
        synchronized (engine) {
            long handled = 0;
            for (Inbox inbox : inboxes) {
                handled += inbox.handled();
            }
            return handled;
        }
    }

    /** What could not be handled, function by function; where nothing keeps it, only the last 1,000 of each. */
    public List<Letter> letters() {
        synchronized (engine) {
            List<Letter> letters = new ArrayList<>();
            for (Inbox inbox : inboxes) {
                letters.addAll(inbox.letters());
            }
            return letters;
        }
    }

    /**
     * Delivers a dead letter again, as if it were sent now.
     *
     * @param letter one of {@link #letters()}
     */
    public void redrive(Letter letter) {
        synchronized (engine) {
            for (Inbox inbox : inboxes) {
                if (inbox.redrive(letter, engine.now())) {
                    timeline.redriven(engine.now(), letter);
                }
            }
        }
    }
}
