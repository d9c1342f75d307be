package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.OutputBinding;
import java.lang.invoke.WrongMethodTypeException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The worker's way from an invocation request to its answer, for every kind of trigger.
 *
 * <p>An exception, also one that wraps an {@code Error} from inside the method, becomes a failure. An {@code Error} that the call
 * itself raises (static initialiser or constructor of the entry class, a missing class) ends the worker's task without an answer.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/blob/dev/src/main/java/com/microsoft/azure/functions/worker/broker/ParameterResolver.java">
 *     ParameterResolver</a>
 */
final class Worker {
    private final ClassLoader application;

    Worker(ClassLoader application) {
        this.application = application;
    }

    // The worker catches Exception only; what else is thrown here is exactly what it loses.
    @SuppressWarnings("CatchingUnchecked")
    WorkerResult invoke(LoadedFunction function, WorkerInput input) {
        InvocationLog log = new InvocationLog();
        String name = function.json().name();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(application);
            Object value = call(function, input, log);
            return new WorkerResult(name, WorkerResult.Outcome.SUCCESS, sent(function, value), null, log.lines());
        } catch (Exception e) {
            return new WorkerResult(name, WorkerResult.Outcome.FAILURE, null, root(e), log.lines());
        } catch (Error e) {
            return new WorkerResult(name, WorkerResult.Outcome.NO_RESPONSE, null, e, log.lines());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static @Nullable Object call(LoadedFunction function, WorkerInput input, InvocationLog log)
            throws Exception {
        WorkerDataStore store = new WorkerDataStore(input.inputs(), input.metadata());
        WorkerInput.Retry retry = new WorkerInput.Retry(input.retryCount(), input.maxRetryCount());
        WorkerExecutionContext context =
                new WorkerExecutionContext(function.json().name(), input, log.logger(), retry, store);
        Parameter[] parameters = function.method().getParameters();
        @Nullable Object[] arguments = new @Nullable Object[parameters.length];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(parameters[i], context);
        }
        boolean isStatic = Modifier.isStatic(function.method().getModifiers());
        Object instance = isStatic ? null : instance(function.entryClass());
        return function.method().invoke(instance, arguments);
    }

    private static @Nullable Object argument(Parameter parameter, WorkerExecutionContext context) {
        Class<?> raw = WorkerConversions.raw(parameter.getParameterizedType());
        if (OutputBinding.class.isAssignableFrom(raw)) {
            throw new UnsupportedOperationException("Parameters of type OutputBinding are not reproduced here.");
        }
        Optional<String> binding = BindingNames.bindingName(parameter);
        Optional<String> metadata = BindingNames.metadataName(parameter).filter(name -> !name.isEmpty());
        Optional<WorkerBindingData> data;
        if (binding.isPresent() && !binding.get().isEmpty()) {
            data = context.getDataStore().getDataByName(binding.get(), parameter.getParameterizedType());
        } else if (binding.isEmpty() && metadata.isPresent()) {
            data = context.getDataStore().getTriggerMetatDataByName(metadata.get(), parameter.getParameterizedType());
        } else if (raw == ExecutionContext.class) {
            data = Optional.of(new WorkerBindingData(context));
        } else {
            throw new ClassCastException(
                    "A parameter without a binding gets the context, which is no " + raw.getName() + ".");
        }
        return data.orElseThrow(WrongMethodTypeException::new).getValue();
    }

    /** Class.newInstance, as the worker calls it, lets what the constructor throws through as it is. */
    private static Object instance(Class<?> entryClass) throws Exception {
        try {
            return entryClass.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    /** Without a binding named $return the value is dropped, unless a parameter's annotation has an implicit output. */
    private static @Nullable Object sent(LoadedFunction function, @Nullable Object value) {
        boolean bound = function.json().hasOutput("$return") || BindingNames.hasImplicitOutput(function.method());
        return bound ? value : null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root instanceof InvocationTargetException && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
