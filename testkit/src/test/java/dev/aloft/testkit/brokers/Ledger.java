package dev.aloft.testkit.brokers;

import java.util.Arrays;

/**
 * What became of every message, written down by both sides: what the handler did, and what the platform believes. Message {@code m}
 * stands in group {@code m % groups}, behind those of the group with a smaller number.
 */
final class Ledger {
    private enum End {
        OPEN,
        ACKNOWLEDGED,
        DEAD_LETTERED,
        DROPPED
    }

    private final int groups;
    private final int[] attempts;
    private final int[] settledIn;
    private final boolean[] handled;
    private final boolean[] rejected;
    private final boolean[] logged;
    private final End[] ends;
    /** The first message of each group that is not settled, as far as anybody has looked. */
    private final int[] firstUnsettled;

    private long deliveries;
    private int unhandledAcknowledgements;
    private int orderViolations;

    /**
     * @param messages how many there are
     * @param groups in how many groups they keep their order; 0 if there is no order
     */
    Ledger(int messages, int groups) {
        this.groups = groups;
        this.attempts = new int[messages];
        this.settledIn = new int[messages];
        this.handled = new boolean[messages];
        this.rejected = new boolean[messages];
        this.logged = new boolean[messages];
        this.ends = new End[messages];
        Arrays.fill(ends, End.OPEN);
        this.firstUnsettled = new int[groups];
        for (int group = 0; group < groups; group++) {
            firstUnsettled[group] = group;
        }
    }

    int messages() {
        return ends.length;
    }

    int groups() {
        return groups;
    }

    /** The handler begins an attempt; gives its number. */
    synchronized int attempt(int message) {
        return ++attempts[message];
    }

    synchronized void handled(int message, int frame) {
        if (!handled[message] && groups > 0 && isOvertaking(message)) {
            orderViolations++;
        }
        handled[message] = true;
        settledIn[message] = Math.max(settledIn[message], frame);
    }

    private boolean isOvertaking(int message) {
        int group = message % groups;
        int first = firstUnsettled[group];
        while (first < message && isSettled(first)) {
            first += groups;
        }
        firstUnsettled[group] = first;
        return first < message;
    }

    private boolean isSettled(int message) {
        return handled[message] || rejected[message] || ends[message] != End.OPEN;
    }

    synchronized void rejected(int message, int frame) {
        rejected[message] = true;
        settledIn[message] = Math.max(settledIn[message], frame);
    }

    synchronized void logged(int message) {
        logged[message] = true;
    }

    synchronized void delivered() {
        deliveries++;
    }

    /** The platform takes a message as done because of what an invocation answered. */
    synchronized void acknowledged(int message, Frame frame) {
        ends[message] = End.ACKNOWLEDGED;
        if (settledIn[message] < frame.number()) {
            unhandledAcknowledgements++;
        }
    }

    synchronized void deadLettered(int message) {
        end(message, End.DEAD_LETTERED);
    }

    synchronized void dropped(int message) {
        end(message, End.DROPPED);
    }

    private void end(int message, End end) {
        if (ends[message] == End.OPEN) {
            ends[message] = end;
        }
    }

    /** The sums; each message counts once, as the best that became of it. */
    synchronized Row row(String broker) {
        Row.Count count = new Row.Count();
        for (int message = 0; message < ends.length; message++) {
            if (handled[message]) {
                count.handled++;
            } else if (ends[message] == End.DEAD_LETTERED) {
                count.deadLettered++;
            } else if (rejected[message] && ends[message] == End.ACKNOWLEDGED) {
                count.rejected++;
                count.unlogged += logged[message] ? 0 : 1;
            } else if (ends[message] == End.DROPPED) {
                count.dropped++;
            } else {
                count.lost++;
            }
        }
        return new Row(broker, ends.length, deliveries, count, unhandledAcknowledgements, orderViolations);
    }
}
