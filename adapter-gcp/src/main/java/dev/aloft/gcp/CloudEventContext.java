package dev.aloft.gcp;

import dev.aloft.TraceContext;
import dev.aloft.runtime.Invocation;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Google tells of one event of the signature type {@code cloudevent}: hardly anything beside the event itself. */
final class CloudEventContext implements Invocation {
    private final CloudEvent event;
    private final @Nullable CloudTrace trace;
    private final GoogleHost host;
    private final long start = System.currentTimeMillis();
    private final String id;

    CloudEventContext(CloudEvent event, Optional<TraceContext> trace, GoogleHost host) {
        this.event = event;
        this.trace = trace.isEmpty()
                ? null
                : new CloudTrace(
                        trace.get().traceId(),
                        trace.get().parentId(),
                        trace.get().sampled());
        this.host = host;
        this.id = trace.isEmpty() ? GoogleContext.randomId() : trace.get().traceId();
    }

    /** The id of the trace, else one of our own. */
    @Override
    public String id() {
        return id;
    }

    @Override
    public @Nullable Instant deadline() {
        return host.timeoutMillis() == 0 ? null : Instant.ofEpochMilli(start + host.timeoutMillis());
    }

    @Override
    public long memoryLimit() {
        return 0;
    }

    @Override
    public int attempt() {
        return 0;
    }

    @Override
    public @Nullable String traceparent() {
        return trace == null ? null : trace.traceparent();
    }

    @Override
    public byte @Nullable [] nativeEvent() {
        return null;
    }

    /** The framework's event. */
    @Override
    public <T> @Nullable T nativeContext(Class<T> type) {
        return type.isInstance(event) ? type.cast(event) : null;
    }

    @Override
    public void log(System.Logger.Level level, String text) {
        host.log().write(level, text, id, trace);
    }
}
