package dev.aloft.testkit.gcp;

import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Functions for objects, schedules and changes that print what they got. */
public final class ResourceApplication implements FunctionIndex {
    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.storage("print-object", "uploads", StorageEvent.Kind.values()),
                FunctionDefinition.schedule("clean-up", "30 3 * * *", "UTC"),
                FunctionDefinition.change("print-change", "products"));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return switch (functionName) {
            case "print-object" ->
                (StorageHandler) (event, context) -> System.out.println("object " + event.id() + " " + event.kind()
                        + ": " + event.key() + ", size " + event.size().orElse(-1));
            case "clean-up" ->
                (ScheduleHandler)
                        (event, context) -> System.out.println("firing " + event.id() + " of " + event.schedule());
            default ->
                (ChangeHandler<Document>) (change, context) -> System.out.println("change " + change.id() + " "
                        + change.operation() + " of " + change.key().get("id") + ": "
                        + new TreeMap<>(change.after().orElse(Document.empty()).fields()));
        };
    }

    @Override
    public Type payloadType(String functionName) {
        return Document.class;
    }
}
