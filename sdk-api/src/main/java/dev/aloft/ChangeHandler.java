package dev.aloft;

/**
 * A function that handles changes of a database's table or collection, one by one.
 *
 * <pre>{@code
 * @ChangeTrigger("products")
 * public final class IndexProduct implements ChangeHandler<Product> {
 *     @Override
 *     public void handle(ChangeEvent<Product> change, Context context) {
 *         change.after().ifPresentOrElse(index::put, () -> index.remove(change.key().text("id").orElseThrow()));
 *     }
 * }
 * }</pre>
 *
 * <p>One instance serves all changes of a process, several at once: a handler must be thread-safe. A change may come more than once;
 * {@link ChangeEvent#id()} tells it again. Platforms differ much in what they tell: only some have the former document, and the Cosmos
 * DB change feed has no deletes; see {@code docs/events.md}.
 *
 * @param <T> what documents are read as: a record or class that the codec reads, or {@link Document} for the neutral tree
 */
@FunctionalInterface
public interface ChangeHandler<T> {
    /**
     * Handles one change.
     *
     * <p>Returning means done, throwing deliver again, {@link Rejected} never again, {@link RetryLater} not before some time, as for
     * {@link MessageHandler#handle}. A document that cannot be read as {@code T} counts as thrown, without a call.
     *
     * @param change what was changed
     * @param context which function runs, where and for how long
     * @throws Exception whatever went wrong; it is logged with the change's id, never with the documents
     */
    void handle(ChangeEvent<T> change, Context context) throws Exception;
}
