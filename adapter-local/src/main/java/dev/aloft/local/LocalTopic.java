package dev.aloft.local;

import java.util.List;

/**
 * A topic in this process: {@code functions.topic("orders").publish(order)}. Each subscribed function gets a copy of its own, which
 * is delivered again and dead-lettered without regard to the others.
 *
 * <p>Nothing is delivered before {@link LocalFunctions#deliverAll()}, unless a {@link LocalServer} runs. It is thread-safe.
 */
public final class LocalTopic {
    private final Source source;

    LocalTopic(Source source) {
        this.source = source;
    }

    /**
     * Publishes a message.
     *
     * @param payload a {@code String} or {@code byte[]}, sent as it is; a {@link dev.aloft.Message}, sent with its id, attributes and
     *     ordering key, which lets a test send one twice; or any other value, written by the application's codec
     * @return the message's id, the same for every function and at every delivery
     * @throws dev.aloft.AloftException if there is no codec (ALOFT-103) or it cannot write the value (ALOFT-405)
     */
    public String publish(Object payload) {
        return source.send(payload, null);
    }

    /** How many copies are not done with, of all functions together. */
    public int waiting() {
        return source.waiting();
    }

    /** What was rejected or used up its attempts; {@link DeadLetter#function()} tells whose copy it was. */
    public List<DeadLetter> deadLetters() {
        return source.deadLetters();
    }
}
