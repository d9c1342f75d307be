package dev.aloft.aws;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aloft.AloftException;
import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A deployment with one function, which keeps what it got; what it does beside that a test says. */
final class MessageFunctions {
    final List<Message<Body>> messages = Collections.synchronizedList(new ArrayList<>());
    final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    final List<StorageEvent> objects = Collections.synchronizedList(new ArrayList<>());
    final List<ScheduleEvent> firings = Collections.synchronizedList(new ArrayList<>());
    final List<ChangeEvent<Document>> changes = Collections.synchronizedList(new ArrayList<>());
    final RecordingInvocation invocation = new RecordingInvocation();
    private final LambdaRuntime runtime;

    private MessageFunctions(Functions.Builder functions, Map<String, String> settings) {
        functions.http("unused", "GET", "/unused", (request, context) -> {
            throw new AssertionError("no request");
        });
        this.runtime = new LambdaRuntime(FunctionRuntime.start("aws", settings, functions.build()), settings);
    }

    /** A function named {@code handle} of a kind, with settings as name, value, name, value. */
    static MessageFunctions of(Kind kind, String... settings) {
        return of(kind, (message, context) -> {}, settings);
    }

    static MessageFunctions of(Kind kind, MessageHandler<Body> handler, String... settings) {
        MessageFunctions[] self = new MessageFunctions[1];
        MessageHandler<Body> keeping = (message, context) -> {
            self[0].messages.add(message);
            handler.handle(message, context);
        };
        Functions.Builder builder = Functions.builder();
        switch (kind) {
            case QUEUE -> builder.queue("handle", "orders", Body.class, keeping);
            case TOPIC -> builder.topic("handle", "orders", Body.class, keeping);
            case STREAM -> builder.stream("handle", "clicks", Body.class, keeping);
        }
        self[0] = new MessageFunctions(builder, settings(settings));
        return self[0];
    }

    static MessageFunctions events(String... types) {
        MessageFunctions[] self = new MessageFunctions[1];
        Functions.Builder builder =
                Functions.builder().event("handle", List.of(types), (event, context) -> self[0].events.add(event));
        self[0] = new MessageFunctions(builder, settings());
        return self[0];
    }

    /** A function for all that happens in the bucket {@code uploads}. */
    static MessageFunctions storage(String... settings) {
        return storage(List.of(StorageEvent.Kind.values()), (event, context) -> {}, settings);
    }

    static MessageFunctions storage(List<StorageEvent.Kind> kinds, StorageHandler handler, String... settings) {
        MessageFunctions[] self = new MessageFunctions[1];
        Functions.Builder builder = Functions.builder().storage("handle", "uploads", kinds, (event, context) -> {
            self[0].objects.add(event);
            handler.handle(event, context);
        });
        self[0] = new MessageFunctions(builder, settings(settings));
        return self[0];
    }

    static MessageFunctions schedule() {
        MessageFunctions[] self = new MessageFunctions[1];
        Functions.Builder builder =
                Functions.builder().schedule("handle", "30 3 * * *", (event, context) -> self[0].firings.add(event));
        self[0] = new MessageFunctions(builder, settings());
        return self[0];
    }

    static MessageFunctions changes(ChangeHandler<Document> handler, String... settings) {
        MessageFunctions[] self = new MessageFunctions[1];
        Functions.Builder builder = Functions.builder()
                .change("handle", "orders", Document.class, (change, context) -> {
                    self[0].changes.add(change);
                    handler.handle(change, context);
                });
        self[0] = new MessageFunctions(builder, settings(settings));
        return self[0];
    }

    /** Whether anything was handed over. */
    boolean wasCalled() {
        return !messages.isEmpty()
                || !events.isEmpty()
                || !objects.isEmpty()
                || !firings.isEmpty()
                || !changes.isEmpty();
    }

    void forget() {
        messages.clear();
        events.clear();
        objects.clear();
        firings.clear();
        changes.clear();
        invocation.log.clear();
    }

    private static Map<String, String> settings(String... namesAndValues) {
        Map<String, String> settings = new HashMap<>(Map.of("ALOFT_FUNCTION", "handle"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            settings.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return settings;
    }

    String handle(String event) {
        byte[] reply = runtime.handle(event.getBytes(StandardCharsets.UTF_8), invocation)
                .toByteArray();
        return new String(reply, StandardCharsets.UTF_8);
    }

    String handleSample(String name) {
        return handle(Samples.text(name));
    }

    /** What the invocation fails with. */
    AloftException failure(String event) {
        AloftException failure = catchThrowableOfType(AloftException.class, () -> handle(event));
        if (failure == null) {
            throw new AssertionError("acknowledged: " + event);
        }
        return failure;
    }
}
