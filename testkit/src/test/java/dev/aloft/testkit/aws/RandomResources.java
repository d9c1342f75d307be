package dev.aloft.testkit.aws;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Storage events, firings and changes with whatever a service can carry. */
final class RandomResources {
    private static final Kind[] KINDS = {Kind.CREATED, Kind.DELETED, Kind.METADATA_UPDATED};
    private static final Operation[] OPERATIONS = {Operation.INSERT, Operation.UPDATE, Operation.DELETE};

    private final Random random;
    private final RandomMessages words;

    RandomResources(Random random) {
        this.random = random;
        this.words = new RandomMessages(random);
    }

    int number(int below) {
        return random.nextInt(below);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    /** Of one bucket, with the id that it gets where S3 gives no sequencer. */
    StorageEvent storageEvent(boolean byEventBridge) {
        String key = (random.nextBoolean() ? "../%2B +" : "") + words.name() + words.text(6);
        Instant time = maybe(words::time);
        StorageEvent.Builder event = StorageEvent.builder(KINDS[random.nextInt(KINDS.length)], "uploads", key)
                .size(random.nextBoolean() ? -1 : random.nextLong(1L << 50))
                .etag(maybe(words::digits))
                .version(maybe(words::name))
                .time(time);
        if (random.nextBoolean()) {
            event.sequencer(words.digits());
        } else if (byEventBridge) {
            event.id("uploads/" + key + "/" + words.name());
        } else if (time != null) {
            event.id("uploads/" + key + "/" + MessageFields.iso(time));
        }
        return event.build();
    }

    ScheduleEvent firing(Instant firedAt) {
        return ScheduleEvent.builder("nightly-" + random.nextInt(100), firedAt)
                .id(words.name())
                .scheduledAt(maybe(words::time))
                .build();
    }

    /** A firing as it reaches the function at some moment. */
    static ScheduleEvent at(Instant firedAt, ScheduleEvent firing) {
        return ScheduleEvent.builder(firing.schedule(), firedAt)
                .id(firing.id())
                .scheduledAt(firing.scheduledAt().orElse(null))
                .build();
    }

    ChangeEvent<Document> dynamoDbChange() {
        Operation operation = OPERATIONS[random.nextInt(OPERATIONS.length)];
        return ChangeEvent.builder(words.name(), operation, "products")
                .key(document(1, this::dynamoDbValue))
                .before(maybe(() -> document(3, this::dynamoDbValue)))
                .after(maybe(() -> document(3, this::dynamoDbValue)))
                .sequence(words.digits())
                .time(maybe(words::time))
                .expiry(operation == Operation.DELETE && random.nextBoolean())
                .build();
    }

    ChangeEvent<Document> documentDbChange() {
        Operation operation = OPERATIONS[random.nextInt(OPERATIONS.length)];
        String token = words.digits();
        Document after = maybe(() -> document(3, this::documentDbValue));
        boolean update = operation == Operation.UPDATE && after != null && random.nextBoolean();
        Instant time = maybe(() -> words.time().truncatedTo(ChronoUnit.SECONDS));
        return ChangeEvent.builder(token, operation, "products")
                .key(Document.builder().set("_id", objectId()).build())
                .after(after)
                .changedFields(
                        update && after != null ? List.copyOf(after.fields().keySet()) : null)
                .sequence(token)
                .time(time)
                .build();
    }

    private String objectId() {
        return "%024x".formatted(new BigInteger(96, random));
    }

    private interface Values {
        @Nullable
        Object value(int depth);
    }

    private Document document(int depth, Values values) {
        Document.Builder document = Document.builder();
        for (int i = random.nextInt(5); i > 0; i--) {
            document.set(words.name(), values.value(depth));
        }
        return document.build();
    }

    private List<@Nullable Object> list(int depth, Values values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(values.value(depth));
        }
        return list;
    }

    private Set<Object> set(Supplier<Object> values) {
        Set<Object> set = new LinkedHashSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            set.add(values.get());
        }
        return set;
    }

    private @Nullable Object dynamoDbValue(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> words.text(5);
            case 3 -> decimal();
            case 4 -> binary();
            case 5 -> set(() -> words.text(2));
            case 6 -> set(this::decimal);
            case 7 -> set(this::binary);
            case 8 -> document(depth - 1, this::dynamoDbValue);
            default -> list(depth - 1, this::dynamoDbValue);
        };
    }

    private @Nullable Object documentDbValue(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 8)) {
            case 0 -> null;
            case 1 -> random.nextBoolean();
            case 2 -> words.text(5);
            case 3 -> decimal();
            case 4 -> binary();
            case 5 -> objectId();
            case 6 -> words.time();
            case 7 -> Double.longBitsToDouble(random.nextLong());
            case 8 -> document(depth - 1, this::documentDbValue);
            default -> list(depth - 1, this::documentDbValue);
        };
    }

    /** Up to 38 digits, anywhere around the point. */
    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(random.nextInt(126), random), random.nextInt(260) - 130).negate();
    }

    private Binary binary() {
        return Binary.of(words.bytes(20));
    }
}
