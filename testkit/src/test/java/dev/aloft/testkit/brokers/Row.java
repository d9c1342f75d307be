package dev.aloft.testkit.brokers;

import java.util.List;
import java.util.Locale;

/** One run's sums, a line of the table. */
record Row(
        String broker, int messages, long deliveries, Count count, int unhandledAcknowledgements, int orderViolations) {

    /** How many messages came to which end. */
    static final class Count {
        int handled;
        int rejected;
        int unlogged;
        int deadLettered;
        int dropped;
        int lost;
    }

    int handled() {
        return count.handled;
    }

    int rejected() {
        return count.rejected;
    }

    /** Rejections of which the log says nothing. */
    int unlogged() {
        return count.unlogged;
    }

    int deadLettered() {
        return count.deadLettered;
    }

    /** What the platform itself gave up. */
    int dropped() {
        return count.dropped;
    }

    /** Neither handled nor rejected nor anywhere else. */
    int lost() {
        return count.lost;
    }

    boolean isSound() {
        return lost() == 0 && unlogged() == 0 && unhandledAcknowledgements == 0 && orderViolations == 0;
    }

    static String table(List<Row> rows) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-44s %9s %10s %8s %8s %8s %8s %5s %9s %6s%n",
                "broker",
                "messages",
                "deliveries",
                "handled",
                "rejected",
                "dead-l.",
                "dropped",
                "lost",
                "unhandled",
                "order"));
        rows.forEach(row -> table.append(row.line()).append(System.lineSeparator()));
        return table.toString();
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "%-44s %9d %10d %8d %8d %8d %8d %5d %9d %6d",
                broker,
                messages,
                deliveries,
                handled(),
                rejected(),
                deadLettered(),
                dropped(),
                lost(),
                unhandledAcknowledgements,
                orderViolations);
    }

    @Override
    public String toString() {
        return table(List.of(this));
    }
}
