package dev.aloft.testkit.brokers;

import dev.aloft.Body;
import dev.aloft.EventHandler;
import dev.aloft.HttpHandler;
import dev.aloft.HttpResponse;
import dev.aloft.MessageHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One function of each kind; each writes down that it was called. */
public final class PairedApplication implements FunctionIndex {
    private static final List<String> CALLS = new ArrayList<>();

    /** For the class's name in the setting. */
    public PairedApplication() {}

    /** The names of the functions that were called since the last time. */
    static List<String> takeCalls() {
        List<String> calls = List.copyOf(CALLS);
        CALLS.clear();
        return calls;
    }

    @Override
    public List<FunctionDefinition> functions() {
        return Arrays.stream(FunctionKind.values())
                .map(FunctionKind::definition)
                .toList();
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        HttpHandler http = (request, context) -> {
            CALLS.add(functionName);
            return HttpResponse.ok();
        };
        MessageHandler<Body> messages = (message, context) -> CALLS.add(functionName);
        EventHandler events = (event, context) -> CALLS.add(functionName);
        return switch (functionName) {
            case "answer" -> http;
            case "count" -> events;
            default -> messages;
        };
    }

    @Override
    public Type payloadType(String functionName) {
        return Body.class;
    }
}
