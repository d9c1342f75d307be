package dev.aloft.local.engine;

import org.jspecify.annotations.Nullable;

/** What the platform makes of an invocation: which messages are done with, which come again and when, which are given up. */
final class Settlement {
    private final Inbox inbox;
    private final Rules rules;
    private final Call call;
    private final boolean[] open;

    Settlement(Inbox inbox, Call call) {
        this.inbox = inbox;
        this.rules = inbox.rules();
        this.call = call;
        this.open = open();
    }

    /** Which messages the platform takes for not handled. */
    private boolean[] open() {
        boolean[] result = new boolean[call.parcels().size()];
        boolean failed = call.isLate();
        for (int i = 0; i < result.length; i++) {
            boolean follows = rules.again == Rules.Again.FAILED ? followsOpen(result, i) : failed;
            result[i] = call.isLate() || follows || !call.outcome(i).isDone();
            failed |= result[i];
        }
        for (int i = 0; i < result.length; i++) {
            result[i] |= failed && rules.again == Rules.Again.ALL;
        }
        return result;
    }

    private boolean followsOpen(boolean[] sofar, int index) {
        for (int i = 0; i < index; i++) {
            if (sofar[i]
                    && call.parcels().get(i).lane() == call.parcels().get(index).lane()) {
                return true;
            }
        }
        return false;
    }

    /** Decides about one message, and tells the timeline. */
    boolean comesAgain(int index) {
        Parcel parcel = call.parcels().get(index);
        Outcome outcome = call.outcome(index);
        boolean acknowledged = !open[index] && outcome.isHandled();
        boolean lost = acknowledged && isLost(parcel);
        if (parcel.isTwin() || acknowledged && !lost) {
            return handled(index, !parcel.isTwin());
        }
        boolean counts = rules.counted || outcome.what() != Timeline.What.NOT_TRIED;
        Letter.Cause cause = lost || !counts ? null : cause(index, parcel, outcome);
        if (cause != null && outcome.isHandled()) {
            return handled(index, true);
        }
        if (cause != null) {
            Timeline.Then then = inbox.giveUp(parcel, cause, outcome.failure());
            return tell(index, then, Timeline.end(then));
        }
        long due = counts ? nextDue(parcel, outcome) : call.due();
        String why = lost ? ", acknowledgement lost" : outcome.isHandled() ? ", not acknowledged" : "";
        tell(index, Timeline.Then.AGAIN, why + ", again at " + Timeline.clock(due));
        parcel.comesAgain(due, counts);
        if (outcome.isHandled()) {
            parcel.handled();
        }
        return true;
    }

    private boolean handled(int index, boolean counts) {
        inbox.done(counts && call.outcome(index).isHandled());
        return tell(index, Timeline.Then.NOTHING, "");
    }

    /** Tells the timeline. @return false */
    private boolean tell(int index, Timeline.Then then, String end) {
        Outcome outcome = call.outcome(index);
        inbox.timeline().delivered(call, index, what(outcome), then, text(outcome) + end);
        return false;
    }

    private Timeline.What what(Outcome outcome) {
        if (call.isTimedOut()) {
            return Timeline.What.TIMED_OUT;
        }
        return call.isLate() ? Timeline.What.OUTLASTED : outcome.what();
    }

    private String text(Outcome outcome) {
        if (call.isLate()) {
            return "still running when it was visible again";
        }
        if (call.isTimedOut()) {
            return call.isAbandoned() ? "timed out, did not stop and was abandoned" : "timed out";
        }
        return outcome.text();
    }

    /** Why a message that is not acknowledged ends all the same; null if it comes again. */
    private Letter.@Nullable Cause cause(int index, Parcel parcel, Outcome outcome) {
        if (outcome.isRejected() && (!open[index] || rules.isLast(parcel.attempt()))) {
            return Letter.Cause.REJECTED;
        }
        if (rules.isLast(parcel.attempt())) {
            return Letter.Cause.ATTEMPTS;
        }
        return rules.isTooOld(parcel.sentAt(), nextDue(parcel, outcome)) ? Letter.Cause.AGE : null;
    }

    private long nextDue(Parcel parcel, Outcome outcome) {
        if (call.isLate()) {
            return call.due();
        }
        long asked = rules.heedsDelay ? outcome.delay() : 0;
        return call.due() + (asked > 0 ? asked : rules.delayAfter(parcel.attempt()));
    }

    /** Messages of one lane lose their acknowledgements together, since what keeps an order is wound back as a whole. */
    private boolean isLost(Parcel parcel) {
        if (parcel.isTwin() || rules.isBeyond(parcel.attempt())) {
            return false;
        }
        Parcel first = parcel;
        for (int i = call.parcels().size() - 1; i >= 0; i--) {
            Parcel other = call.parcels().get(i);
            first = other.lane() == parcel.lane() ? other : first;
        }
        boolean lost =
                inbox.owesDuplicate() || inbox.dice().chance(rules.lost, Dice.LOST, first.sequence(), first.attempt());
        if (lost) {
            inbox.doubled();
        }
        return lost && !rules.isTooOld(parcel.sentAt(), nextDue(parcel, Outcome.HANDLED));
    }
}
