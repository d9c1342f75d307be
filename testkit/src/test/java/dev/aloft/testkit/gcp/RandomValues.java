package dev.aloft.testkit.gcp;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Documents with what Google's databases can hold. */
final class RandomValues {
    private static final List<String> CHARACTERS =
            List.of("a", "Z", "0", " ", "%", "\"", "\\", ",", ";", "\u00e9", "\u20ac", "\ud83d\ude00");
    private static final List<Double> DOUBLES =
            List.of(0.0, -0.0, 9.9, -1e300, 1e22, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY);

    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
        }
        return text.toString();
    }

    Instant time() {
        return Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L), random.nextInt(1_000_000_000));
    }

    /** With values of every type of Firestore and Datastore. */
    Document document(int depth) {
        Document.Builder document = Document.builder();
        for (int i = random.nextInt(5); i > 0; i--) {
            document.set("f" + i + text(), value(depth));
        }
        return document.build();
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth < 3 ? 11 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong() >> random.nextInt(64);
            case 3 -> random.nextBoolean() ? DOUBLES.get(random.nextInt(DOUBLES.size())) : random.nextGaussian();
            case 4 -> time();
            case 5 -> text();
            case 6 -> Binary.of(text().getBytes(StandardCharsets.UTF_16));
            case 7 -> new DocumentReference("projects/p/databases/(default)/documents/a/__id7__/b/x%2Fy%25");
            case 8 -> new GeoPoint(random.nextDouble() * 180 - 90, random.nextInt(361) - 180);
            case 9 -> list(depth + 1);
            default -> document(depth + 1);
        };
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }

    /** With what JSON has, and nothing that is empty; a field's name tells its type, so that two documents differ in values only. */
    Document realtime(int depth) {
        Document.Builder document = Document.builder().set("always", true);
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(depth < 3 ? 5 : 3)) {
                case 0 -> document.set("flag" + i, random.nextBoolean());
                case 1 -> document.set("number" + i, new BigDecimal(random.nextInt()).movePointLeft(random.nextInt(5)));
                case 2 -> document.set("text" + i, text());
                case 3 ->
                    document.set(
                            "list" + i,
                            List.of(realtime(depth + 1), realtime(depth + 1)).subList(0, 1 + random.nextInt(2)));
                default -> document.set("map" + i, realtime(depth + 1));
            }
        }
        return document.build();
    }
}
