package dev.aloft.testkit.brokers;

import dev.aloft.Body;
import dev.aloft.EventHandler;
import dev.aloft.HttpHandler;
import dev.aloft.HttpResponse;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One function of each kind; each writes down that it was called. Those for messages and events fail as the only word of
 * their content says: {@code throw}, {@code error}, {@code later} and {@code reject}; at anything else they return.
 */
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
        MessageHandler<Body> messages = (message, context) -> obey(functionName, message.payload());
        EventHandler events = (event, context) -> obey(functionName, event.data());
        return switch (functionName) {
            case "answer" -> http;
            case "count" -> events;
            default -> messages;
        };
    }

    private static void obey(String function, Body content) throws IOException {
        CALLS.add(function);
        switch (new String(content.bytes(), StandardCharsets.UTF_8).replaceAll("[^a-z]", "")) {
            case "throw" -> throw new IOException("as asked for");
            case "error" -> throw new StackOverflowError("as asked for");
            case "later" -> throw new RetryLater(Duration.ofSeconds(90), "as asked for");
            case "reject" -> throw new Rejected("as asked for");
            default -> {
                // It is done.
            }
        }
    }

    @Override
    public Type payloadType(String functionName) {
        return Body.class;
    }
}
