package dev.aloft.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an adapter knows of one invocation; what the platform does not tell is null, zero or nothing, as here.
 *
 * <p>An adapter overrides what its platform tells: {@code invocation.deadline()} is null on a developer's machine.
 */
public interface Invocation {
    /** The platform's id of this invocation. */
    String id();

    /** When the platform stops this invocation. */
    default @Nullable Instant deadline() {
        return null;
    }

    /** What time it is for the function, in milliseconds: another time than the machine's where a test plays a platform. */
    default long now() {
        return System.currentTimeMillis();
    }

    /** The memory limit. */
    default long memoryLimit() {
        return 0;
    }

    /** Which try of the same event this is. */
    default int attempt() {
        return 0;
    }

    /** The platform's own position in a trace, in the form of the W3C header. */
    default @Nullable String traceparent() {
        return null;
    }

    /** The native event that wraps what the function gets. */
    default byte @Nullable [] nativeEvent() {
        return null;
    }

    /**
     * The platform's own context object.
     *
     * @param type the type wanted
     * @param <T> the type wanted
     * @return the object, or null if it is not of that type
     */
    default <T> @Nullable T nativeContext(Class<T> type) {
        return null;
    }

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
