package dev.aloft.runtime;

import dev.aloft.BatchHandler;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeHandler;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.spi.MessageBinding;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One delivery: hands its items to the function, one by one or as a batch, and tells what became of each. */
final class Delivery implements IntFunction<Outcome> {
    private final List<DeliveryItem> items;
    private final Object handler;
    private final @Nullable Type payload;
    private final FunctionContext context;

    private Delivery(List<DeliveryItem> items, Object handler, @Nullable Type payload, FunctionContext context) {
        this.items = items;
        this.handler = handler;
        this.payload = payload;
        this.context = context;
    }

    static DeliveryResult of(
            List<DeliveryItem> items, FunctionHandle function, FunctionContext context, DeliveryPolicy policy) {
        Outcome[] outcomes = items.isEmpty() ? new Outcome[0] : outcomes(items, function, context, policy);
        DeliveryLog.write(function.definition(), items, outcomes, context.invocation());
        DeliveryResult result = new DeliveryResult(function.definition(), items, outcomes);
        context.invocation().delivered(result);
        return result;
    }

    private static Outcome[] outcomes(
            List<DeliveryItem> items, FunctionHandle function, FunctionContext context, DeliveryPolicy policy) {
        Object handler = function.eventHandler();
        Type payload = function.payloadTypeIfAny();
        if (payload != null
                && handler instanceof BatchHandler<?> batch
                && function.definition().binding() instanceof MessageBinding) {
            return new BatchCall(batch, payload, items, context).outcomes();
        }
        return policy.run(items, new Delivery(items, handler, payload, context));
    }

    /** Calls the handler with one item. */
    @Override
    public Outcome apply(int index) {
        try {
            call(items.get(index));
            return Outcome.HANDLED;
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return Outcome.thrown(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private void call(DeliveryItem item) throws Exception {
        Object content = item.content();
        if (content instanceof Message<?> && payload != null) {
            Message<Object> message = item.message(payload);
            ((MessageHandler<Object>) handler).handle(message, context.about(message));
        } else if (content instanceof Event event) {
            ((EventHandler) handler).handle(event, context.about(event));
        } else if (content instanceof StorageEvent event) {
            ((StorageHandler) handler).handle(event, context.about(event));
        } else if (content instanceof ScheduleEvent event) {
            ((ScheduleHandler) handler).handle(event, context.about(event));
        } else {
            ChangeEvent<Object> change = item.change(Objects.requireNonNull(payload));
            ((ChangeHandler<Object>) handler).handle(change, context.about(change));
        }
    }
}
