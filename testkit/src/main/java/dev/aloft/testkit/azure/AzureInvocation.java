package dev.aloft.testkit.azure;

import java.util.List;
import java.util.Optional;

/** What came of an invocation by a message or event: what the host is told, and why. */
public final class AzureInvocation {
    /** What the host is told. */
    public enum Kind {
        /** The function returned: the host takes the message, or the whole batch, for done. */
        SUCCEEDED,
        /** The function failed: what comes now is up to the trigger. {@link AzureInvocation#cause()} says why. */
        FAILED,
        /**
         * The worker never answers: the host waits until functionTimeout (5 to 30 minutes) is over. {@link AzureInvocation#cause()}
         * is the {@code Error} that the worker does not catch.
         */
        NO_RESPONSE
    }

    private final WorkerResult result;

    AzureInvocation(WorkerResult result) {
        this.result = result;
    }

    /**
     * What the host is told, for example {@link Kind#SUCCEEDED}.
     *
     * @return the kind
     */
    public Kind kind() {
        return switch (result.outcome()) {
            case SUCCESS -> Kind.SUCCEEDED;
            case FAILURE -> Kind.FAILED;
            case NO_RESPONSE -> Kind.NO_RESPONSE;
        };
    }

    /**
     * Whether the host takes the message for done.
     *
     * @return true if the function returned
     */
    public boolean isSuccess() {
        return kind() == Kind.SUCCEEDED;
    }

    /**
     * Why the invocation failed.
     *
     * @return the exception or error; empty if it did not
     */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(result.failure());
    }

    /**
     * What the host logs of a failure, for example {@code ALOFT-204 Function ship-order expects …}.
     *
     * @return the message; empty if there is none
     */
    public String message() {
        return cause().map(Throwable::getMessage).orElse("");
    }

    /**
     * What the function wrote to the invocation's logger, in order, for example {@code WARNING ALOFT-… text}.
     *
     * @return level and message of each record
     */
    public List<String> log() {
        return result.log();
    }

    /** Kind and function: {@code AzureInvocation[FAILED ship-order]}. */
    @Override
    public String toString() {
        return "AzureInvocation[" + kind() + " " + result.function() + "]";
    }
}
