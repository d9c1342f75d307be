package dev.aloft.runtime.json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/** How long reading a text took at best. */
record JsonTiming(Duration best) {
    static JsonTiming of(String text, Consumer<JsonReader> read) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start = System.nanoTime();
            read.accept(new JsonReader(utf8));
            best = Math.min(best, System.nanoTime() - start);
        }
        return new JsonTiming(Duration.ofNanos(best));
    }
}
