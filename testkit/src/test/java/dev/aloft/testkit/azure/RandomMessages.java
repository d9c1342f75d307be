package dev.aloft.testkit.azure;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.TraceContext;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages and events of every kind that each native form can hold. */
final class RandomMessages {
    private static final String CHARACTERS = "aZ0 /\"\\{}[]:,=;<&%\n\t\u0001é€\u2028\uFEFF\uFFFD";

    private final Random random;

    RandomMessages(Random random) {
        this.random = random;
    }

    Message<Body> storageQueue() {
        return Message.builder("q" + text(), bytes())
                .source("orders")
                .attempt(1 + random.nextInt(6))
                .enqueuedAt(time())
                .build();
    }

    Message<Body> serviceBus() {
        Attributes attributes = textAttributes();
        return Message.builder("b" + text(), bytes())
                .source("mails")
                .attempt(1 + random.nextInt(10))
                .enqueuedAt(time())
                .sequence(String.valueOf(random.nextLong(Long.MAX_VALUE)))
                .contentType(random.nextBoolean() ? "application/" + random.nextInt(9) : null)
                .subject(random.nextBoolean() ? "s" + text() : null)
                .orderingKey(random.nextBoolean() ? "k" + text() : null)
                .attributes(attributes)
                .trace(trace(attributes))
                .build();
    }

    List<Message<Body>> eventHub() {
        List<Message<Body>> batch = new ArrayList<>();
        String partition = String.valueOf(random.nextInt(32));
        long sequence = random.nextLong(1L << 50);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            Attributes attributes = textAttributes();
            batch.add(Message.builder("clicks/" + partition + "/" + sequence, bytes())
                    .source("clicks")
                    .partition(partition)
                    .sequence(String.valueOf(sequence++))
                    .enqueuedAt(time())
                    .orderingKey(random.nextBoolean() ? "k" + text() : null)
                    .attributes(attributes)
                    .trace(trace(attributes))
                    .build());
        }
        return batch;
    }

    Message<Body> kafka() {
        Attributes.Builder headers = Attributes.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            headers.add("h" + random.nextInt(3), bytes());
        }
        String contentType = random.nextBoolean() ? "text/plain" : null;
        if (contentType != null) {
            headers.add("content-type", contentType.getBytes(StandardCharsets.UTF_8));
        }
        if (random.nextBoolean()) {
            headers.add("traceparent", traceparent().getBytes(StandardCharsets.UTF_8));
        }
        Attributes all = headers.build();
        String place = random.nextInt(32) + "/" + random.nextLong(Long.MAX_VALUE);
        return Message.builder("clicks.prod/" + place, bytes())
                .source("clicks.prod")
                .partition(place.substring(0, place.indexOf('/')))
                .sequence(place.substring(place.indexOf('/') + 1))
                .enqueuedAt(time())
                .orderingKey(random.nextBoolean() ? "k" + text() : null)
                .contentType(contentType)
                .attributes(all)
                .trace(trace(all))
                .build();
    }

    Message<Body> gridSchema() {
        Attributes.Builder attributes = Attributes.builder().add("type", "t" + text());
        attributes.add("source", "/subscriptions/" + text()).add("time", time().toString());
        if (random.nextBoolean()) {
            attributes.add("dataversion", "v" + text());
        }
        boolean data = random.nextInt(4) > 0;
        return Message.builder("g" + text(), data ? json() : new byte[0])
                .source("news")
                .subject(random.nextBoolean() ? "s" + text() : null)
                .contentType(data ? "application/json" : null)
                .attributes(attributes.build())
                .build();
    }

    Message<Body> gridCloudEvent() {
        Attributes.Builder attributes = Attributes.builder().add("type", "t" + text());
        attributes.add("source", "/" + text());
        for (int i = 0; i < random.nextInt(4); i++) {
            attributes.add("ext" + i, text());
        }
        if (random.nextBoolean()) {
            attributes.add("traceparent", traceparent());
        }
        Attributes all = attributes.build();
        String type = type();
        return Message.builder("g" + text(), data(type))
                .source("news")
                .subject(random.nextBoolean() ? "s" + text() : null)
                .contentType(type)
                .attributes(all)
                .trace(trace(all))
                .build();
    }

    Event schemaEvent() {
        boolean data = random.nextInt(4) > 0;
        Event.Builder event = Event.builder("g" + text(), "/subscriptions/" + text(), "t" + text())
                .subject(random.nextBoolean() ? "s" + text() : null)
                .time(random.nextBoolean() ? time() : null)
                .data(data ? json() : new byte[0], data ? "application/json" : null);
        return (random.nextBoolean() ? event.extension("dataversion", "v" + text()) : event).build();
    }

    Event cloudEvent() {
        String type = type();
        Event.Builder event = Event.builder("g" + text(), "/" + text(), "t" + text())
                .subject(random.nextBoolean() ? "s" + text() : null)
                .time(random.nextBoolean() ? time() : null)
                .dataSchema(random.nextBoolean() ? "https://acme.example/" + text() : null)
                .data(data(type), type);
        for (int i = 0; i < random.nextInt(4); i++) {
            event.extension("ext" + i, text());
        }
        return event.build();
    }

    private String type() {
        return switch (random.nextInt(4)) {
            case 0 -> "application/json";
            case 1 -> "text/plain; charset=utf-8";
            case 2 -> "image/png";
            default -> null;
        };
    }

    private byte[] data(String type) {
        if (type == null || type.startsWith("image/")) {
            return bytes();
        }
        return type.startsWith("text/") ? text().getBytes(StandardCharsets.UTF_8) : json();
    }

    /** One without white space at its ends, which are not the data's. */
    private byte[] json() {
        JsonWriter json = new JsonWriter();
        switch (random.nextInt(4)) {
            case 0 -> json.string(text());
            case 1 -> json.number(random.nextLong());
            case 2 -> json.beginArray().bool(true).nullValue().string(text()).endArray();
            default ->
                json.beginObject()
                        .name("specversion")
                        .string("1.0")
                        .name("Id")
                        .string(text())
                        .endObject();
        }
        return json.toByteArray();
    }

    private Attributes textAttributes() {
        Attributes.Builder attributes = Attributes.builder();
        for (int i = 0; i < random.nextInt(4); i++) {
            attributes.add("a" + i + text(), text());
        }
        if (random.nextBoolean()) {
            attributes.add(random.nextBoolean() ? "traceparent" : "Diagnostic-Id", traceparent());
        }
        return attributes.build();
    }

    private static TraceContext trace(Attributes attributes) {
        String parent = attributes
                .first("traceparent")
                .orElse(attributes.first("Diagnostic-Id").orElse(null));
        return TraceContext.parse(parent, null).orElse(null);
    }

    private String traceparent() {
        return "00-%016x%016x-%016x-0%d"
                .formatted(
                        random.nextLong(1, Long.MAX_VALUE),
                        random.nextLong(1, Long.MAX_VALUE),
                        random.nextLong(1, Long.MAX_VALUE),
                        random.nextInt(2));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int at = random.nextInt(CHARACTERS.length() + 1);
            text.append(at == CHARACTERS.length() ? "\uD83C\uDF75" : CHARACTERS.substring(at, at + 1));
        }
        return text.toString();
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** With as many digits as .NET keeps at most in every form. */
    private Instant time() {
        return Instant.ofEpochSecond(random.nextLong(946_684_800L, 4_102_444_800L), random.nextInt(1_000_000) * 1_000L);
    }
}
