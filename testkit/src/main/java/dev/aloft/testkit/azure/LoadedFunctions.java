package dev.aloft.testkit.azure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions as the worker has loaded them, or failed to. */
final class LoadedFunctions {
    private final Worker worker;
    private final Map<String, LoadedFunction> loaded = new HashMap<>();
    private final Map<String, Throwable> failed = new HashMap<>();

    LoadedFunctions(Worker worker) {
        this.worker = worker;
    }

    /** Empty, or why the worker could not load the function; an {@code Error} also keeps it from saying so. */
    Optional<Throwable> load(FunctionJson function, ClassLoader loader) {
        try {
            loaded.put(function.name(), LoadedFunction.load(function, loader));
            return Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            failed.put(function.name(), e);
            return Optional.of(e);
        }
    }

    /** What the entry point of a function returns; only for one that is loaded. */
    Class<?> returnType(FunctionJson function) {
        LoadedFunction target = loaded.get(function.name());
        return target == null ? void.class : target.method().getReturnType();
    }

    WorkerResult invoke(FunctionJson function, WorkerInput input) {
        LoadedFunction target = loaded.get(function.name());
        return target == null ? notLoaded(function.name()) : worker.invoke(target, input);
    }

    private WorkerResult notLoaded(String name) {
        Throwable why = failed.get(name);
        WorkerResult.Outcome outcome =
                why instanceof Error ? WorkerResult.Outcome.NO_RESPONSE : WorkerResult.Outcome.FAILURE;
        return new WorkerResult(name, outcome, null, why, List.of());
    }
}
