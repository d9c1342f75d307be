package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.RpcException;
import com.microsoft.azure.functions.TraceContext;
import java.util.Map;

/**
 * One invocation as the host asks the worker for it; every trigger kind fits in it.
 *
 * @param invocationId a random id
 * @param inputs the values by binding name, the trigger's among them
 * @param metadata the trigger's metadata
 * @param trace the host's own span
 * @param retryCount how many tries of a retry policy came before
 * @param maxRetryCount how many it allows
 */
record WorkerInput(
        String invocationId,
        Map<String, RpcData> inputs,
        Map<String, RpcData> metadata,
        Trace trace,
        int retryCount,
        int maxRetryCount) {

    /** The trace context; texts that the host does not know are empty, never null. */
    record Trace(String getTraceparent, String getTracestate, Map<String, String> getAttributes)
            implements TraceContext {}

    /** The worker always gives one, also where no retry policy exists. */
    record Retry(int getRetrycount, int getMaxretrycount) implements RetryContext {
        @Override
        public RpcException getException() {
            return new NoException("", "", "");
        }
    }

    record NoException(String getSource, String getStacktrace, String getMessage) implements RpcException {}
}
