package dev.aloft.runtime;

import java.util.Map;

/**
 * Gives a recorded native event to the functions by the way of the platform's adapter. The adapter's file
 * {@code META-INF/aloft/replay/<provider>} names its class, which has a public constructor without parameters; nothing reads the file
 * before an event is replayed.
 */
@FunctionalInterface
public interface NativeReplay {
    /**
     * Handles an event as the platform would have it handled. What becomes of messages is told to {@link Invocation#delivered}.
     *
     * @param payload the event
     * @param functions the functions
     * @param settings what the adapter finds in place of the environment
     * @param invocation told of what happens
     * @return the status of an HTTP answer; 0 where the platform is not answered with one
     * @throws Exception if the platform would be told that the invocation failed
     */
    int replay(NativePayload payload, FunctionRuntime functions, Map<String, String> settings, Invocation invocation)
            throws Exception;
}
