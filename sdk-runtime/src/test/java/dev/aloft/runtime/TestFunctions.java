package dev.aloft.runtime;

import dev.aloft.BatchHandler;
import dev.aloft.Functions;
import dev.aloft.MessageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runtimes with a function named {@code f} for the queue {@code orders}. */
final class TestFunctions {
    static final Origin ORIGIN = Origin.messages("test", List.of(Kind.QUEUE), "orders", "orders");

    private TestFunctions() {}

    static <T> FunctionRuntime queue(Class<T> payload, MessageHandler<T> handler) {
        return runtime(Functions.builder().queue("f", "orders", payload, handler));
    }

    static <T> FunctionRuntime batch(Class<T> payload, BatchHandler<T> handler) {
        return runtime(Functions.builder().batch("f", new MessageBinding(Kind.QUEUE, "orders"), payload, handler));
    }

    static FunctionRuntime runtime(Functions.Builder functions) {
        return runtime(functions.build());
    }

    static FunctionRuntime runtime(FunctionIndex index) {
        return FunctionRuntime.start("test", Map.of(), index);
    }

    /** Whatever the handler is. */
    static FunctionIndex broken(Callable<Object> handler) {
        return broken(FunctionDefinition.message("f", Kind.QUEUE, "orders"), handler);
    }

    static FunctionIndex broken(FunctionDefinition function, Callable<Object> handler) {
        return new Index(function, handler, () -> String.class);
    }

    static FunctionIndex payload(MessageHandler<?> handler, Supplier<@Nullable Type> payload) {
        return new Index(FunctionDefinition.message("f", Kind.QUEUE, "orders"), () -> handler, payload);
    }

    private record Index(FunctionDefinition function, Callable<Object> handler, Supplier<@Nullable Type> payload)
            implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(function);
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception {
            return handler.call();
        }

        @Override
        @SuppressWarnings("NullAway") // what a careless index does
        public Type payloadType(String functionName) {
            return payload.get();
        }
    }
}
