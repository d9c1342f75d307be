package dev.aloft.local;

import dev.aloft.Functions;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A registry that a child process can find by the name of its class. */
abstract class RegistryIndex implements FunctionIndex {
    /** The same one each time. */
    abstract Functions registry();

    @Override
    public final List<FunctionDefinition> functions() {
        return registry().functions();
    }

    @Override
    public final Object handler(String functionName, @Nullable HandlerFactory factory) {
        return registry().handler(functionName, factory);
    }

    @Override
    public final Type payloadType(String functionName) {
        return registry().payloadType(functionName);
    }
}
