package dev.aloft.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.TraceContext;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the worker tells of one invocation, asked for only when a function wants it.
 *
 * @see <a
 *     href="https://learn.microsoft.com/java/api/com.microsoft.azure.functions.executioncontext">ExecutionContext</a>
 */
final class AzureContext extends AzureInvocation {
    private final ExecutionContext context;
    private final @Nullable Object trigger;
    private final long start = System.currentTimeMillis();

    /**
     * An invocation.
     *
     * @param trigger the request; null for messages and events
     * @param nativeEvent the event that wraps its data; null for requests, and for messages, of which the host hands over nothing but
     *     the payload
     */
    AzureContext(
            ExecutionContext context,
            @Nullable Object trigger,
            byte @Nullable [] nativeEvent,
            AzureApplication application) {
        super(nativeEvent, application);
        this.context = context;
        this.trigger = trigger;
    }

    /**
     * An invocation for a message or an event. To hand over an {@code AzureContext} as one would have the JVM load both where it verifies
     * the entry point, and what is missing of the application would stop the worker instead of failing the call.
     */
    static AzureInvocation invocation(ExecutionContext context) {
        return new AzureContext(context, null, null, AzureApplication.get());
    }

    @Override
    String functionName() {
        String name = context.getFunctionName();
        return name == null ? "" : name;
    }

    /** The value of an input binding in another type than the declared one, or null if the worker cannot convert it. */
    @Nullable
    Object input(String binding, Type type) throws ReflectiveOperationException {
        return application().dataStore(context.getClass()).find(context, binding, type);
    }

    /** Null also if this version of the worker does not show it. */
    @Override
    @Nullable
    String metadata(String name) {
        try {
            return application().dataStore(context.getClass()).metadata(context, name);
        } catch (ReflectiveOperationException | RuntimeException changed) {
            return null;
        }
    }

    @Override
    public String id() {
        String id = context.getInvocationId();
        return id == null || id.isBlank() ? "unknown" : id;
    }

    /** The platform cancels nothing and tells no deadline; it ends the process when functionTimeout is over. */
    @Override
    public @Nullable Instant deadline() {
        long timeout = application().timeout().millis();
        return timeout == 0 ? null : Instant.ofEpochMilli(start + timeout);
    }

    @Override
    public long memoryLimit() {
        return 0;
    }

    /** The worker always gives a retry context; without a retry policy it allows no retry, and nothing is counted. */
    @Override
    public int attempt() {
        RetryContext retry = context.getRetryContext();
        return retry == null || retry.getMaxretrycount() == 0 ? 0 : retry.getRetrycount() + 1;
    }

    @Override
    public @Nullable String traceparent() {
        TraceContext trace = context.getTraceContext();
        return trace == null ? null : trace.getTraceparent();
    }

    /** The worker's context, or the request. */
    @Override
    public <T> @Nullable T nativeContext(Class<T> type) {
        if (type.isInstance(context)) {
            return type.cast(context);
        }
        return type.isInstance(trigger) ? type.cast(trigger) : null;
    }

    /** Only this logger carries the invocation id. */
    @Override
    public void log(System.Logger.Level level, String text) {
        Level worker = level == System.Logger.Level.ERROR
                ? Level.SEVERE
                : level == System.Logger.Level.WARNING ? Level.WARNING : Level.INFO;
        context.getLogger().log(worker, text);
    }
}
