package dev.aloft.local;

import dev.aloft.RetryLater;
import java.time.Duration;

/** A wish for later without a stack trace, so that tests with many of them keep their output short. */
final class Later extends RetryLater {
    private static final long serialVersionUID = 1L;

    Later(Duration delay) {
        super(delay, "closed");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
