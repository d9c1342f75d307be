package dev.aloft.benchmarks.messages;

import dev.aloft.benchmarks.functions.Person;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the annotation processor would write. */
public final class MessageFunctions implements FunctionIndex {
    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.message("count-json", MessageBinding.Kind.QUEUE, "json-names"),
                FunctionDefinition.message("count-text", MessageBinding.Kind.QUEUE, "text-names"));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return switch (functionName) {
            case "count-json" -> new CountJson();
            case "count-text" -> new CountText();
            default -> throw new IllegalArgumentException("No function " + functionName);
        };
    }

    @Override
    public Type payloadType(String functionName) {
        return switch (functionName) {
            case "count-json" -> Person.class;
            case "count-text" -> String.class;
            default -> throw new IllegalArgumentException("No function " + functionName);
        };
    }
}
