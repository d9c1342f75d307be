package dev.aloft.azure;

import dev.aloft.runtime.Invocation;
import org.jspecify.annotations.Nullable;

/** One invocation by the host, or one that is replayed. */
abstract class AzureInvocation implements Invocation {
    private final AzureApplication application;
    private byte @Nullable [] nativeEvent;

    AzureInvocation(byte @Nullable [] nativeEvent, AzureApplication application) {
        this.nativeEvent = nativeEvent;
        this.application = application;
    }

    AzureApplication application() {
        return application;
    }

    /** The function that the host names; empty if it names none. */
    abstract String functionName();

    /** A value of the trigger's metadata as text; null if it is absent. */
    abstract @Nullable String metadata(String name);

    /** Logs a warning if it is the first of its kind in this process. */
    void warnOnce(String warning) {
        if (application.isFirst(warning)) {
            log(System.Logger.Level.WARNING, warning);
        }
    }

    /** Says which event wraps the data of this invocation. */
    AzureInvocation wrappedBy(byte @Nullable [] event) {
        nativeEvent = event;
        return this;
    }

    @Override
    public byte @Nullable [] nativeEvent() {
        return nativeEvent;
    }
}
