package dev.aloft.spi;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * Holds a generic type, which a class literal cannot: {@code new GenericType<List<Order>>() {}.type()}.
 *
 * @param <T> the type
 */
public abstract class GenericType<T> {
    private final Type type;

    /** Takes the type from the subclass that {@code {}} makes. */
    protected GenericType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType own)
                || own.getRawType() != GenericType.class) {
            throw new IllegalArgumentException("Write new GenericType<List<Order>>() {}, with a type.");
        }
        this.type = own.getActualTypeArguments()[0];
    }

    /** The type, for example {@code java.util.List<shop.Order>}. */
    public Type type() {
        return type;
    }
}
