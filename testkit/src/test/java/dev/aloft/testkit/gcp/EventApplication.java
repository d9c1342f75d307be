package dev.aloft.testkit.gcp;

import dev.aloft.Context;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding.Kind;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Functions for messages and events that print what they got, and fail as a payload wants. */
public final class EventApplication implements FunctionIndex {
    @Override
    public List<FunctionDefinition> functions() {
        return List.of(
                FunctionDefinition.message("print-message", Kind.QUEUE, "orders"),
                FunctionDefinition.message("print-bytes", Kind.TOPIC, "blobs"),
                FunctionDefinition.message("read-duration", Kind.QUEUE, "durations"),
                FunctionDefinition.event("print-event", ""));
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) {
        return switch (functionName) {
            case "print-message" -> (MessageHandler<String>) EventApplication::printMessage;
            case "print-bytes" -> (MessageHandler<byte[]>) EventApplication::printBytes;
            case "print-event" -> (EventHandler) EventApplication::printEvent;
            default -> (MessageHandler<Duration>) (message, context) -> print("read " + message.payload());
        };
    }

    @Override
    public Type payloadType(String functionName) {
        return switch (functionName) {
            case "print-message" -> String.class;
            case "print-bytes" -> byte[].class;
            default -> Duration.class;
        };
    }

    private static void printMessage(Message<String> message, Context context) {
        switch (message.payload()) {
            case "fail" -> throw new IllegalStateException("secret=abc");
            case "error" -> throw new StackOverflowError("secret=abc");
            case "later" -> throw new RetryLater(Duration.ofSeconds(90), "closed");
            case "reject" -> throw new Rejected("no such customer");
            default ->
                print("message " + message.id() + " of " + message.source() + ": " + message.payload() + ", attempt "
                        + message.attempt().orElse(0) + ", tenant "
                        + message.attribute("tenant").orElse("-") + ", trace "
                        + context.traceContext().isPresent());
        }
    }

    private static void printBytes(Message<byte[]> message, Context context) {
        print("bytes " + message.id() + ": " + HexFormat.of().formatHex(message.payload()));
    }

    private static void printEvent(Event event, Context context) {
        print("event " + event.id() + " of " + event.source() + ", subject "
                + event.subject().orElse("-") + ": "
                + new String(event.data().bytes(), StandardCharsets.UTF_8));
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
