package dev.aloft.azure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A generic type with one argument, for the worker's conversions: {@code HttpRequestMessage<byte[]>}. */
final class GenericType implements ParameterizedType {
    private final Class<?> raw;
    private final Type argument;

    GenericType(Class<?> raw, Type argument) {
        this.raw = raw;
        this.argument = argument;
    }

    @Override
    public Type[] getActualTypeArguments() {
        return new Type[] {argument};
    }

    @Override
    public Type getRawType() {
        return raw;
    }

    @Override
    public @Nullable Type getOwnerType() {
        return null;
    }
}
