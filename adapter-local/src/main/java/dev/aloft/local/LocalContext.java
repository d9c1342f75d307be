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
    private final Map<String, String> settings;
    private final @Nullable Instant deadline;
    private final boolean coldStart;
    private final @Nullable TraceContext trace;

    private LocalContext(
            String functionName,
            Map<String, String> settings,
            @Nullable Instant deadline,
            boolean coldStart,
            @Nullable TraceContext trace) {
        this.functionName = functionName;
        this.settings = settings;
        this.deadline = deadline;
        this.coldStart = coldStart;
        this.trace = trace;
    }

    /**
     * A context without settings and deadline.
     *
     * @param functionName what {@link #functionName()} tells, for example {@code hello}
     * @return the context
     */
    public static LocalContext of(String functionName) {
        return new LocalContext(functionName, Map.of(), null, true, null);
    }

    /**
     * This context with one more setting.
     *
     * @param name for example {@code WAREHOUSE_URL}
     * @param value its value
     * @return a new context
     */
    public LocalContext withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new LocalContext(functionName, more, deadline, coldStart, trace);
    }

    /**
     * This context with a deadline.
     *
     * @param time when the platform would stop the invocation
     * @return a new context
     */
    public LocalContext withDeadline(Instant time) {
        return new LocalContext(functionName, settings, time, coldStart, trace);
    }

    /**
     * This context as of the first or a later invocation.
     *
     * @param first whether it is the first of the process
     * @return a new context
     */
    public LocalContext withColdStart(boolean first) {
        return new LocalContext(functionName, settings, deadline, first, trace);
    }

    /**
     * This context within a trace.
     *
     * @param position where in the trace
     * @return a new context
     */
    public LocalContext withTraceContext(TraceContext position) {
        return new LocalContext(functionName, settings, deadline, coldStart, position);
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
        return deadline()
                .map(time -> Duration.between(Instant.now(), time))
                .map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    @Override
    public OptionalLong memoryLimit() {
        return OptionalLong.empty();
    }

    @Override
    public OptionalInt attempt() {
        return OptionalInt.empty();
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
