package dev.aloft.testkit.aws;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.TraceContext;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Messages with whatever a service can carry, and names and values that imitate other events. */
final class RandomMessages {
    private static final String[] WORDS = {
        "httpMethod",
        "Records",
        "eventSource",
        "aws:sqs",
        "specversion",
        "\"",
        "\\",
        "{}",
        "\u0000",
        "\n",
        "é",
        "茶",
        "😀",
        " ",
        "a/b",
        "=",
        "null",
        "0",
        "traceparent",
        ",",
        "::"
    };

    private final Random random;

    RandomMessages(Random random) {
        this.random = random;
    }

    boolean maybe() {
        return random.nextBoolean();
    }

    int number(int below) {
        return random.nextInt(below);
    }

    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }

    /** Not blank, for ids and keys. */
    String name() {
        return "n" + random.nextInt(1_000_000) + text(3);
    }

    byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    Instant time() {
        return Instant.ofEpochMilli(random.nextLong(4_102_444_800_000L));
    }

    String digits() {
        return new BigInteger(180, random).toString();
    }

    TraceContext trace() {
        String id = "%016x%016x".formatted(random.nextLong() | 1, random.nextLong());
        return new TraceContext(id, "%016x".formatted(random.nextLong() | 1), maybe(), Optional.empty());
    }

    /** What all services have in common: a source, attributes and what those say, perhaps a time. */
    MessageBuilder message(String id, byte[] body, String source, Attributes attributes) {
        MessageBuilder message = Message.builder(id, body).source(source).attributes(attributes);
        attributes.first("content-type").ifPresent(message::contentType);
        attributes
                .first("traceparent")
                .flatMap(parent -> TraceContext.parse(parent, null))
                .ifPresent(message::trace);
        if (maybe()) {
            message.enqueuedAt(time());
        }
        return message;
    }

    Attributes attributes(Values values) {
        Attributes.Builder attributes = Attributes.builder();
        Set<String> names = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            names.add(name());
        }
        for (String name : names) {
            if (values == Values.BYTES || values == Values.BOTH && maybe()) {
                attributes.add(name, bytes(20));
            } else {
                attributes.add(name, text(4));
            }
        }
        if (maybe()) {
            add(attributes, "content-type", "text/plain;x=" + number(10), values);
        }
        if (maybe()) {
            add(attributes, "traceparent", trace().traceparent(), values);
        }
        return attributes.build();
    }

    private static void add(Attributes.Builder attributes, String name, String value, Values values) {
        if (values == Values.BYTES) {
            attributes.add(name, value.getBytes(StandardCharsets.UTF_8));
        } else {
            attributes.add(name, value);
        }
    }

    /** Which values the attributes of a service have. */
    enum Values {
        TEXT,
        BYTES,
        BOTH
    }

    Message<Body> queueMessage(boolean fifo) {
        Attributes attributes = attributes(Values.BOTH);
        MessageBuilder message = message(
                        name(), text(8).getBytes(StandardCharsets.UTF_8), fifo ? "orders.fifo" : "orders", attributes)
                .attempt(number(5));
        if (fifo) {
            message.orderingKey(name()).sequence(digits());
        }
        if (!attributes.contains("traceparent") && maybe()) {
            message.trace(trace());
        }
        return message.build();
    }

    Message<Body> topicMessage(boolean throughQueue) {
        Attributes attributes = attributes(Values.BOTH);
        MessageBuilder message = message(name(), text(8).getBytes(StandardCharsets.UTF_8), "orders", attributes)
                .subject(maybe() ? text(3) : null)
                .attempt(throughQueue ? number(5) : 0);
        if (throughQueue && !attributes.contains("traceparent") && maybe()) {
            message.trace(trace());
        }
        return message.build();
    }

    Message<Body> kinesisRecord() {
        String shard = "shardId-00000000000" + number(10);
        String sequence = digits();
        return message(new KinesisEncoder("clicks").id(shard, sequence), bytes(100), "clicks", Attributes.empty())
                .partition(shard)
                .sequence(sequence)
                .orderingKey(name())
                .build();
    }

    Message<Body> kafkaRecord(String partition) {
        String offset = Integer.toString(number(1_000_000));
        return message("clicks/" + partition + "/" + offset, bytes(100), "clicks", attributes(Values.BYTES))
                .partition(partition)
                .sequence(offset)
                .orderingKey(maybe() ? name() : null)
                .build();
    }

    Message<Body> activeMqMessage() {
        return message(name(), bytes(100), "orders", attributes(Values.TEXT)).build();
    }

    Message<Body> rabbitMqMessage() {
        MessageBuilder message = message(name(), bytes(100), "orders", attributes(Values.TEXT));
        return message.enqueuedAt(null).build();
    }

    Event event() {
        Event.Builder event = Event.builder(name(), name(), name())
                .data(
                        maybe()
                                ? "{\"a\": [1]}".getBytes(StandardCharsets.UTF_8)
                                : "7".getBytes(StandardCharsets.UTF_8),
                        "application/json")
                .time(maybe() ? time() : null);
        if (maybe()) {
            event.extension("account", "123456789012").extension("region", "eu-central-1");
        }
        if (maybe()) {
            event.extension("resources", "[\"arn:1\", \"arn:2\"]");
        }
        return event.build();
    }
}
