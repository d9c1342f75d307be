package dev.aloft.gcp;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeHandler;
import dev.aloft.Context;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.EventHandler;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleEvent;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageHandler;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionIndex;
import io.cloudevents.CloudEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A deployed application whose functions keep what they got. */
final class Deployment {
    final List<Message<Body>> messages = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<StorageEvent> objects = new ArrayList<>();
    final List<ScheduleEvent> firings = new ArrayList<>();
    final List<ChangeEvent<Document>> changes = new ArrayList<>();
    /** The function of each message and event, in order. */
    final List<String> called = new ArrayList<>();

    final List<Context> contexts = new ArrayList<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private @Nullable GcpEntryPoint entry;
    private FunctionIndex functions = Functions.builder().build();

    /** What Google would be told. */
    record Answer(int status, List<String> calls) {
        String text() {
            return calls.get(calls.size() - 1);
        }
    }

    static Deployment ofQueue(String source) {
        Deployment deployment = new Deployment();
        return deployment.of(Functions.builder()
                .queue("ship-order", source, Body.class, deployment.message())
                .build());
    }

    static Deployment ofEvents(String... types) {
        Deployment deployment = new Deployment();
        return deployment.of(Functions.builder()
                .event("on-event", List.of(types), deployment.event())
                .build());
    }

    static Deployment ofStorage(StorageEvent.Kind... kinds) {
        Deployment deployment = new Deployment();
        return deployment.of(Functions.builder()
                .storage("on-upload", "uploads", List.of(kinds), deployment.object())
                .build());
    }

    static Deployment ofSchedule(String name) {
        Deployment deployment = new Deployment();
        return deployment.of(Functions.builder()
                .schedule(name, "30 3 * * *", deployment.firing())
                .build());
    }

    static Deployment ofChanges(String source) {
        Deployment deployment = new Deployment();
        return deployment.of(Functions.builder()
                .change("index-product", source, Document.class, deployment.change())
                .build());
    }

    Deployment of(FunctionIndex all) {
        functions = all;
        return this;
    }

    Deployment with(String setting, String value) {
        environment.put(setting, value);
        return this;
    }

    MessageHandler<Body> message() {
        return (message, context) -> {
            messages.add(message);
            called.add(context.functionName());
            contexts.add(context);
        };
    }

    EventHandler event() {
        return (event, context) -> {
            events.add(event);
            called.add(context.functionName());
            contexts.add(context);
        };
    }

    StorageHandler object() {
        return (event, context) -> {
            objects.add(event);
            called.add(context.functionName());
            contexts.add(context);
        };
    }

    ScheduleHandler firing() {
        return (event, context) -> {
            firings.add(event);
            called.add(context.functionName());
            contexts.add(context);
        };
    }

    ChangeHandler<Document> change() {
        return (event, context) -> {
            changes.add(event);
            called.add(context.functionName());
            contexts.add(context);
        };
    }

    Answer sendSample(String name) {
        return send(sample(name));
    }

    /** A native request of {@code src/test/resources/gcp}; {@code PAGES.md} names the page that each follows. */
    static String sample(String name) {
        try (InputStream file = Deployment.class.getResourceAsStream("/gcp/" + name + ".http")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A POST to {@code /} of header lines, an empty line and the body. */
    Answer post(String headersAndBody) {
        return send("POST http://localhost:8080/\n" + headersAndBody);
    }

    Answer send(String request) {
        try {
            Framework.Reply reply = new Framework.Reply();
            entry().service(new ReceivedRequest(request), reply.response);
            String status = reply.calls.get(0);
            return new Answer(Integer.parseInt(status.substring("status ".length())), reply.calls);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void accept(CloudEvent event) {
        entry().accept(event);
    }

    private GcpEntryPoint entry() {
        if (entry == null) {
            PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
            entry = new GcpEntryPoint(
                    FunctionRuntime.start("gcp", environment, functions), GoogleHost.of(environment, out));
        }
        return entry;
    }

    Message<Body> message(int index) {
        return messages.get(index);
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
