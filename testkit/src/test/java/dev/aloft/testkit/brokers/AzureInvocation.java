package dev.aloft.testkit.brokers;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.TraceContext;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the worker tells of an invocation. It and what it holds are public, since adapters reach the data store by reflection. */
public final class AzureInvocation implements ExecutionContext {
    private final String functionName;
    private final String invocationId;
    private final Logger logger;
    private final Store store;

    AzureInvocation(String functionName, String invocationId, Logger logger, Map<String, String> metadata) {
        this.functionName = functionName;
        this.invocationId = invocationId;
        this.logger = logger;
        this.store = new Store(metadata);
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
    public @Nullable TraceContext getTraceContext() {
        return null;
    }

    @Override
    public @Nullable RetryContext getRetryContext() {
        return null;
    }

    /** What the host sent. */
    public Store getDataStore() {
        return store;
    }

    /** Behaves as the worker's {@code BindingDataStore}: what is not there is an exception. */
    public static final class Store {
        private final Map<String, String> metadata;

        Store(Map<String, String> metadata) {
            this.metadata = metadata;
        }

        /** The value of an input binding; there is none but what the method gets as its parameter. */
        public Optional<Value> getDataByName(String name, Type target) {
            throw new IllegalStateException("No input binding is named " + name + ".");
        }

        /** A value of the trigger's metadata. */
        public Optional<Value> getTriggerMetatDataByName(String name, Type target) {
            String text = metadata.get(name);
            if (text == null || target != String.class) {
                throw new Absent(name);
            }
            return Optional.of(new Value(text));
        }
    }

    /** Without a stack trace, since a run asks a hundred thousand times for what is not there. */
    private static final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Absent(String name) {
            super("No trigger metadata is named " + name + ".", null, false, false);
        }
    }

    /** A converted value. */
    public record Value(Object content) {
        /** The value, by the name that the worker gives it. */
        public Object getValue() {
            return content;
        }
    }
}
