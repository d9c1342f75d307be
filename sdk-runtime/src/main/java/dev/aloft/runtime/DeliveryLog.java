package dev.aloft.runtime;

import java.util.List;

/** Writes why items were not handled: one entry for each failure, with the item's id and never with its payload. */
final class DeliveryLog {
    private final String functionName;
    private final List<DeliveryItem> items;
    private final Outcome[] outcomes;
    private final Invocation invocation;

    private DeliveryLog(String functionName, List<DeliveryItem> items, Outcome[] outcomes, Invocation invocation) {
        this.functionName = functionName;
        this.items = items;
        this.outcomes = outcomes;
        this.invocation = invocation;
    }

    static void write(String functionName, List<DeliveryItem> items, Outcome[] outcomes, Invocation invocation) {
        new DeliveryLog(functionName, items, outcomes, invocation).write();
    }

    private void write() {
        int notAttempted = 0;
        int item = 0;
        while (item < outcomes.length) {
            int alike = alike(item);
            Throwable failure = outcomes[item].failure();
            if (failure != null) {
                writeFailure(item, alike, failure);
            } else if (outcomes[item].kind() == Outcome.Kind.NOT_ATTEMPTED) {
                notAttempted += alike;
            }
            item += alike;
        }
        if (notAttempted > 0) {
            invocation.log(
                    System.Logger.Level.WARNING,
                    "Function " + functionName + " did not attempt " + notAttempted + " of " + outcomes.length
                            + " messages: they follow a failed one whose order they keep, or the time was nearly over.");
        }
    }

    /** How many items in a row have this very failure: a batch that failed as a whole is one entry. */
    private int alike(int item) {
        Throwable failure = outcomes[item].failure();
        int next = item + 1;
        while (failure != null && next < outcomes.length && outcomes[next].failure() == failure) {
            next++;
        }
        return next - item;
    }

    private void writeFailure(int item, int alike, Throwable failure) {
        String what = outcomes[item].kind() == Outcome.Kind.REJECTED ? "rejected message " : "did not handle message ";
        String more = alike == 1 ? "" : " and " + (alike - 1) + " more";
        String id = FailureText.escaped(items.get(item).id());
        invocation.log(
                System.Logger.Level.ERROR,
                "Function " + functionName + " " + what + id + more + ": " + FailureText.trace(failure));
    }
}
