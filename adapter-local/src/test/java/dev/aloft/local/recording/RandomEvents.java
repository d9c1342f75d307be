package dev.aloft.local.recording;

import dev.aloft.Attributes;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.TraceContext;
import dev.aloft.runtime.NativePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Events of all kinds with fields of all kinds, some of them absent. */
final class RandomEvents {
    private static final String[] WORDS = {
        "order",
        "Łódź",
        "a b",
        "\"quoted\"",
        "back\\slash",
        "line\nbreak",
        "\ud83c\udf75",
        "{\"a\":1}",
        "[]",
        "x/y",
        "="
    };

    private final Random random;

    RandomEvents(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L); // the first bits of neighbours are alike
    }

    Object of(String kind) {
        return switch (kind) {
            case "http" -> request();
            case "native" -> new NativePayload("", random.nextBoolean() ? "" : "POST /a?b", attributes(false), bytes());
            case "message" -> item(message());
            case "event" -> item(event());
            case "storage" -> item(storage());
            case "schedule" -> item(schedule());
            default -> item(change());
        };
    }

    private RecordedItem item(Object content) {
        return new RecordedItem(random.nextBoolean() ? word() : null, content);
    }

    private HttpRequest request() {
        HttpRequest.Builder request = HttpRequest.builder(
                        random.nextBoolean() ? "POST" : "GET", "/orders/" + random.nextInt())
                .query(random.nextBoolean() ? "" : "x=" + random.nextInt() + "&y")
                .body(bytes());
        for (int i = random.nextInt(4); i > 0; i--) {
            request.header("x-" + random.nextInt(3), word());
        }
        return request.clientAddress(random.nextBoolean() ? "10.0.0.1" : null).build();
    }

    private Message<?> message() {
        return Message.builder("m-" + random.nextInt(), bytes())
                .source(word())
                .subject(maybe(word()))
                .enqueuedAt(time())
                .attempt(random.nextInt(4))
                .orderingKey(maybe(word()))
                .partition(maybe("3"))
                .sequence(maybe("17"))
                .contentType(maybe("text/plain"))
                .trace(
                        random.nextBoolean()
                                ? TraceContext.parse(
                                                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", maybe("a=b"))
                                        .orElseThrow()
                                : null)
                .attributes(attributes(true))
                .build();
    }

    private Event event() {
        Event.Builder event = Event.builder("e-" + random.nextInt(), "/shop", "dev.aloft.test")
                .subject(maybe(word()))
                .time(time())
                .dataSchema(maybe("https://example.org/schema"));
        if (random.nextBoolean()) {
            event.data(bytes(), maybe("application/json"));
        }
        return (random.nextBoolean() ? event.extension("color", word()) : event).build();
    }

    private StorageEvent storage() {
        StorageEvent.Kind[] kinds = StorageEvent.Kind.values();
        return StorageEvent.builder(kinds[random.nextInt(kinds.length)], "uploads", word())
                .id("s-" + random.nextInt())
                .size(random.nextBoolean() ? -1 : random.nextLong() >>> 1)
                .etag(maybe("tag"))
                .version(maybe("v1"))
                .contentType(maybe("image/png"))
                .sequencer(maybe("0A"))
                .time(time())
                .build();
    }

    private ScheduleEvent schedule() {
        return ScheduleEvent.builder("clean-up", Instant.parse("2026-03-29T03:00:00.000000001Z"))
                .id(maybe("f-1"))
                .scheduledAt(time())
                .late(random.nextBoolean())
                .attempt(random.nextInt(3))
                .build();
    }

    private ChangeEvent<Document> change() {
        ChangeEvent.Operation[] operations = ChangeEvent.Operation.values();
        return ChangeEvent.builder("c-" + random.nextInt(), operations[random.nextInt(operations.length)], "products")
                .key(document(1))
                .before(random.nextBoolean() ? document(3) : null)
                .after(random.nextBoolean() ? document(3) : null)
                .changedFields(random.nextBoolean() ? List.of("price", word()) : null)
                .sequence(maybe("9"))
                .time(time())
                .expiry(random.nextBoolean())
                .build();
    }

    private Document document(int depth) {
        Document.Builder document = Document.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            document.set("f" + random.nextInt(9), value(depth));
        }
        return document.build();
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> word();
            case 1 -> new BigDecimal(random.nextInt() + "." + random.nextInt(100) + "0");
            case 2 -> random.nextBoolean();
            case 3 -> null;
            case 4 -> document(depth - 1);
            default -> {
                List<@Nullable Object> values = new ArrayList<>();
                values.add(value(depth - 1));
                values.add(word());
                yield values;
            }
        };
    }

    private Attributes attributes(boolean binary) {
        Attributes.Builder attributes = Attributes.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            if (binary && random.nextInt(3) == 0) {
                attributes.add("b" + i, random(5));
            } else {
                attributes.add("a" + random.nextInt(2), word());
            }
        }
        return attributes.build();
    }

    private byte[] bytes() {
        return switch (random.nextInt(4)) {
            case 0 -> new byte[0];
            case 1 -> random(20);
            case 2 -> ("{\"item\":\"" + random.nextInt() + "\",  \"n\" : 1.50}").getBytes(StandardCharsets.UTF_8);
            default -> word().getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private @Nullable Instant time() {
        return random.nextBoolean() ? Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)) : null;
    }

    private String word() {
        return WORDS[random.nextInt(WORDS.length)] + random.nextInt(10);
    }

    private @Nullable String maybe(String text) {
        return random.nextBoolean() ? text : null;
    }
}
