package dev.aloft;

/**
 * A function that handles events without a trigger of their own: CloudEvents, and native events that Aloft does not model.
 *
 * <pre>{@code
 * @EventTrigger(type = "com.acme.order.placed")
 * public final class CountOrders implements EventHandler {
 *     @Override
 *     public void handle(Event event, Context context) {
 *         counter.add(event.source(), event.data().as(Order.class).quantity());
 *     }
 * }
 * }</pre>
 *
 * <p>One instance serves all events of a process, several at once: a handler must be thread-safe. An event may come more than once;
 * {@link Event#source()} and {@link Event#id()} together tell it again.
 */
@FunctionalInterface
public interface EventHandler {
    /**
     * Handles one event.
     *
     * <p>Returning means done, throwing deliver again, {@link Rejected} never again, {@link RetryLater} not before some time, as for
     * {@link MessageHandler#handle}.
     *
     * @param event what happened
     * @param context which function runs, where and for how long
     * @throws Exception whatever went wrong; it is logged with the event's id, never with its data
     */
    void handle(Event event, Context context) throws Exception;
}
