package dev.aloft.runtime;

import dev.aloft.Context;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.Settings;
import dev.aloft.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The context that a function sees, made of what the runtime and the adapter know. */
record FunctionContext(
        String functionName,
        String provider,
        Settings settings,
        boolean coldStart,
        Invocation invocation,
        HttpRequest request)
        implements Context {

    @Override
    public String invocationId() {
        return invocation.id();
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.ofNullable(invocation.deadline());
    }

    @Override
    public Optional<Duration> remaining() {
        Instant deadline = invocation.deadline();
        if (deadline == null) {
            return Optional.empty();
        }
        long left = deadline.toEpochMilli() - System.currentTimeMillis();
        return Optional.of(Duration.ofMillis(Math.max(left, 0)));
    }

    @Override
    public OptionalLong memoryLimit() {
        long limit = invocation.memoryLimit();
        return limit > 0 ? OptionalLong.of(limit) : OptionalLong.empty();
    }

    @Override
    public OptionalInt attempt() {
        int attempt = invocation.attempt();
        return attempt > 0 ? OptionalInt.of(attempt) : OptionalInt.empty();
    }

    @Override
    public Optional<TraceContext> traceContext() {
        Headers headers = request.headers();
        Optional<TraceContext> sent = TraceContext.parse(
                headers.first("traceparent").orElse(null),
                headers.first("tracestate").orElse(null));
        return sent.isPresent() ? sent : TraceContext.parse(invocation.traceparent(), null);
    }

    @Override
    public Optional<byte[]> nativeEvent() {
        byte[] event = invocation.nativeEvent();
        return event == null ? Optional.empty() : Optional.of(event.clone());
    }

    @Override
    public <T> Optional<T> nativeContext(Class<T> type) {
        return Optional.ofNullable(invocation.nativeContext(type));
    }

    /** Which function and invocation; nothing that may be secret. */
    @Override
    public String toString() {
        return "Context[" + functionName + ", " + invocation.id() + "]";
    }
}
