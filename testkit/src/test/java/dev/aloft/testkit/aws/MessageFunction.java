package dev.aloft.testkit.aws;

import dev.aloft.Body;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.StorageEvent;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A deployed function of one kind that keeps what it got. */
final class MessageFunction {
    private static final List<Message<Body>> MESSAGES = new ArrayList<>();
    private static final List<Event> EVENTS = new ArrayList<>();
    private static final List<Object> RECEIVED = new ArrayList<>();

    private final LambdaEntryPoint entryPoint;

    /**
     * @param name queue, topic, stream, event, storage, schedule or change
     */
    MessageFunction(String name) {
        System.setProperty("aloft.index", Index.class.getName());
        System.setProperty("aloft.function", name);
        try {
            entryPoint = new LambdaEntryPoint();
        } finally {
            System.clearProperty("aloft.index");
            System.clearProperty("aloft.function");
        }
    }

    List<Message<Body>> messages(byte[] event) {
        MESSAGES.clear();
        invoke(event);
        return List.copyOf(MESSAGES);
    }

    List<Event> events(byte[] event) {
        EVENTS.clear();
        invoke(event);
        return List.copyOf(EVENTS);
    }

    /** What a function for storage events, schedules or changes got. */
    List<Object> received(byte[] event) {
        RECEIVED.clear();
        invoke(event);
        return List.copyOf(RECEIVED);
    }

    private void invoke(byte[] event) {
        try {
            entryPoint.handleRequest(
                    new ByteArrayInputStream(event), new ByteArrayOutputStream(), LambdaFunction.invocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One function of each kind, of which a deployment selects one. */
    public static final class Index implements FunctionIndex {
        private final Functions functions = Functions.builder()
                .queue("queue", "orders", Body.class, (message, context) -> MESSAGES.add(message))
                .topic("topic", "orders", Body.class, (message, context) -> MESSAGES.add(message))
                .stream("stream", "clicks", Body.class, (message, context) -> MESSAGES.add(message))
                .event("event", List.of(), (event, context) -> EVENTS.add(event))
                .storage(
                        "storage",
                        "uploads",
                        List.of(StorageEvent.Kind.values()),
                        (event, context) -> RECEIVED.add(event))
                .schedule("schedule", "0 * * * *", (event, context) -> RECEIVED.add(event))
                .change("change", "products", Document.class, (change, context) -> RECEIVED.add(change))
                .build();

        @Override
        public List<FunctionDefinition> functions() {
            return functions.functions();
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            return functions.handler(functionName, factory);
        }

        @Override
        public Type payloadType(String functionName) {
            return functions.payloadType(functionName);
        }
    }
}
