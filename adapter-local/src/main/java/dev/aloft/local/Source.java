package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.HttpResponse;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.TraceContext;
import dev.aloft.local.engine.Item;
import dev.aloft.local.engine.Letter;
import dev.aloft.local.engine.Profile;
import dev.aloft.local.engine.SourceKind;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.PayloadCodec;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One queue, topic or stream: it completes what is sent and gives each subscribed function a copy. */
final class Source {
    private final Platform platform;
    private final Profile profile;
    private final MessageBinding binding;
    private final List<String> functions;

    Source(Platform platform, Profile profile, MessageBinding binding, List<String> functions) {
        this.platform = platform;
        this.profile = profile;
        this.binding = binding;
        this.functions = functions;
    }

    /** What the engine calls where a function's events come from. */
    static SourceKind kind(Binding binding) {
        if (binding instanceof MessageBinding messages) {
            return SourceKind.valueOf(messages.kind().name());
        }
        if (binding instanceof StorageBinding) {
            return SourceKind.STORAGE;
        }
        if (binding instanceof ScheduleBinding) {
            return SourceKind.SCHEDULE;
        }
        return binding instanceof ChangeBinding ? SourceKind.CHANGES : SourceKind.EVENTS;
    }

    /** For example {@code queue}. */
    static String word(Binding binding) {
        return kind(binding).word();
    }

    /** As the console shows it: {@code queue orders ship-order}, {@code schedule clean-up}. */
    static String place(FunctionDefinition function) {
        String source = function.binding() instanceof SourceBinding named ? " " + named.source() : "";
        return word(function.binding()) + source + " " + function.name();
    }

    /** As the timeline shows it: {@code queue orders}, {@code schedule clean-up}. */
    static String from(FunctionDefinition function) {
        Binding binding = function.binding();
        if (binding instanceof SourceBinding named) {
            return word(binding) + " " + named.source();
        }
        return word(binding) + (binding instanceof ScheduleBinding ? " " + function.name() : "");
    }

    MessageBinding binding() {
        return binding;
    }

    Source requireOneConsumer() {
        if (binding.kind() != MessageBinding.Kind.QUEUE || functions.size() == 1) {
            return this;
        }
        throw new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-124",
                "Several functions take the messages of queue " + binding.source() + ": " + functions
                        + ". A message of a queue is for one function: make it a topic, or set ALOFT_FUNCTION to one of them.");
    }

    /**
     * Sends a payload.
     *
     * @param payload a message, text, bytes, or a value that the codec writes
     * @param key what it keeps its order with; null for what the message itself says
     * @return the message's id
     */
    String send(Object payload, @Nullable String key) {
        MessageBuilder message;
        if (payload instanceof Message<?> given) {
            message = like(given);
        } else {
            message = Message.builder(newId(), bytes(payload)).contentType(writtenType(payload));
        }
        return accept(key == null ? message : message.orderingKey(key));
    }

    String newId() {
        return platform.engine().newId();
    }

    /** A message that was built for a handler has its payload, but perhaps no body yet. */
    private static MessageBuilder like(Message<?> given) {
        Object payload = given.payload();
        if (payload instanceof Body body) {
            return given.toBuilder(body.bytes());
        }
        MessageBuilder message = given.toBuilder(bytes(payload));
        return given.contentType().isPresent() ? message : message.contentType(writtenType(payload));
    }

    static byte[] bytes(Object payload) {
        if (payload instanceof byte[] bytes) {
            return bytes.clone();
        }
        if (payload instanceof Body body) {
            return body.bytes();
        }
        return payload instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : PayloadCodec.installed().write(payload);
    }

    /** Text and bytes may be anything. */
    static @Nullable String writtenType(Object payload) {
        boolean written = !(payload instanceof byte[] || payload instanceof Body || payload instanceof String);
        return written ? PayloadCodec.installed().contentType() : null;
    }

    /** Gives the functions a message; the sequence numbers are in the order of delivery. */
    synchronized String accept(MessageBuilder builder) {
        Message<Body> sent = builder.source(binding.source()).attempt(0).build();
        String key = sent.orderingKey().orElse(null);
        if (binding.kind() == MessageBinding.Kind.STREAM) {
            builder.partition(Integer.toString(profile.shard(String.valueOf(key))));
            builder.sequence(Long.toString(platform.engine().nextSequence()));
        }
        if (sent.enqueuedAt().isEmpty()) {
            builder.enqueuedAt(Instant.ofEpochMilli(platform.now()));
        }
        Attributes attributes = sent.attributes();
        if (sent.traceContext().isEmpty() && attributes.contains("traceparent")) {
            builder.trace(TraceContext.parse(
                            attributes.first("traceparent").orElse(null),
                            attributes.first("tracestate").orElse(null))
                    .orElse(null));
        }
        Message<Body> message = builder.build();
        int size = message.body().length();
        // A queue keeps the order of messages that have a key, and of no others.
        SourceKind kind = kind(binding) == SourceKind.QUEUE && key != null ? SourceKind.FIFO : kind(binding);
        platform.send(kind, binding.source(), new Item(message.id(), key, message, size));
        return message.id();
    }

    int waiting() {
        return platform.engine().backlog(functions).waiting();
    }

    List<DeadLetter> deadLetters() {
        List<DeadLetter> letters = new ArrayList<>();
        for (Letter letter : platform.letters(functions)) {
            letters.add(DeadLetter.of(letter));
        }
        return List.copyOf(letters);
    }

    /** What has become of its messages, function by function. */
    HttpResponse report() {
        JsonWriter json = new JsonWriter(256).beginObject();
        return platform.report(functions, json.name(word(binding)).string(binding.source()));
    }
}
