package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what handlers have seen with what a profile promises. */
final class Judge {
    private final Profile profile;
    private final Ledger ledger;
    private final List<Letter> letters;
    private final List<Timeline.Step> steps;
    private final int waiting;
    private final List<String> faults = new ArrayList<>();

    Judge(Profile profile, Ledger ledger, Engine engine) {
        this(profile, ledger, engine, engine.timeline().steps());
    }

    Judge(Profile profile, Ledger ledger, Engine engine, List<Timeline.Step> steps) {
        this.profile = profile;
        this.ledger = ledger;
        this.letters = engine.backlog().letters();
        this.steps = steps;
        this.waiting = engine.backlog().waiting();
    }

    List<String> verdict() {
        expect(waiting == 0, "waits", waiting + " messages");
        long last = 0;
        for (Timeline.Step step : steps) {
            expect(step.time() >= last, "time runs backwards", step);
            last = step.time();
        }
        for (Ledger.Subscriber subscriber : ledger.subscribers()) {
            for (Ledger.Sent sent : ledger.sent()) {
                if (sent.kind() == subscriber.kind() && sent.source().equals(subscriber.source())) {
                    judge(subscriber, sent);
                }
            }
        }
        for (Ledger.Entry entry : ledger.entries()) {
            int most = profile.rules(kind(entry)).batch;
            expect(entry.call.parcels().size() <= most, "batch too large", entry.id);
        }
        return faults;
    }

    private SourceKind kind(Ledger.Entry entry) {
        for (Ledger.Subscriber subscriber : ledger.subscribers()) {
            if (subscriber.function().equals(entry.call.function())) {
                return subscriber.kind();
            }
        }
        throw new IllegalStateException(entry.call.function());
    }

    private void judge(Ledger.Subscriber subscriber, Ledger.Sent sent) {
        Rules rules = profile.rules(subscriber.kind());
        List<Ledger.Entry> seen = ledger.of(subscriber.function(), sent.id());
        Letter letter = letter(subscriber.function(), sent.id());
        String what = subscriber + " " + sent.id();
        expect(letter != null || seen.stream().anyMatch(Ledger.Entry::isHandled), "lost", what);
        noneAfterAcknowledgement(seen, what);
        attempts(rules, seen, letter, what);
        times(rules, seen, sent, what);
        if (rules.order != Rules.Order.NONE && sent.key() != null) {
            order(subscriber, sent, seen, what);
        }
    }

    private void noneAfterAcknowledgement(List<Ledger.Entry> seen, String what) {
        boolean handled = false;
        for (Ledger.Entry entry : seen) {
            expect(!handled || entry.duplicate, "undeclared duplicate", what);
            handled |= entry.isHandled() && !entry.twin;
        }
    }

    private void attempts(Rules rules, List<Ledger.Entry> seen, @Nullable Letter letter, String what) {
        int count = 0;
        for (Ledger.Entry entry : seen) {
            if (!entry.twin) {
                count++;
                expect(entry.attempt == count, "attempt miscounted", what);
                boolean over = rules.attempts > 0 && count > rules.attempts;
                expect(!over || entry.duplicate && count == rules.attempts + 1, "too many attempts", what);
                count -= isFree(rules, entry) ? 1 : 0;
            }
        }
        if (letter != null) {
            boolean exactly = letter.cause() != Letter.Cause.ATTEMPTS || count == rules.attempts;
            expect(exactly && letter.attempts() == count, "dead-lettered after " + count + " attempts", what);
        }
    }

    /** Whether a delivery is none of the attempts. */
    private static boolean isFree(Rules rules, Ledger.Entry entry) {
        return !rules.counted && Outcome.NOT_TRIED.equals(entry.outcome);
    }

    private void times(Rules rules, List<Ledger.Entry> seen, Ledger.Sent sent, String what) {
        Ledger.Entry before = null;
        for (Ledger.Entry entry : seen) {
            expect(!rules.isTooOld(sent.time(), entry.call.start()), "delivered too old", what);
            if (before != null && !entry.twin && before.call.isLate()) {
                expect(entry.call.start() >= before.call.start() + rules.visibility, "visible too early", what);
            } else if (before != null && !entry.twin) {
                long delay = isFree(rules, before) ? 0 : rules.delayAfter(before.attempt);
                long due = before.call.due() + delay;
                expect(entry.call.start() >= due, "again too early", what);
            }
            before = entry.twin ? before : entry;
        }
    }

    private void order(Ledger.Subscriber subscriber, Ledger.Sent sent, List<Ledger.Entry> seen, String what) {
        Ledger.Entry first =
                seen.stream().filter(entry -> entry.tried).findFirst().orElse(null);
        int position = first == null ? 0 : first.position;
        for (Ledger.Sent earlier : ledger.sent()) {
            if (earlier == sent || first == null) {
                return;
            }
            if (sent.source().equals(earlier.source())
                    && sent.key() != null
                    && sent.key().equals(earlier.key())) {
                expect(isEnded(subscriber, earlier, position), "overtakes " + earlier.id(), what);
            }
        }
    }

    private boolean isEnded(Ledger.Subscriber subscriber, Ledger.Sent message, int position) {
        boolean after = false;
        for (Ledger.Entry entry : ledger.of(subscriber.function(), message.id())) {
            boolean before = entry.position < position;
            if (before && entry.conducted) {
                return true;
            }
            after |= !before;
        }
        return !after && letter(subscriber.function(), message.id()) != null;
    }

    private @Nullable Letter letter(String function, String id) {
        for (Letter letter : letters) {
            if (letter.function().equals(function) && letter.parcel().id().equals(id)) {
                return letter;
            }
        }
        return null;
    }

    private void expect(boolean fact, String fault, Object where) {
        if (!fact) {
            faults.add(fault + ": " + where);
        }
    }
}
