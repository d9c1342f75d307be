package dev.aloft.runtime;

import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;
import java.util.IdentityHashMap;
import java.util.List;

/** Writes why items were not handled: one entry for each failure, with the item's id and never with its payload. */
final class DeliveryLog {
    private final FunctionDefinition function;
    private final List<DeliveryItem> items;
    private final Outcome[] outcomes;
    private final Invocation invocation;

    private DeliveryLog(
            FunctionDefinition function, List<DeliveryItem> items, Outcome[] outcomes, Invocation invocation) {
        this.function = function;
        this.items = items;
        this.outcomes = outcomes;
        this.invocation = invocation;
    }

    /** What one item is called. */
    static String itemOf(FunctionDefinition function) {
        Binding binding = function.binding();
        return binding instanceof MessageBinding ? "message" : binding instanceof ChangeBinding ? "change" : "event";
    }

    static void write(
            FunctionDefinition function, List<DeliveryItem> items, Outcome[] outcomes, Invocation invocation) {
        int failed = 0;
        int notAttempted = 0;
        for (Outcome outcome : outcomes) {
            failed += outcome.failure() == null ? 0 : 1;
            notAttempted += outcome.isAttempted() ? 0 : 1;
        }
        DeliveryLog log = new DeliveryLog(function, items, outcomes, invocation);
        if (failed > 0) {
            log.writeFailures();
        }
        if (notAttempted > 0) {
            log.writeNotAttempted(notAttempted);
        }
    }

    /** Items with the very same failure are one entry: a batch that failed as a whole. */
    private void writeFailures() {
        IdentityHashMap<Throwable, Integer> alike = new IdentityHashMap<>();
        for (Outcome outcome : outcomes) {
            Throwable failure = outcome.failure();
            if (failure != null) {
                Integer before = alike.get(failure);
                alike.put(failure, before == null ? 1 : before + 1);
            }
        }
        for (int i = 0; i < outcomes.length; i++) {
            Throwable failure = outcomes[i].failure();
            Integer count = failure == null ? null : alike.remove(failure);
            if (failure != null && count != null) {
                writeFailure(i, count, failure);
            }
        }
    }

    private void writeFailure(int item, int alike, Throwable failure) {
        String what = outcomes[item].isRejected() ? " rejected " : " did not handle ";
        String id = items.get(item).id();
        String more = alike == 1 ? "" : " and " + (alike - 1) + " more";
        invocation.log(
                System.Logger.Level.ERROR,
                "Function " + function.name() + what + itemOf(function)
                        + (id.isEmpty() ? " without an id" : " " + FailureText.onOneLine(id)) + more + ": "
                        + FailureText.trace(failure));
    }

    private void writeNotAttempted(int notAttempted) {
        invocation.log(
                System.Logger.Level.WARNING,
                "Function " + function.name() + " did not attempt " + notAttempted + " of " + outcomes.length + " "
                        + itemOf(function)
                        + "s: they follow a failed one whose order they keep, or the time was nearly over.");
    }
}
