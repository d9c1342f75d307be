package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What happened, in order, one step a line; the same seed gives the same text. It keeps the last 100,000 steps, of a server fewer. */
public final class Timeline {
    /** What a step is about: something that happened to a message, or what became of one delivery of it. */
    public enum What {
        /** It was sent. */
        SENT,
        /** The function handled it. */
        HANDLED,
        /** The function did not get to it. */
        NOT_TRIED,
        /** The function failed with it. */
        FAILED,
        /** The function rejected it for good. */
        REJECTED,
        /** The invocation took too long. */
        TIMED_OUT,
        /** The invocation still ran when the message was visible again. */
        OUTLASTED,
        /** It is older than its source keeps messages. */
        TOO_OLD,
        /** It was a dead letter and is delivered again. */
        REDRIVEN,
        /** Something that a developer should see to. */
        WARNING
    }

    /** What comes after a step. */
    public enum Then {
        /** Nothing. */
        NOTHING,
        /** It is delivered again. */
        AGAIN,
        /** It is a dead letter. */
        DEAD_LETTERED,
        /** It is gone, since this platform keeps no dead letters of its source. */
        DROPPED
    }

    private static final List<String> HEAD =
            List.of("time", "source", "message", "function", "instance", "attempt", "took", "outcome");

    private final String title;
    private final List<Step> steps = new ArrayList<>();
    /** How many steps are not kept any more. */
    private long dropped;

    private Consumer<Step> listener = step -> {};
    private int most = 100_000;

    /**
     * One step.
     *
     * @param time when, in virtual milliseconds
     * @param source for example {@code queue orders}
     * @param message the message's id; empty if it is about none
     * @param function the function; empty if it is about none
     * @param instance for example {@code 1 cold}; empty if it is about none
     * @param attempt for example {@code 2 of 5}; empty if it is about none
     * @param took how long the invocation took, for example {@code 12 ms}; empty if it is about none
     * @param outcome what happened, in words
     * @param what what happened
     * @param then what comes after it
     * @param isDuplicate whether it is about a delivery of what the function has handled, or is handling
     * @param call the number of the invocation; 0 if it is about none
     */
    public record Step(
            long time,
            String source,
            String message,
            String function,
            String instance,
            String attempt,
            String took,
            String outcome,
            What what,
            Then then,
            boolean isDuplicate,
            long call) {
        /** A step that is about no invocation. */
        public Step(
                long time,
                String source,
                String message,
                String function,
                String instance,
                String attempt,
                String took,
                String outcome,
                What what,
                Then then,
                boolean isDuplicate) {
            this(time, source, message, function, instance, attempt, took, outcome, what, then, isDuplicate, 0);
        }

        private List<String> cells() {
            return List.of(clock(time), source, message, function, instance, attempt, took, outcome);
        }
    }

    Timeline(String title) {
        this.title = title;
    }

    /**
     * Keeps another number of steps than 100,000 from now on, as a server has to that runs for days.
     *
     * @param steps how many at least
     */
    public synchronized void keep(int steps) {
        most = steps;
    }

    /** All steps so far, but for those before the last ones that it keeps. */
    public synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /** What is played: the profile and the seed. */
    public String title() {
        return title;
    }

    /** How many steps there were. */
    public synchronized long count() {
        return dropped + steps.size();
    }

    /**
     * The steps from a number on, but for those that are not kept any more.
     *
     * @param number 0 for the first step of all
     * @return the steps, up to the last one
     */
    public synchronized List<Step> since(long number) {
        long first = Math.min(Math.max(number - dropped, 0), steps.size());
        return List.copyOf(steps.subList((int) first, steps.size()));
    }

    /**
     * Lets somebody hear of each step from now on.
     *
     * @param other is told of each step in the thread in which it happens; nobody else is told any more
     */
    public synchronized void listen(Consumer<Step> other) {
        listener = other;
    }

    synchronized void add(Step step) {
        if (steps.size() >= 2 * most) {
            dropped += steps.size() - most;
            steps.subList(0, steps.size() - most).clear();
        }
        steps.add(step);
        listener.accept(step);
    }

    /** What became of one message of an invocation. */
    void delivered(Call call, int index, What what, Then then, String outcome) {
        Inbox inbox = call.inbox();
        Parcel parcel = call.parcels().get(index);
        int most = inbox.rules().attempts;
        add(new Step(
                call.due(),
                inbox.source(),
                parcel.id(),
                inbox.function(),
                instance(call),
                parcel.attempt()
                        + (most == 0 || parcel.attempt() > most ? "" : " of " + most)
                        + (parcel.isDuplicate() ? " duplicate" : ""),
                length(call.due() - call.start()),
                outcome,
                what,
                then,
                parcel.isDuplicate(),
                call.number()));
    }

    /** Tells of work that an invocation has left running, if it has. */
    void leftWork(Call call) {
        String place = call.leftWork();
        if (place != null) {
            String outcome = "WARNING work is left running after the return: " + place;
            String source = call.inbox().source();
            add(new Step(
                    call.start(),
                    source,
                    "",
                    call.function(),
                    instance(call),
                    "",
                    "",
                    outcome,
                    What.WARNING,
                    Then.NOTHING,
                    false,
                    call.number()));
        }
    }

    void sent(long time, String source, String message, String outcome) {
        add(new Step(time, source, message, "", "", "", "", outcome, What.SENT, Then.NOTHING, false));
    }

    void tooOld(long time, Inbox inbox, Parcel parcel, Then then) {
        String outcome = "older than " + length(inbox.rules().age) + end(then);
        add(new Step(
                time,
                inbox.source(),
                parcel.id(),
                inbox.function(),
                "",
                "",
                "",
                outcome,
                What.TOO_OLD,
                then,
                parcel.isDuplicate()));
    }

    void redriven(long time, Letter letter) {
        String id = letter.parcel().id();
        add(new Step(
                time,
                letter.source(),
                id,
                letter.function(),
                "",
                "",
                "",
                "redriven",
                What.REDRIVEN,
                Then.AGAIN,
                false));
    }

    /** How the end of a message is told. */
    static String end(Then then) {
        if (then == Then.DEAD_LETTERED) {
            return ", dead-lettered";
        }
        return then == Then.DROPPED ? ", dropped since nothing keeps it" : "";
    }

    static String instance(Call call) {
        return call.instance() + (call.isCold() ? " cold" : " warm");
    }

    /** The profile, the seed and a table of all steps. */
    public String text() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        for (Step step : steps()) {
            rows.add(step.cells());
        }
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        for (List<String> row : rows) {
            append(text, row, widths);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row, int[] widths) {
        int last = row.size() - 1;
        for (int i = 0; i < last; i++) {
            String cell = row.get(i);
            text.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        text.append(row.get(last)).append('\n');
    }

    /** A point in virtual time, as {@code 0:00:10.250}. */
    static String clock(long time) {
        StringBuilder text = new StringBuilder().append(time / 3_600_000);
        text.append(':').append(digits(time / 60_000 % 60, 2));
        text.append(':').append(digits(time / 1_000 % 60, 2));
        return text.append('.').append(digits(time % 1_000, 3)).toString();
    }

    private static String digits(long number, int count) {
        String text = Long.toString(number);
        return "0".repeat(count - text.length()) + text;
    }

    /** A length of time, as {@code 12 ms} or {@code 30 s}. */
    static String length(long time) {
        return time < 1_000 || time % 1_000 != 0 ? time + " ms" : time / 1_000 + " s";
    }
}
