package dev.aloft.runtime;

import dev.aloft.Settings;

/** Makes contexts, and knows whether an invocation is the first of this process. */
final class ContextFactory {
    private final String provider;
    private final Settings settings;
    private volatile boolean cold = true;

    ContextFactory(String provider, Settings settings) {
        this.provider = provider;
        this.settings = settings;
    }

    /** Begins an invocation that is about the subject: a request, or the items of a delivery. */
    FunctionContext begin(String functionName, Invocation invocation, Object subject) {
        boolean coldStart = cold && endColdStart();
        invocation.begins(functionName, coldStart);
        return new FunctionContext(functionName, provider, settings, coldStart, invocation, subject);
    }

    /** A lock, since an AtomicBoolean would load twenty classes before the first response. */
    private synchronized boolean endColdStart() {
        boolean first = cold;
        cold = false;
        return first;
    }
}
