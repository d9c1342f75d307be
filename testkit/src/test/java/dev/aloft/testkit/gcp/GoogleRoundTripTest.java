package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.gcp.GcpEntryPoint;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a sender sends reaches the function, through every service of Google: {@code decode(encode(message))} is the message. */
class GoogleRoundTripTest {
    private static final int RUNS = 2_000;
    private static final List<String> CHARACTERS =
            List.of("a", "Z", "0", " ", "%", "\"", "\\", ",", ";", "\u00e9", "\u20ac", "\ud83d\ude00");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    /** How a message comes. */
    enum Shape {
        PUSH,
        UNWRAPPED,
        BINARY_EVENT,
        STRUCTURED_EVENT,
        TASK
    }

    @ParameterizedTest
    @EnumSource
    void messageReachesTheFunction(Shape shape) throws IOException {
        GcpEntryPoint entry = entry("keep-message");
        for (int run = 0; run < RUNS; run++) {
            Message<Body> sent = message(shape, run);
            KeepingApplication.MESSAGES.clear();

            assertThat(send(encode(shape, sent), entry)).as("seed %d", seed).isEqualTo(204);

            assertThat(KeepingApplication.MESSAGES).as("seed %d", seed).containsExactly(sent);
        }
    }

    @Test
    void batchOfMessagesReachesTheFunction() throws IOException {
        GcpEntryPoint entry = entry("keep-message");
        for (int run = 0; run < RUNS / 10; run++) {
            List<Message<Body>> sent = List.of(message(Shape.PUSH, 0), message(Shape.PUSH, 1), message(Shape.PUSH, 2))
                    .subList(0, run % 4);
            KeepingApplication.MESSAGES.clear();

            int status = send(PubSubEncoder.batch("projects/p/topics/orders", sent), entry);

            assertThat(status).isEqualTo(204);
            assertThat(KeepingApplication.MESSAGES).as("seed %d", seed).isEqualTo(sent);
        }
    }

    @Test
    void eventReachesTheFunction() throws IOException {
        GcpEntryPoint entry = entry("keep-event");
        for (int run = 0; run < RUNS; run++) {
            Event sent = event(run);
            KeepingApplication.EVENTS.clear();

            send(CloudEventEncoder.binary(sent), entry);
            send(CloudEventEncoder.structured(sent), entry);
            send(CloudEventEncoder.batch(List.of(sent, sent)), entry);

            assertThat(KeepingApplication.EVENTS).as("seed %d", seed).containsExactly(sent, sent, sent, sent);
        }
    }

    static GcpEntryPoint entry(String function) {
        System.setProperty("aloft.index", KeepingApplication.class.getName());
        System.setProperty("aloft.function", function);
        try {
            return new GcpEntryPoint();
        } finally {
            System.clearProperty("aloft.index");
            System.clearProperty("aloft.function");
        }
    }

    static int send(GoogleRequest request, GcpEntryPoint entry) throws IOException {
        ReceivedReply reply = new ReceivedReply();
        entry.service(new ReceivedRequest(request), reply);
        return reply.status();
    }

    private static GoogleRequest encode(Shape shape, Message<Body> message) {
        return switch (shape) {
            case PUSH -> PubSubEncoder.push("projects/p/subscriptions/orders").encode(message);
            case UNWRAPPED ->
                PubSubEncoder.unwrapped("projects/p/subscriptions/orders").encode(message);
            case BINARY_EVENT ->
                PubSubEncoder.binaryEvent("projects/p/topics/orders").encode(message);
            case STRUCTURED_EVENT ->
                PubSubEncoder.structuredEvent("projects/p/topics/orders").encode(message);
            case TASK -> CloudTasksEncoder.encode(message);
        };
    }

    /** With what its service can carry. */
    private Message<Body> message(Shape shape, int number) {
        boolean headers = shape == Shape.UNWRAPPED || shape == Shape.TASK;
        MessageBuilder message =
                Message.builder("m-" + number, bytes()).source("orders").attributes(attributes(headers));
        if (headers && random.nextBoolean()) {
            message.contentType("text/plain; charset=utf-8");
        }
        if (shape != Shape.UNWRAPPED && random.nextBoolean()) {
            message.attempt(1 + random.nextInt(9));
        }
        if (shape != Shape.TASK && random.nextBoolean()) {
            message.orderingKey("k" + text() + "k");
        }
        if (shape != Shape.TASK && random.nextBoolean()) {
            message.enqueuedAt(time());
        }
        return message.build();
    }

    /** The framework sorts headers. */
    private Attributes attributes(boolean sorted) {
        TreeMap<String, String> values = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.put("a" + i + (sorted ? "" : text()), "v" + text() + "v");
        }
        Attributes.Builder attributes = Attributes.builder();
        values.forEach(attributes::add);
        return attributes.build();
    }

    private Event event(int number) {
        Event.Builder event = Event.builder("e-" + number + text(), "/shop", "com.acme.placed");
        if (random.nextBoolean()) {
            event.subject("s" + text()).time(time()).extension("tenant", "t" + text());
        }
        return event.data(bytes(), random.nextBoolean() ? "application/octet-stream" : "application/json")
                .build();
    }

    private Instant time() {
        return Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000_000));
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }
}
