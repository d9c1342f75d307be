package dev.aloft.testkit.azure;

import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The worker's conversions to arrays and lists.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/tree/dev/src/main/java/com/microsoft/azure/functions/worker/binding">
 *     the worker's data sources</a>
 */
final class WorkerCollections {
    private WorkerCollections() {}

    static boolean isTarget(Type target) {
        Class<?> raw = WorkerConversions.raw(target);
        return raw == String[].class
                || raw == byte[][].class
                || raw == List.class && target instanceof ParameterizedType;
    }

    /** From what is a collection already. */
    static Object convert(RpcData data, Type target) {
        if (data instanceof RpcData.ByteArrays bytes && elements(target) == byte[].class) {
            List<byte[]> values = bytes.values();
            return isList(target) ? values : values.toArray(new byte[0][]);
        }
        if (data instanceof RpcData.Texts texts && elements(target) == String.class) {
            return isList(target) ? texts.values() : texts.values().toArray(new String[0]);
        }
        throw WorkerConversions.cannot("collection", target);
    }

    /** From a JSON array; its elements that are no strings become their JSON, but only if it came as JSON and not as text. */
    static Object fromArray(String json, boolean isJson, Type target) {
        if (elements(target) != String.class) {
            throw WorkerConversions.cannot("JSON", target);
        }
        try {
            List<String> elements = read(json, isJson || isList(target));
            return isList(target) ? elements : elements.toArray(new String[0]);
        } catch (JsonException noArray) {
            throw WorkerConversions.cannot("JSON", target);
        }
    }

    private static List<String> read(String json, boolean structures) {
        List<String> elements = new ArrayList<>();
        JsonReader reader = new JsonReader(json.getBytes(StandardCharsets.UTF_8));
        reader.beginArray();
        while (reader.hasNext()) {
            boolean scalar = switch (reader.peek()) {
                case STRING, NUMBER, BOOLEAN -> true;
                case OBJECT, ARRAY, NULL -> false;
            };
            elements.add(scalar || !structures ? reader.scalar() : new String(reader.raw(), StandardCharsets.UTF_8));
        }
        reader.endArray();
        reader.end();
        return elements;
    }

    private static boolean isList(Type target) {
        return WorkerConversions.raw(target) == List.class;
    }

    private static Type elements(Type target) {
        if (target instanceof ParameterizedType generic) {
            return generic.getActualTypeArguments()[0];
        }
        Class<?> component = WorkerConversions.raw(target).getComponentType();
        return component == null ? Object.class : component;
    }
}
