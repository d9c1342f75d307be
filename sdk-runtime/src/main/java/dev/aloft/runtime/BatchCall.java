package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.BatchHandler;
import dev.aloft.BatchResult;
import dev.aloft.Message;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One call of a batch handler: with all items that can be read. */
final class BatchCall {
    private final BatchHandler<?> handler;
    private final Type payload;
    private final List<DeliveryItem> items;
    private final FunctionContext context;
    private final Outcome[] outcomes;
    private final List<Message<Object>> messages = new ArrayList<>();
    /** Where in the delivery each message stands. */
    private final List<Integer> positions = new ArrayList<>();

    BatchCall(BatchHandler<?> handler, Type payload, List<DeliveryItem> items, FunctionContext context) {
        this.handler = handler;
        this.payload = payload;
        this.items = items;
        this.context = context;
        this.outcomes = new Outcome[items.size()];
    }

    Outcome[] outcomes() {
        readAll();
        if (!messages.isEmpty()) {
            call();
        }
        keepOrder();
        return outcomes;
    }

    /** What follows an unreadable item of its group is not handed over: it comes again with that one. */
    private void readAll() {
        Set<String> blocked = new HashSet<>();
        for (int i = 0; i < outcomes.length; i++) {
            DeliveryItem item = items.get(i);
            if (item.group() != null && blocked.contains(item.group())) {
                outcomes[i] = Outcome.BLOCKED;
            } else if (!read(item, i) && item.group() != null) {
                blocked.add(item.group());
            }
        }
    }

    private boolean read(DeliveryItem item, int position) {
        try {
            messages.add(item.message(payload));
            positions.add(position);
            return true;
        } catch (Throwable unreadable) {
            outcomes[position] = Outcome.thrown(unreadable);
            return false;
        }
    }

    private void call() {
        try {
            BatchResult result = result();
            for (int i = 0; i < messages.size(); i++) {
                Exception failure = result.failure(messages.get(i)).orElse(null);
                outcomes[positions.get(i)] = failure == null ? Outcome.HANDLED : Outcome.thrown(failure);
            }
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            for (int position : positions) {
                outcomes[position] = Outcome.batchThrown(failure);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private BatchResult result() throws Exception {
        BatchResult result = ((BatchHandler<Object>) handler).handle(List.copyOf(messages), context);
        if (result == null) {
            throw new AloftException(
                    Kind.HANDLER,
                    "ALOFT-421",
                    "Function " + context.functionName() + " returned null. Return a BatchResult, for example"
                            + " BatchResult.allHandled().");
        }
        int known = 0;
        for (Message<Object> message : messages) {
            known += result.failure(message).isPresent() ? 1 : 0;
        }
        if (known != result.failureCount()) {
            throw new AloftException(
                    Kind.HANDLER,
                    "ALOFT-422",
                    "Function " + context.functionName()
                            + " reported the failure of a message that is not in the batch. Pass"
                            + " the message objects of the list.");
        }
        return result;
    }

    /** Were a message acknowledged behind a failed one of its group, that one would come after it. */
    private void keepOrder() {
        Set<String> failed = new HashSet<>();
        for (int i = 0; i < outcomes.length; i++) {
            String group = items.get(i).group();
            if (group != null && failed.contains(group) && outcomes[i].isDone()) {
                outcomes[i] = Outcome.BLOCKED;
            } else if (group != null && !outcomes[i].isDone()) {
                failed.add(group);
            }
        }
    }
}
