package dev.aloft.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invocation that keeps what was logged. */
final class RecordingInvocation implements Invocation {
    final List<String> log = new ArrayList<>();
    final List<String> begun = new ArrayList<>();

    @Nullable
    Instant deadline;

    @Nullable
    String traceparent;

    long memoryLimit;
    int attempt;

    @Override
    public String id() {
        return "i-1";
    }

    @Override
    public @Nullable Instant deadline() {
        return deadline;
    }

    @Override
    public long memoryLimit() {
        return memoryLimit;
    }

    @Override
    public int attempt() {
        return attempt;
    }

    @Override
    public @Nullable String traceparent() {
        return traceparent;
    }

    @Override
    public byte @Nullable [] nativeEvent() {
        return new byte[] {1};
    }

    @Override
    public <T> @Nullable T nativeContext(Class<T> type) {
        return type == String.class ? type.cast("native") : null;
    }

    @Override
    public void begins(String functionName, boolean coldStart) {
        begun.add(functionName + (coldStart ? " cold" : " warm"));
    }

    @Override
    public void log(System.Logger.Level level, String text) {
        log.add(level + " " + text);
    }
}
