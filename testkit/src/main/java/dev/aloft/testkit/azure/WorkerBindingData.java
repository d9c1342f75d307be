package dev.aloft.testkit.azure;

import org.jspecify.annotations.Nullable;

/**
 * Stands for the worker's {@code BindingData}: one converted value. It is public only because it is public there; adapters
 * reach it by reflection.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/blob/dev/src/main/java/com/microsoft/azure/functions/worker/binding/BindingData.java">
 *     BindingData</a>
 */
public final class WorkerBindingData {
    private final @Nullable Object value;

    WorkerBindingData(@Nullable Object value) {
        this.value = value;
    }

    /**
     * The value, for example a {@code String}.
     *
     * @return the value; null where the host sent nothing
     */
    public @Nullable Object getValue() {
        return value;
    }
}
