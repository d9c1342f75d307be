package dev.aloft.testkit.gcp;

import dev.aloft.Event;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Events of every kind that the specification allows. */
final class RandomEvents {
    private static final List<String> TYPES =
            List.of("application/json", "application/vnd.a+json; v=1", "text/plain; charset=utf-8", "image/png");
    private static final List<String> SOURCES = List.of(
            "/shop",
            "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
            "//pubsub.googleapis.com/projects/p/topics/t",
            "a?b#c");
    private static final List<String> CHARACTERS =
            List.of("a", "Z", "0", " ", "%", "\"", "\\", ",", ";", "\u00e9", "\u20ac", "\ud83d\ude00", "%20", "\u00a0");
    private static final List<String> JSON = List.of(
            "{\"a\": 1.50}", "[1,2]", "\"text\"", "null", "1", " {}", "{\"a\":1,\"a\":2}", "\ufeff{}", "no JSON");

    private final Random random;

    RandomEvents(Random random) {
        this.random = random;
    }

    Event next() {
        Event.Builder event = Event.builder("i" + text(), pick(SOURCES), "t" + text());
        if (random.nextBoolean()) {
            event.subject("s" + text());
        }
        if (random.nextBoolean()) {
            event.time(Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000_000)));
        }
        if (random.nextBoolean()) {
            event.dataSchema("https://acme.example/schema");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            event.extension("x" + i, "v" + text());
        }
        return event.data(data(), random.nextInt(4) == 0 ? null : pick(TYPES)).build();
    }

    private byte[] data() {
        if (random.nextBoolean()) {
            return pick(JSON).getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(pick(CHARACTERS));
        }
        return text.toString();
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
