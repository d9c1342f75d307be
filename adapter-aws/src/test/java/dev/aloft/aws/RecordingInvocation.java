package dev.aloft.aws;

import dev.aloft.runtime.Invocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invocation that keeps what was logged. */
final class RecordingInvocation implements Invocation {
    final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Nullable
    Instant deadline;

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
        return 0;
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
        log.add(level + " " + text);
    }
}
