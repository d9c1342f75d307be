package dev.aloft;

import java.util.List;

/**
 * A function that handles messages as they come together, for example to write them in one transaction.
 *
 * <pre>{@code
 * @StreamTrigger("clicks")
 * public final class IndexClicks implements BatchHandler<Click> {
 *     @Override
 *     public BatchResult handle(List<Message<Click>> messages, Context context) {
 *         BatchResult.Builder result = BatchResult.builder();
 *         for (Message<Click> message : messages) {
 *             if (!index.add(message.payload())) {
 *                 result.failed(message, "the index is full");
 *             }
 *         }
 *         return result.build();
 *     }
 * }
 * }</pre>
 *
 * <p>The batch is what the platform hands over in one invocation: up to 10,000 messages on SQS, one on Service Bus, Storage queues
 * and Pub/Sub. A message whose payload cannot be read as {@code T} has failed already and is not in the list; the function is not
 * called if none is left. One instance serves all batches of a process, several at once: a handler must be thread-safe.
 *
 * @param <T> the payload: a record or class that the codec reads, {@code String}, {@code byte[]} or {@link Body}
 */
@FunctionalInterface
public interface BatchHandler<T> {
    /**
     * Handles messages that came together.
     *
     * <p>Throwing means that all of them are to be delivered again, also if it is {@link Rejected}, which does not say which of them
     * is meant: reject one by {@link BatchResult.Builder#failed(Message, Exception)}. In an ordered source (SQS FIFO, Kinesis, Kafka, Event Hubs) what
     * follows a failed message of the same group or partition comes again with it, even if it was handled.
     *
     * @param messages what was sent, in order, not empty
     * @param context which function runs, where and for how long
     * @return which of them failed, never null
     * @throws Exception whatever went wrong with the batch as a whole
     */
    BatchResult handle(List<Message<T>> messages, Context context) throws Exception;
}
