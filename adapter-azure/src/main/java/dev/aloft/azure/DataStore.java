package dev.aloft.azure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The worker's own view of what the host sent, in which a value can be asked for in another type than the declared one. It is no
 * API: every step may be gone in another version of the worker.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/blob/dev/src/main/java/com/microsoft/azure/functions/worker/binding/ExecutionContextDataSource.java">
 *     getDataStore</a>
 */
final class DataStore {
    private final Class<?> context;
    private final Method dataStore;
    private final Method dataByName;
    private @Nullable Method metadataByName;
    private @Nullable Method value;

    /**
     * Looks up what is known before a call.
     *
     * @param context the class of the worker's context
     * @throws NoSuchMethodException if this version of the worker is made differently
     */
    DataStore(Class<?> context) throws NoSuchMethodException {
        this.context = context;
        this.dataStore = context.getMethod("getDataStore");
        this.dataByName = method("getDataByName");
    }

    private Method method(String name) throws NoSuchMethodException {
        return dataStore.getReturnType().getMethod(name, String.class, Type.class);
    }

    boolean isOf(Class<?> other) {
        return context == other;
    }

    /**
     * The value of an input binding.
     *
     * @return the value, or null if the worker cannot convert it or has none
     * @throws ReflectiveOperationException if this version of the worker is made differently
     */
    @Nullable
    Object find(Object of, String binding, Type type) throws ReflectiveOperationException {
        return find(dataByName, of, binding, type);
    }

    /**
     * A value of the trigger's metadata as text.
     *
     * @return the value, or null if there is none, or none that is text or JSON
     * @throws ReflectiveOperationException if this version of the worker is made differently
     */
    @Nullable
    String metadata(Object of, String name) throws ReflectiveOperationException {
        Method known = metadataByName;
        if (known == null) {
            known = method("getTriggerMetatDataByName"); // the worker spells it so
            metadataByName = known;
        }
        Object found = find(known, of, name, String.class);
        if (found != null && !(found instanceof String)) {
            throw new NoSuchMethodException("getTriggerMetatDataByName gives no String");
        }
        return (String) found;
    }

    private @Nullable Object find(Method method, Object of, String name, Type type)
            throws ReflectiveOperationException {
        Object store = dataStore.invoke(of);
        Object found;
        try {
            found = method.invoke(store, name, type);
        } catch (InvocationTargetException absentOrNotConvertible) {
            return null;
        }
        if (!(found instanceof Optional<?> data)) {
            throw new NoSuchMethodException(method.getName() + " gives no Optional");
        }
        return data.isEmpty() ? null : value(data.get());
    }

    private @Nullable Object value(Object data) throws ReflectiveOperationException {
        Method known = value;
        if (known == null || known.getDeclaringClass() != data.getClass()) {
            known = data.getClass().getMethod("getValue");
            value = known;
        }
        return known.invoke(data);
    }
}
