package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.TraceContext;
import java.util.logging.Logger;

/**
 * Stands for the worker's {@code ExecutionContextDataSource}, the context that a function gets. It is public only because it is
 * public there; adapters reach {@link #getDataStore()} by reflection.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/blob/dev/src/main/java/com/microsoft/azure/functions/worker/binding/ExecutionContextDataSource.java">
 *     ExecutionContextDataSource</a>
 */
public final class WorkerExecutionContext implements ExecutionContext {
    private final String functionName;
    private final String invocationId;
    private final Logger logger;
    private final TraceContext trace;
    private final RetryContext retry;
    private final WorkerDataStore dataStore;

    WorkerExecutionContext(
            String functionName, WorkerInput input, Logger logger, RetryContext retry, WorkerDataStore dataStore) {
        this.functionName = functionName;
        this.invocationId = input.invocationId();
        this.logger = logger;
        this.trace = input.trace();
        this.retry = retry;
        this.dataStore = dataStore;
    }

    @Override
    public Logger getLogger() {
        return logger;
    }

    @Override
    public String getInvocationId() {
        return invocationId;
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public TraceContext getTraceContext() {
        return trace;
    }

    @Override
    public RetryContext getRetryContext() {
        return retry;
    }

    /**
     * What the host sent for this invocation.
     *
     * @return the data store
     */
    public WorkerDataStore getDataStore() {
        return dataStore;
    }
}
