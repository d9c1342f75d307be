package dev.aloft.gcp;

import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Documents with values of every type that Firestore and Datastore know. */
final class RandomDocuments {
    private static final List<Long> INTEGERS =
            List.of(0L, 1L, -1L, 127L, 128L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53);
    private static final List<Double> DOUBLES = List.of(
            0.0,
            -0.0,
            9.9,
            -1e300,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);
    private static final List<String> TEXTS =
            List.of("", "a", "é€😀", "\u0000", "\ufffd", "a/b%c", "x".repeat(300), "\"\\\n");
    private static final List<Instant> TIMES = List.of(
            Instant.EPOCH,
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999999Z"),
            Instant.parse("1969-12-31T23:59:59.999999Z"));

    private final Random random;

    RandomDocuments(long seed) {
        this.random = new Random(seed);
    }

    Document next() {
        return document(0);
    }

    private Document document(int depth) {
        Document.Builder document = Document.builder();
        for (int i = random.nextInt(6); i > 0; i--) {
            document.set("f" + i + pick(TEXTS), value(depth));
        }
        return document.build();
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth < 4 ? 11 : 9)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> random.nextBoolean() ? pick(INTEGERS) : Long.valueOf(random.nextLong());
            case 3 -> random.nextBoolean() ? pick(DOUBLES) : Double.valueOf(random.nextGaussian());
            case 4 ->
                random.nextBoolean()
                        ? pick(TIMES)
                        : Instant.ofEpochSecond(
                                random.nextLong(-62_135_596_800L, 253_402_300_799L),
                                random.nextInt(1_000) * 1_000_000L);
            case 5 -> pick(TEXTS);
            case 6 -> bytes();
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

    private Binary bytes() {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return Binary.of(bytes);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
