package dev.aloft.local;

import java.util.List;

/**
 * A stream in this process: {@code functions.stream("clicks").append("ada", click)}. Records of one key are delivered in order, and
 * none while an earlier one of its key is still to be handled; each function reads the whole stream.
 *
 * <p>Keys are spread over its partitions, from {@code 0} on, as many as the profile has. A record that cannot be handled is dead-lettered,
 * and then its key goes on, as it does on a platform with a destination for failures. Nothing is
 * delivered before {@link LocalFunctions#deliverAll()}, unless a {@link LocalServer} runs. It is thread-safe.
 */
public final class LocalStream {
    private final Source source;

    LocalStream(Source source) {
        this.source = source;
    }

    /**
     * Appends a record.
     *
     * @param key what the record keeps its order with, for example a customer's number
     * @param payload a {@code String} or {@code byte[]}, sent as it is; a {@link dev.aloft.Message}, sent with its id and attributes;
     *     or any other value, written by the application's codec
     * @return the record's id, the same for every function and at every delivery
     * @throws dev.aloft.AloftException if there is no codec (ALOFT-103) or it cannot write the value (ALOFT-405)
     */
    public String append(String key, Object payload) {
        return source.send(payload, key);
    }

    /** How many records are not done with, of all functions together. */
    public int waiting() {
        return source.waiting();
    }

    /** What was rejected or used up its attempts; {@link DeadLetter#function()} tells whose copy it was. */
    public List<DeadLetter> deadLetters() {
        return source.deadLetters();
    }
}
