package dev.aloft.local;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the last invocations logged, for the page: those that failed, and as soon as the page was opened all of them, with what they
 * print. It is thread-safe.
 */
@SuppressWarnings("ThreadLocalUsage") // of a server, which ends with its process or its test
final class Journal {
    private static final int MOST = 300;
    private static final int LONGEST = 8_192;

    private final Map<String, LocalInvocation> invocations = new LinkedHashMap<>();
    private final ThreadLocal<@Nullable LocalInvocation> running = new ThreadLocal<>();

    synchronized void log(LocalInvocation invocation, String text) {
        invocation.append(text, LONGEST);
        keep(invocation);
    }

    private void keep(LocalInvocation invocation) {
        invocations.put(invocation.id(), invocation);
        if (invocations.size() > MOST) {
            invocations.remove(invocations.keySet().iterator().next());
        }
    }

    void begins(LocalInvocation invocation) {
        running.set(invocation);
    }

    /** Something is printed in the current thread. */
    void printed(String text) {
        LocalInvocation invocation = running.get();
        if (invocation != null) {
            log(invocation, text);
        }
    }

    synchronized void ended(LocalInvocation invocation, long nanos) {
        running.remove();
        if (!invocation.functionName().isEmpty()) {
            invocation.ended(nanos);
            keep(invocation);
        }
    }

    /** The invocation of an id; null if it is none of the last. */
    synchronized @Nullable LocalInvocation find(String id) {
        return invocations.get(id);
    }

    /** The invocation by which the engine delivered; null if it is none of the last. */
    synchronized @Nullable LocalInvocation delivery(long call) {
        LocalInvocation last = null;
        for (LocalInvocation invocation : invocations.values()) {
            last = invocation.id().endsWith("-c" + call) ? invocation : last;
        }
        return last;
    }

    synchronized String text(LocalInvocation invocation) {
        return invocation.logged();
    }
}
