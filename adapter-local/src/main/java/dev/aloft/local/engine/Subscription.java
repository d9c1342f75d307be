package dev.aloft.local.engine;

import java.util.function.Predicate;

/**
 * Which function takes what from where: {@code new Subscription("ship-order", SourceKind.QUEUE, "orders")}.
 *
 * @param function its name
 * @param kind what it takes
 * @param source the name of the queue, topic and so on
 * @param takes whether it wants what is sent there
 */
public record Subscription(String function, SourceKind kind, String source, Predicate<Object> takes) {
    /**
     * A function that takes everything.
     *
     * @param function its name
     * @param kind what it takes
     * @param source the name of the queue, topic and so on
     */
    public Subscription(String function, SourceKind kind, String source) {
        this(function, kind, source, content -> true);
    }

    /** For example {@code queue orders}. */
    String place() {
        return place(kind, source);
    }

    static String place(SourceKind kind, String source) {
        return source.isEmpty() ? kind.word() : kind.word() + " " + source;
    }
}
