package dev.aloft.runtime;

import dev.aloft.Context;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.Settings;
import dev.aloft.TraceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The context that a function sees, made of what the runtime and the adapter know.
 *
 * @param subject the request, message or event that it is about; a list for a batch
 */
record FunctionContext(
        String functionName,
        String provider,
        Settings settings,
        boolean coldStart,
        Invocation invocation,
        Object subject)
        implements Context {

    /** The same invocation, about one message or event of it. */
    FunctionContext about(Object message) {
        return new FunctionContext(functionName, provider, settings, coldStart, invocation, message);
    }

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
        long left = deadline.toEpochMilli() - invocation.now();
        return Optional.of(Duration.ofMillis(Math.max(left, 0)));
    }

    @Override
    public OptionalLong memoryLimit() {
        long limit = invocation.memoryLimit();
        return limit > 0 ? OptionalLong.of(limit) : OptionalLong.empty();
    }

    @Override
    public OptionalInt attempt() {
        if (subject instanceof Message<?> message && message.attempt().isPresent()) {
            return message.attempt();
        }
        if (subject instanceof ScheduleEvent event && event.attempt().isPresent()) {
            return event.attempt();
        }
        int attempt = invocation.attempt();
        return attempt > 0 ? OptionalInt.of(attempt) : OptionalInt.empty();
    }

    @Override
    public Optional<TraceContext> traceContext() {
        Optional<TraceContext> sent = sentTrace();
        return sent.isPresent() ? sent : TraceContext.parse(invocation.traceparent(), null);
    }

    private Optional<TraceContext> sentTrace() {
        if (subject instanceof HttpRequest request) {
            Headers headers = request.headers();
            return TraceContext.parse(
                    headers.first("traceparent").orElse(null),
                    headers.first("tracestate").orElse(null));
        }
        if (subject instanceof Message<?> message) {
            return message.traceContext();
        }
        return subject instanceof Event event ? event.traceContext() : Optional.empty();
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
