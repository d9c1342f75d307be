package dev.aloft.testkit.azure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the worker sends back for one invocation, or that it sends nothing.
 *
 * @param function the function's name
 * @param outcome how it ended
 * @param value what the host gets as return value; null if nothing or null was returned
 * @param failure why it did not succeed
 * @param log what the function wrote to the invocation's logger
 */
record WorkerResult(
        String function,
        Outcome outcome,
        @Nullable Object value,
        @Nullable Throwable failure,
        List<String> log) {
    enum Outcome {
        SUCCESS,
        FAILURE,
        /** An {@code Error} outside the method: the worker catches only exceptions, and its task dies silently. */
        NO_RESPONSE
    }

    WorkerResult failed(Outcome how, Throwable why) {
        return new WorkerResult(function, how, null, why, log);
    }
}
