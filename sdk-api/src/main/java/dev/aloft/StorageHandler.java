package dev.aloft;

/**
 * A function that handles what happens to the objects of a bucket or container.
 *
 * <pre>{@code
 * @StorageTrigger("uploads")
 * public final class MakeThumbnail implements StorageHandler {
 *     @Override
 *     public void handle(StorageEvent event, Context context) {
 *         thumbnails.make(event.bucket(), event.key());
 *     }
 * }
 * }</pre>
 *
 * <p>One instance serves all events of a process, several at once: a handler must be thread-safe. An event may come more than once,
 * and after a newer one; {@link StorageEvent#id()} tells it again. A handler that stores into its own bucket causes its own next
 * event: use another bucket.
 */
@FunctionalInterface
public interface StorageHandler {
    /**
     * Handles one event.
     *
     * <p>Returning means done, throwing deliver again, {@link Rejected} never again, {@link RetryLater} not before some time, as for
     * {@link MessageHandler#handle}.
     *
     * @param event what happened
     * @param context which function runs, where and for how long
     * @throws Exception whatever went wrong; it is logged with the event's id
     */
    void handle(StorageEvent event, Context context) throws Exception;
}
