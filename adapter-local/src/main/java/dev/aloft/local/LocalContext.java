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
    private final Facts facts;

    /** What the test tells besides the name. */
    private record Facts(
            Map<String, String> settings,
            @Nullable Instant deadline,
            boolean coldStart,
            @Nullable TraceContext trace,
            int attempt) {}

    private LocalContext(String functionName, Facts facts) {
        this.functionName = functionName;
        this.facts = facts;
    }

    /**
     * A context without settings and deadline.
     *
     * @param functionName what {@link #functionName()} tells, for example {@code hello}
     * @return the context
     */
    public static LocalContext of(String functionName) {
        return new LocalContext(functionName, new Facts(Map.of(), null, true, null, 0));
    }

    /**
     * This context with one more setting.
     *
     * @param name for example {@code WAREHOUSE_URL}
     * @param value its value
     * @return a new context
     */
    public LocalContext withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts.settings);
        more.put(name, value);
        return with(new Facts(more, facts.deadline, facts.coldStart, facts.trace, facts.attempt));
    }

    /**
     * This context with a deadline.
     *
     * @param time when the platform would stop the invocation
     * @return a new context
     */
    public LocalContext withDeadline(Instant time) {
        return with(new Facts(facts.settings, time, facts.coldStart, facts.trace, facts.attempt));
    }

    /**
     * This context as of the first or a later invocation.
     *
     * @param first whether it is the first of the process
     * @return a new context
     */
    public LocalContext withColdStart(boolean first) {
        return with(new Facts(facts.settings, facts.deadline, first, facts.trace, facts.attempt));
    }

    /**
     * This context within a trace.
     *
     * @param position where in the trace
     * @return a new context
     */
    public LocalContext withTraceContext(TraceContext position) {
        return with(new Facts(facts.settings, facts.deadline, facts.coldStart, position, facts.attempt));
    }

    /**
     * This context as of a message's first or a later delivery.
     *
     * @param number which delivery it is, 1 for the first
     * @return a new context
     */
    public LocalContext withAttempt(int number) {
        return with(new Facts(facts.settings, facts.deadline, facts.coldStart, facts.trace, number));
    }

    private LocalContext with(Facts other) {
        return new LocalContext(functionName, other);
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
        return Optional.ofNullable(facts.deadline);
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
        return facts.attempt > 0 ? OptionalInt.of(facts.attempt) : OptionalInt.empty();
    }

    @Override
    public Optional<TraceContext> traceContext() {
        return Optional.ofNullable(facts.trace);
    }

    @Override
    public boolean coldStart() {
        return facts.coldStart;
    }

    @Override
    public Settings settings() {
        return Settings.of(facts.settings);
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
