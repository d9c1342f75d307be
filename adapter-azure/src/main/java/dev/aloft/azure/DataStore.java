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
    private volatile @Nullable Lookup lookup;

    /**
     * The value of an input binding.
     *
     * @return the value, or null if the worker cannot convert it or has none
     * @throws ReflectiveOperationException if this version of the worker is made differently
     */
    @Nullable
    Object find(Object context, String binding, Type type) throws ReflectiveOperationException {
        return lookup(context).input(context, binding, type);
    }

    /**
     * A value of the trigger's metadata as text.
     *
     * @return the value, or null if there is none, or none that is text or JSON
     * @throws ReflectiveOperationException if this version of the worker is made differently
     */
    @Nullable
    String metadata(Object context, String name) throws ReflectiveOperationException {
        return (String) lookup(context).metadata(context, name);
    }

    private Lookup lookup(Object context) throws NoSuchMethodException {
        Lookup known = lookup;
        if (known == null || known.context != context.getClass()) {
            known = new Lookup(context.getClass());
            lookup = known;
        }
        return known;
    }

    /** The methods, looked up once: the first two in classes that are known before a call. */
    private static final class Lookup {
        private final Class<?> context;
        private final Method dataStore;
        private final Method dataByName;
        private @Nullable Method metadataByName;
        private @Nullable Method value;

        private Lookup(Class<?> context) throws NoSuchMethodException {
            this.context = context;
            this.dataStore = context.getMethod("getDataStore");
            this.dataByName = dataStore.getReturnType().getMethod("getDataByName", String.class, Type.class);
        }

        private @Nullable Object input(Object of, String binding, Type type) throws ReflectiveOperationException {
            return find(dataByName, of, binding, type);
        }

        /** The worker spells the method's name so. */
        private @Nullable Object metadata(Object of, String name) throws ReflectiveOperationException {
            Method known = metadataByName;
            if (known == null) {
                known = dataStore.getReturnType().getMethod("getTriggerMetatDataByName", String.class, Type.class);
                metadataByName = known;
            }
            Object found = find(known, of, name, String.class);
            if (found != null && !(found instanceof String)) {
                throw new NoSuchMethodException("getTriggerMetatDataByName gives no String");
            }
            return found;
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
}
