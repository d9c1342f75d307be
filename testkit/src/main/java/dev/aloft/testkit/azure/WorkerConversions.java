package dev.aloft.testkit.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The worker's conversions from what the host sent to the type that a parameter, or a caller of the data store, asks for.
 *
 * <p>Where the worker would call gson, only the trap is reproduced: text that is a JSON array of small integers becomes a
 * {@code byte[]} of them. Every other conversion by gson is refused with an {@link UnsupportedOperationException}.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-java-worker/tree/dev/src/main/java/com/microsoft/azure/functions/worker/binding">
 *     the worker's data sources</a>
 */
final class WorkerConversions {
    private static final Pattern INTEGERS = Pattern.compile("\\s*\\[\\s*(-?\\d{1,3}\\s*(,\\s*-?\\d{1,3}\\s*)*)?]\\s*");

    private WorkerConversions() {}

    /** The value; null where the host sent nothing. */
    static @Nullable Object convert(RpcData data, Type target) {
        if (raw(target) == Optional.class) {
            return Optional.ofNullable(single(data, argument(target)));
        }
        return single(data, target);
    }

    private static @Nullable Object single(RpcData data, Type target) {
        if (data instanceof RpcData.Unset) {
            return null;
        }
        if (data instanceof RpcData.Http http) {
            return request(http.value(), target);
        }
        if (data instanceof RpcData.Bytes bytes) {
            return fromBytes(bytes.value(), target);
        }
        if (data instanceof RpcData.Json json) {
            return fromText(json.value(), true, target);
        }
        return data instanceof RpcData.Text text
                ? fromText(text.value(), false, target)
                : WorkerCollections.convert(data, target);
    }

    /** Whatever goes wrong with the body, the worker only says that the request cannot be cast. */
    private static Object request(RpcHttp http, Type target) {
        if (raw(target) != HttpRequestMessage.class) {
            throw cannot("HTTP request", target);
        }
        try {
            return new WorkerHttpRequest(http, convert(http.body(), argument(target)));
        } catch (ClassCastException | NumberFormatException e) {
            throw cannot("HTTP request", target);
        }
    }

    private static Object fromBytes(byte[] bytes, Type target) {
        if (raw(target) == byte[].class) {
            return bytes;
        }
        if (raw(target) == String.class) {
            return new String(bytes, Charset.defaultCharset());
        }
        throw notReproduced("bytes", target);
    }

    private static Object fromText(String text, boolean isJson, Type target) {
        Class<?> type = raw(target);
        if (type == String.class) {
            return text;
        }
        if (WorkerCollections.isTarget(target)) {
            return WorkerCollections.fromArray(text, isJson, target);
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == long.class || type == Long.class) {
            return Long.valueOf(text);
        }
        if (type == byte[].class) {
            return integers(text);
        }
        throw notReproduced("text", target);
    }

    private static byte[] integers(String text) {
        if (!INTEGERS.matcher(text).matches()) {
            throw cannot("text", byte[].class);
        }
        String inner = text.strip().substring(1, text.strip().length() - 1).strip();
        String[] numbers = inner.isEmpty() ? new String[0] : inner.split("\\s*,\\s*", -1);
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            int number = Integer.parseInt(numbers[i]);
            if (number < Byte.MIN_VALUE || number > 255) {
                throw cannot("text", byte[].class);
            }
            bytes[i] = (byte) number;
        }
        return bytes;
    }

    static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return raw(generic.getRawType());
        }
        return type instanceof Class<?> raw ? raw : Object.class;
    }

    private static Type argument(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : Object.class;
    }

    static ClassCastException cannot(String what, Type target) {
        return new ClassCastException("The worker cannot convert this " + what + " to " + target.getTypeName() + ".");
    }

    private static UnsupportedOperationException notReproduced(String what, Type target) {
        return new UnsupportedOperationException("The worker would convert " + what + " to " + target.getTypeName()
                + " with gson; that is not reproduced here.");
    }
}
