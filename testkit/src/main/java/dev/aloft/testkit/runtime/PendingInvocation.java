package dev.aloft.testkit.runtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An invocation on its way, and the result that somebody waits for. */
final class PendingInvocation {
    private final LambdaInvocation invocation;
    private final CompletableFuture<LambdaResult> result = new CompletableFuture<>();
    private volatile long sentNanos;

    PendingInvocation(LambdaInvocation invocation) {
        this.invocation = invocation;
    }

    LambdaInvocation invocation() {
        return invocation;
    }

    CompletableFuture<LambdaResult> result() {
        return result;
    }

    void sent() {
        sentNanos = System.nanoTime();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - sentNanos);
    }
}
