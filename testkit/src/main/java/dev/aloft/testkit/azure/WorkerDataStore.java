package dev.aloft.testkit.azure;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stands for the worker's {@code BindingDataStore}: what the host sent for one invocation, converted on demand. It is public only
 * because it is public there; adapters reach it by reflection.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/blob/dev/src/main/java/com/microsoft/azure/functions/worker/binding/BindingDataStore.java">
 *     BindingDataStore</a>
 */
public final class WorkerDataStore {
    private final Map<String, RpcData> inputs;
    private final Map<String, RpcData> metadata;

    WorkerDataStore(Map<String, RpcData> inputs, Map<String, RpcData> metadata) {
        this.inputs = inputs;
        this.metadata = metadata;
    }

    /**
     * The value of an input binding.
     *
     * @param name the binding's name, for example {@code request}
     * @param target the type wanted
     * @return the value
     * @throws RuntimeException if there is no such binding, or if the value cannot be converted
     */
    public Optional<WorkerBindingData> getDataByName(String name, Type target) {
        return Optional.of(converted(inputs.get(name), target, "No input binding is named " + name));
    }

    /**
     * A value of the trigger's metadata; for HTTP all of it comes from the client. The worker spells the name so.
     *
     * @param name for example the name of a query parameter
     * @param target the type wanted
     * @return the value
     * @throws RuntimeException if there is none, or if the value cannot be converted
     */
    public Optional<WorkerBindingData> getTriggerMetatDataByName(String name, Type target) {
        return Optional.of(converted(metadata.get(name), target, "No trigger metadata is named " + name));
    }

    private static WorkerBindingData converted(@Nullable RpcData data, Type target, String absent) {
        if (data == null) {
            throw new IllegalStateException(absent + ".");
        }
        return new WorkerBindingData(WorkerConversions.convert(data, target));
    }
}
