package dev.aloft.testkit.brokers;

import dev.aloft.Body;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.EventHandler;
import dev.aloft.HttpHandler;
import dev.aloft.HttpResponse;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageHandler;
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
 * One function of each kind; each writes down that it was called. All but the one for HTTP fail as the only word of their content, the
 * object's key or the firing's id (or, of a timer, whose id is made of its time, a property that Azure does not have) says: {@code throw}, {@code error}, {@code later} and {@code reject}; at anything else they return.
 */
public final class PairedApplication implements FunctionIndex {
    static final String TIMER_WORD = "\"word\":\"";

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
        MessageHandler<Body> messages = (message, context) -> obey(functionName, text(message.payload()));
        EventHandler events = (event, context) -> obey(functionName, text(event.data()));
        StorageHandler objects = (event, context) -> obey(functionName, event.key());
        ScheduleHandler firings = (event, context) -> obey(functionName, word(event));
        ChangeHandler<Document> changes = (change, context) -> obey(
                functionName,
                change.after().flatMap(after -> after.text("word")).orElse(""));
        return switch (functionName) {
            case "answer" -> http;
            case "count" -> events;
            case "check-upload" -> objects;
            case "clean-up" -> firings;
            case "index-product" -> changes;
            default -> messages;
        };
    }

    private static String text(Body content) {
        return new String(content.bytes(), StandardCharsets.UTF_8);
    }

    private static String word(ScheduleEvent event) {
        String raw = event.raw()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        int word = raw.indexOf(TIMER_WORD) + TIMER_WORD.length();
        return word < TIMER_WORD.length() ? event.id() : raw.substring(word, raw.indexOf('"', word));
    }

    private static void obey(String function, String content) throws IOException {
        CALLS.add(function);
        switch (content.replaceAll("[^a-z]", "")) {
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
        return functionName.equals("index-product") ? Document.class : Body.class;
    }
}
