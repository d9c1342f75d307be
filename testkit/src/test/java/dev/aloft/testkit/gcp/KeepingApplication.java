package dev.aloft.testkit.gcp;

import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding.Kind;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions that keep what they got, in this process; {@code aloft.function} selects one. */
public final class KeepingApplication implements FunctionIndex {
    static final List<Message<Body>> MESSAGES = new ArrayList<>();
    static final List<Event> EVENTS = new ArrayList<>();

    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.message("keep-message", Kind.QUEUE, "orders"),
                FunctionDefinition.event("keep-event", ""));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        if (functionName.equals("keep-event")) {
            return (EventHandler) (event, context) -> EVENTS.add(event);
        }
        return (MessageHandler<Body>) (message, context) -> MESSAGES.add(message);
    }

    @Override
    public Type payloadType(String functionName) {
        return Body.class;
    }
}
