package dev.aloft;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a function may know about its invocation, the same on every platform. What a platform cannot tell is empty, never
 * invented.
 */
public interface Context {
    /** The function that runs, for example {@code place-order}. */
    String functionName();

    /**
     * The platform's id of this invocation, for example AWS's request id; it is in the platform's own log lines and in
     * every problem document.
     *
     * @return the id, never blank
     */
    String invocationId();

    /** Where the function runs: {@code aws}, {@code azure}, {@code gcp} or {@code local}. */
    String provider();

    /**
     * When the platform stops this invocation.
     *
     * @return the time; AWS tells it, on Azure and Google it is derived from the configured timeout, otherwise empty
     */
    Optional<Instant> deadline();

    /**
     * How much time is left, for example {@code PT2.5S}.
     *
     * @return zero or more; empty where {@link #deadline()} is
     */
    Optional<Duration> remaining();

    /** How much memory the function may use, in bytes: 512 MB are {@code 536870912}. */
    OptionalLong memoryLimit();

    /**
     * Which try of the same event this is, 1 for the first.
     *
     * @return the attempt; empty where the platform does not count, as for HTTP
     */
    OptionalInt attempt();

    /**
     * The W3C trace context: of the request if it carries one, otherwise the platform's own.
     *
     * @return the trace context, if there is one
     * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
     */
    Optional<TraceContext> traceContext();

    /** Whether this is the first invocation in this process. */
    boolean coldStart();

    /** The function's settings: environment variables, or what a test passes instead. */
    Settings settings();

    /**
     * The native event exactly as the platform sent it, where it wraps what the function got, for example API Gateway's
     * JSON. Code that uses it is not portable.
     *
     * @return a copy of the bytes; empty where the platform sends plain HTTP
     */
    Optional<byte[]> nativeEvent();

    /**
     * The platform's own context object, for example {@code nativeContext(com.amazonaws.services.lambda.runtime.Context.class)}.
     * Code that uses it is not portable.
     *
     * @param type the type wanted
     * @param <T> the type wanted
     * @return the object; empty on another platform
     */
    <T> Optional<T> nativeContext(Class<T> type);
}
