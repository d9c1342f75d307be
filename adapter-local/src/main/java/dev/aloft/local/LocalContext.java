package dev.aloft.local;

import dev.aloft.Context;
import dev.aloft.Settings;
import dev.aloft.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A context for a test that calls a handler directly: {@code new Hello().handle(request, LocalContext.of("hello"))}.
 *
 * <p>It is immutable; each {@code with…} gives a new one. Whether it is a cold start is true unless told otherwise.
 */
public final class LocalContext implements Context {
    private final String functionName;
    private Map<String, String> settings = Map.of();
    private @Nullable Instant deadline;
    private boolean coldStart = true;
    private @Nullable TraceContext trace;
    private int attempt;

    private LocalContext(String functionName) {
        this.functionName = functionName;
    }

    private LocalContext copy() {
        LocalContext copy = new LocalContext(functionName);
        copy.settings = settings;
        copy.deadline = deadline;
        copy.coldStart = coldStart;
        copy.trace = trace;
        copy.attempt = attempt;
        return copy;
    }

    /**
     * A context without settings and deadline.
     *
     * @param functionName what {@link #functionName()} tells, for example {@code hello}
     * @return the context
     */
    public static LocalContext of(String functionName) {
        return new LocalContext(functionName);
    }

    /**
     * This context with one more setting.
     *
     * @param name for example {@code WAREHOUSE_URL}
     * @param value its value
     * @return a new context
     */
    public LocalContext withSetting(String name, String value) {
        LocalContext changed = copy();
        changed.settings = new LinkedHashMap<>(settings);
        changed.settings.put(name, value);
        return changed;
    }

    /**
     * This context with a deadline.
     *
     * @param time when the platform would stop the invocation
     * @return a new context
     */
    public LocalContext withDeadline(Instant time) {
        LocalContext changed = copy();
        changed.deadline = time;
        return changed;
    }

    /**
     * This context as of the first or a later invocation.
     *
     * @param first whether it is the first of the process
     * @return a new context
     */
    public LocalContext withColdStart(boolean first) {
        LocalContext changed = copy();
        changed.coldStart = first;
        return changed;
    }

    /**
     * This context within a trace.
     *
     * @param position where in the trace
     * @return a new context
     */
    public LocalContext withTraceContext(TraceContext position) {
        LocalContext changed = copy();
        changed.trace = position;
        return changed;
    }

    /**
     * This context as of a message's first or a later delivery.
     *
     * @param number which delivery it is, 1 for the first
     * @return a new context
     */
    public LocalContext withAttempt(int number) {
        LocalContext changed = copy();
        changed.attempt = number;
        return changed;
    }

    @Override
    public String functionName() {
        return functionName;
    }

    @Override
    public String invocationId() {
        return "local-invocation";
    }

    @Override
    public String provider() {
        return "local";
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    @Override
    public Optional<Duration> remaining() {
        if (deadline == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(Instant.now(), deadline);
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public OptionalLong memoryLimit() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalInt attempt() {
        return attempt > 0 ? OptionalInt.of(attempt) : OptionalInt.empty();
    }

    @Override
    public Optional<TraceContext> traceContext() {
        return Optional.ofNullable(trace);
    }

    @Override
    public boolean coldStart() {
        return coldStart;
    }

    @Override
    public Settings settings() {
        return Settings.of(settings);
    }

    @Override
    public Optional<byte[]> nativeEvent() {
        return Optional.empty();
    }

    @Override
    public <T> Optional<T> nativeContext(Class<T> type) {
        return Optional.empty();
    }
}
