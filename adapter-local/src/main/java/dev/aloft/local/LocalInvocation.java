package dev.aloft.local;

import dev.aloft.runtime.Invocation;
import java.io.PrintStream;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One invocation on this machine: an id of its own, and a log on a stream. */
final class LocalInvocation implements Invocation {
    private final String id = UUID.randomUUID().toString();
    private final PrintStream log;

    LocalInvocation(PrintStream log) {
        this.log = log;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public @Nullable Instant deadline() {
        return null;
    }

    @Override
    public long memoryLimit() {
        return Runtime.getRuntime().maxMemory();
    }

    @Override
    public int attempt() {
        return 0;
    }

    @Override
    public @Nullable String traceparent() {
        return null;
    }

    @Override
    public byte @Nullable [] nativeEvent() {
        return null;
    }

    @Override
    public <T> @Nullable T nativeContext(Class<T> type) {
        return null;
    }

    @Override
    public void log(System.Logger.Level level, String text) {
        log.println(level + " " + text);
    }
}
