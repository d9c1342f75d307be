package dev.aloft.codec.jackson;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSON a Java type is read from, in words for the caller; class names are none of its business. */
record ExpectedKind(LeanMapper mapper) {

    String of(@Nullable Class<?> type) {
        if (type == null) {
            return "a value of another kind";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants()).map(this::written).toList();
        }
        if (type.isArray() && type != byte[].class || Collection.class.isAssignableFrom(type)) {
            return "an array";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type.getName().startsWith("java.time.")) {
            return "a text in the form of ISO 8601";
        }
        String scalar = scalar(type);
        return scalar != null ? scalar : Map.class.isAssignableFrom(type) ? "an object" : other(type);
    }

    private static @Nullable String scalar(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return "a whole number from -2147483648 to 2147483647" + notNull(type);
        }
        if (type == long.class || type == Long.class) {
            return "a whole number from -9223372036854775808 to 9223372036854775807" + notNull(type);
        }
        if (type == short.class || type == Short.class) {
            return "a whole number from -32768 to 32767" + notNull(type);
        }
        if (type == byte.class || type == Byte.class) {
            return "a whole number from -128 to 127" + notNull(type);
        }
        if (type == double.class || type == Double.class || type == float.class || type == Float.class) {
            return "a number in the range of a floating-point number" + notNull(type);
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false" + notNull(type);
        }
        if (type == char.class || type == Character.class) {
            return "a text of one character" + notNull(type);
        }
        if (type == BigInteger.class) {
            return "a whole number";
        }
        return type == BigDecimal.class || type == Number.class ? "a number" : null;
    }

    private static String notNull(Class<?> type) {
        return type.isPrimitive() ? ", not null" : "";
    }

    private static String other(Class<?> type) {
        if (type == byte[].class) {
            return "a text in Base64";
        }
        return type.getName().startsWith("java.") ? "a text that is a valid " + type.getSimpleName() : "an object";
    }

    /** As the constant stands in JSON, which an annotation may have changed. */
    private String written(Object constant) {
        return String.valueOf(FullMapper.plain(mapper, constant));
    }
}
