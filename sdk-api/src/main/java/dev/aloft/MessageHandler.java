package dev.aloft;

/**
 * A function that handles messages of a queue, topic or stream, one by one.
 *
 * <pre>{@code
 * @QueueTrigger("orders")
 * public final class ShipOrder implements MessageHandler<Order> {
 *     @Override
 *     public void handle(Message<Order> message, Context context) {
 *         warehouse.ship(message.payload());
 *     }
 * }
 * }</pre>
 *
 * <p>One instance serves all messages of a process, several at once: a handler must be thread-safe. A message may come more than
 * once; {@link Message#id()} tells it again. Platforms that deliver batches (SQS, Kinesis, Kafka, Event Hubs) call it for each
 * message of the batch, in order, and what failed is reported message by message where the platform can take that.
 *
 * @param <T> the payload: a record or class that the codec reads, {@code String}, {@code byte[]} or {@link Body}
 */
@FunctionalInterface
public interface MessageHandler<T> {
    /**
     * Handles one message.
     *
     * <p>Returning means done: the message is not delivered again. Throwing means deliver it again, as often as the platform is
     * told to; then it goes to the dead-letter target if there is one. {@link Rejected} means never again, {@link RetryLater} not
     * before some time. A payload that cannot be read as {@code T} counts as thrown, without a call. What each platform does is in
     * {@code docs/delivery.md}.
     *
     * @param message what was sent
     * @param context which function runs, where and for how long
     * @throws Exception whatever went wrong; it is logged with the message's id, never with the payload
     */
    void handle(Message<T> message, Context context) throws Exception;
}
