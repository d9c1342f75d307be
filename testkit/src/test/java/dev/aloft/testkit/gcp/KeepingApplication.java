package dev.aloft.testkit.gcp;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.StorageBinding;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that keep what they got, in this process; {@code aloft.function} selects one. */
public final class KeepingApplication implements FunctionIndex {
    static final List<Message<Body>> MESSAGES = new ArrayList<>();
    static final List<Event> EVENTS = new ArrayList<>();
    static final List<StorageEvent> OBJECTS = new ArrayList<>();
    static final List<ScheduleEvent> FIRINGS = new ArrayList<>();
    static final List<ChangeEvent<Document>> CHANGES = new ArrayList<>();

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.message("keep-message", Kind.QUEUE, "orders"),
                FunctionDefinition.event("keep-event", ""),
                new FunctionDefinition(
                        "keep-object", new StorageBinding("uploads", List.of(StorageEvent.Kind.values()))),
                FunctionDefinition.schedule("keep-firing", "30 3 * * *", "UTC"),
                FunctionDefinition.change("keep-change", "products"));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return switch (functionName) {
            case "keep-event" -> (EventHandler) (event, context) -> EVENTS.add(event);
            case "keep-object" -> (StorageHandler) (event, context) -> OBJECTS.add(event);
            case "keep-firing" -> (ScheduleHandler) (event, context) -> FIRINGS.add(event);
            case "keep-change" -> (ChangeHandler<Document>) (change, context) -> CHANGES.add(change);
            default -> (MessageHandler<Body>) (message, context) -> MESSAGES.add(message);
        };
    }

    @Override
    public Type payloadType(String functionName) {
        return functionName.equals("keep-change") ? Document.class : Body.class;
    }
}
