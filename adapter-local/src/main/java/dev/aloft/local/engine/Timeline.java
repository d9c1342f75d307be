package dev.aloft.local.engine;

import java.util.ArrayList;
import java.util.List;

/** What happened, in order, one step a line; the same seed gives the same text. */
public final class Timeline {
    private static final List<String> HEAD =
            List.of("time", "source", "message", "function", "instance", "attempt", "took", "outcome");

    private final String title;
    private final List<Step> steps = new ArrayList<>();

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
     * @param outcome what happened
     */
    public record Step(
            long time,
            String source,
            String message,
            String function,
            String instance,
            String attempt,
            String took,
            String outcome) {
        private List<String> cells() {
            return List.of(clock(time), source, message, function, instance, attempt, took, outcome);
        }
    }

    Timeline(String title) {
        this.title = title;
    }

    /** All steps so far. */
    public synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    synchronized void add(Step step) {
        steps.add(step);
    }

    /** What became of one message of an invocation. */
    void delivered(Call call, int index, String outcome) {
        Inbox inbox = call.inbox();
        Parcel parcel = call.parcels().get(index);
        int most = inbox.rules().attempts;
        add(new Step(
                call.due(),
                inbox.source(),
                parcel.id(),
                inbox.function(),
                instance(call),
                parcel.attempt() + (most == 0 ? "" : " of " + most) + (parcel.isDuplicate() ? " duplicate" : ""),
                length(call.due() - call.start()),
                outcome));
    }

    /** What a developer should see to about an invocation. */
    void warning(Call call, String text) {
        Inbox inbox = call.inbox();
        add(new Step(call.start(), inbox.source(), "", inbox.function(), instance(call), "", "", "WARNING " + text));
    }

    /** What happened to a message outside of invocations. */
    void happened(long time, String source, String message, String function, String what) {
        add(new Step(time, source, message, function, "", "", "", what));
    }

    private static String instance(Call call) {
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
