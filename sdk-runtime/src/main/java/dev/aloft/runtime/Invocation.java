package dev.aloft.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an adapter knows of one invocation; what the platform does not tell is null, zero or nothing. */
public interface Invocation {
    /** The platform's id of this invocation. */
    String id();

    /** When the platform stops this invocation. */
    @Nullable
    Instant deadline();

    /** The memory limit. */
    long memoryLimit();

    /** Which try of the same event this is. */
    int attempt();

    /** The platform's own position in a trace, in the form of the W3C header. */
    @Nullable
    String traceparent();

    /** The native event that wraps what the function gets. */
    byte @Nullable [] nativeEvent();

    /**
     * The platform's own context object.
     *
     * @param type the type wanted
     * @param <T> the type wanted
     * @return the object, or null if it is not of that type
     */
    <T> @Nullable T nativeContext(Class<T> type);

    /**
     * Tells which function was chosen, before its handler is created and called; not told where none was.
     *
     * @param functionName the function's name, for example {@code place-order}
     * @param coldStart whether this is the first invocation in this process
     */
    default void begins(String functionName, boolean coldStart) {}

    /**
     * Writes one entry to the platform's own log of this invocation.
     *
     * @param level ERROR for a failure, WARNING for a limit of the platform
     * @param text the entry; control characters but line breaks and tabs are escaped
     */
    void log(System.Logger.Level level, String text);
}
