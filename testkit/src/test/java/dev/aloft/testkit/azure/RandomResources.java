package dev.aloft.testkit.azure;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Storage events, firings and changes with whatever Azure can tell. */
final class RandomResources {
    private static final String CHARACTERS = "aZ0 /\"\\{}[]:,=;<>&%+#?.\n\t\u0001é€\u2028\uFEFF\uFFFD";
    private static final Kind[] KINDS = {Kind.CREATED, Kind.DELETED, Kind.METADATA_UPDATED};
    private static final Operation[] OPERATIONS = {Operation.INSERT, Operation.UPDATE, Operation.DELETE};

    private final Random random;

    RandomResources(Random random) {
        this.random = random;
    }

    int number(int below) {
        return random.nextInt(below);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(0x1F375);
            }
        }
        return text.toString();
    }

    private Instant time() {
        return Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000) * 1_000L);
    }

    /** By Event Grid. */
    StorageEvent storageEvent() {
        Kind kind = KINDS[random.nextInt(KINDS.length)];
        StorageEvent.Builder event = StorageEvent.builder(kind, "uploads", "k" + text())
                .id("e-" + random.nextLong())
                .contentType(random.nextBoolean() ? "image/png" : null)
                .sequencer(random.nextBoolean() ? "0000" + random.nextInt(99_999) : null)
                .time(random.nextBoolean() ? time() : null);
        if (kind != Kind.DELETED && random.nextBoolean()) {
            event.size(random.nextLong(1L << 50)).etag("0x" + Long.toHexString(random.nextLong()));
        }
        return event.build();
    }

    /** By the blob trigger. */
    StorageEvent blob(int size) {
        String key = "k" + text();
        Instant time = random.nextBoolean() ? time() : null;
        String written = time == null ? "" : "/" + DotNetJson.offsetTime(time).replace("\"", "");
        return StorageEvent.builder(Kind.CREATED, "pictures", key)
                .id("pictures/" + key + written)
                .size(size)
                .contentType(random.nextBoolean() ? "image/png" : null)
                .version(random.nextBoolean() ? "v-" + random.nextInt(99) : null)
                .time(time)
                .build();
    }

    ScheduleEvent firing(Instant firedAt) {
        ScheduleEvent.Builder firing = ScheduleEvent.builder("clean-up", firedAt);
        Instant planned = random.nextBoolean()
                ? firedAt.minusSeconds(random.nextInt(1_000_000)).minusNanos(firedAt.getNano())
                : null;
        return firing.scheduledAt(planned).late(random.nextBoolean()).build();
    }

    /** Of Cosmos DB, with what that adds to a document. */
    ChangeEvent<Document> upsert() {
        String id = "p" + text();
        String tag = Long.toHexString(random.nextLong());
        long seconds = random.nextInt(Integer.MAX_VALUE);
        long position = random.nextLong(1L << 50);
        Document.Builder document = fields(3);
        document.set("id", id).set("_etag", "\"" + tag + "\"");
        document.set("_ts", BigDecimal.valueOf(seconds)).set("_lsn", BigDecimal.valueOf(position));
        return ChangeEvent.builder(id + "/" + tag, Operation.UPSERT, "products")
                .key(Document.builder().set("id", id).build())
                .after(document.build())
                .sequence(String.valueOf(position))
                .time(Instant.ofEpochSecond(seconds))
                .build();
    }

    /** Of SQL, with an id that is not told. */
    ChangeEvent<Document> row() {
        Operation operation = OPERATIONS[random.nextInt(OPERATIONS.length)];
        ChangeEvent.Builder change = ChangeEvent.builder("untold", operation, "dbo.Orders");
        Document row = fields(1).build();
        return operation == Operation.DELETE
                ? change.key(row).build()
                : change.after(row).build();
    }

    private Document.Builder fields(int depth) {
        Document.Builder document = Document.builder();
        for (int i = random.nextInt(5); i > 0; i--) {
            document.set("f" + i + text(), value(depth));
        }
        return document;
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> text();
            case 3 -> new BigDecimal(new BigInteger(random.nextInt(126), random), random.nextInt(40) - 20);
            case 4 -> fields(depth - 1).build();
            default -> list(depth - 1);
        };
    }

    private List<@Nullable Object> list(int depth) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value(depth));
        }
        return list;
    }
}
