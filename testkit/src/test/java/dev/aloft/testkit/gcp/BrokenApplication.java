package dev.aloft.testkit.gcp;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application that cannot be made. */
public final class BrokenApplication implements FunctionIndex {
    public BrokenApplication() {
        throw new IllegalStateException("a broken application");
    }

    @Override
    public List<FunctionDefinition> functions() {
        return List.of();
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        throw new AssertionError("never called");
    }
}
