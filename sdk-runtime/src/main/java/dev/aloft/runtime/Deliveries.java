package dev.aloft.runtime;

import dev.aloft.BatchHandler;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.spi.EventBinding;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands the items of a delivery to a function and tells what became of each. */
final class Deliveries {
    private final ContextFactory contexts;
    private final DeliveryPolicy policy;

    Deliveries(ContextFactory contexts, DeliveryPolicy policy) {
        this.contexts = contexts;
        this.policy = policy;
    }

    DeliveryResult deliver(FunctionHandle function, List<DeliveryItem> items, Invocation invocation) {
        FunctionContext context = contexts.begin(function.name(), invocation, items);
        Outcome[] outcomes = items.isEmpty() ? new Outcome[0] : outcomes(function, items, context);
        DeliveryLog.write(function.name(), items, outcomes, invocation);
        return new DeliveryResult(function.name(), items, outcomes);
    }

    private Outcome[] outcomes(FunctionHandle function, List<DeliveryItem> items, FunctionContext context) {
        Object handler = function.eventHandler();
        Type payload = function.definition().binding() instanceof EventBinding ? null : function.payloadType();
        if (payload != null && handler instanceof BatchHandler<?> batch) {
            return new BatchCall(batch, payload, items, context).outcomes();
        }
        return policy.run(items, context.invocation().deadline(), new SingleCall(handler, payload, items, context));
    }

    /** One item after the other. */
    private record SingleCall(Object handler, @Nullable Type payload, List<DeliveryItem> items, FunctionContext context)
            implements DeliveryPolicy.ItemCall {
        @Override
        public Outcome handle(int index) {
            try {
                call(items.get(index).content());
                return Outcome.HANDLED;
            } catch (Throwable failure) {
                if (failure instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                return Outcome.thrown(failure);
            }
        }

        @SuppressWarnings("unchecked")
        private void call(Object content) throws Exception {
            if (payload == null) {
                ((EventHandler) handler).handle((Event) content, context.about(content));
            } else {
                Message<?> message = Payloads.typed((Message<Body>) content, payload);
                ((MessageHandler<Object>) handler).handle((Message<Object>) message, context.about(message));
            }
        }
    }
}
