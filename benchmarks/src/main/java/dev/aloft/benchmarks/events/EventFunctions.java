package dev.aloft.benchmarks.events;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the annotation processor would write. */
public final class EventFunctions implements FunctionIndex {
    @Override
    public List<FunctionDefinition> functions() {
        return List.of(FunctionDefinition.event("greet-json", ""), FunctionDefinition.event("greet-text", ""));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return switch (functionName) {
            case "greet-json" -> new GreetEventJson();
            case "greet-text" -> new GreetEventText();
            default -> throw new IllegalArgumentException("No function " + functionName);
        };
    }
}
