package dev.aloft.local;

import java.util.List;

/**
 * A queue in this process: {@code functions.queue("orders").send(order)}.
 *
 * <p>Messages with an ordering key keep their order within it, as in a FIFO queue, which the timeline calls it then; others have none,
 * unless the profile is {@code calm}. Nothing is delivered before {@link LocalFunctions#deliverAll()}, unless a {@link LocalServer} runs.
 * It is thread-safe.
 */
public final class LocalQueue {
    private final Source source;

    LocalQueue(Source source) {
        this.source = source;
    }

    /**
     * Sends a message.
     *
     * @param payload a {@code String} or {@code byte[]}, sent as it is; a {@link dev.aloft.Message}, sent with its id, attributes and
     *     ordering key, which lets a test send one twice; or any other value, written by the application's codec
     * @return the message's id, which stays the same at every delivery
     * @throws dev.aloft.AloftException if there is no codec (ALOFT-103) or it cannot write the value (ALOFT-405)
     */
    public String send(Object payload) {
        return source.send(payload, null);
    }

    /** How many messages are not done with. */
    public int waiting() {
        return source.waiting();
    }

    /** What was rejected or used up its attempts, in the order in which that happened. */
    public List<DeadLetter> deadLetters() {
        return source.deadLetters();
    }
}
