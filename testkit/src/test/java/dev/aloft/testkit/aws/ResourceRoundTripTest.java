package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.GeoPoint;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happens in a bucket, a table or by the clock is what the function gets: {@code decode(encode(events)).equals(events)}. */
class ResourceRoundTripTest {
    private static final int RUNS = 2_000;
    private static final long SEED = new Random().nextLong();
    private static final RandomResources RANDOM = new RandomResources(new Random(SEED));
    private static final S3Encoder S3 = new S3Encoder();

    /** A service, the function that takes from it, and what it can carry. */
    private record Shape(String name, String function, Supplier<Object> event, Function<List<Object>, byte[]> encoder) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        return Stream.of(
                new Shape("S3", "storage", () -> RANDOM.storageEvent(false), ResourceRoundTripTest::s3),
                new Shape("S3 in SQS", "storage", () -> RANDOM.storageEvent(false), carried(new SqsEncoder("q"))),
                new Shape("S3 in SNS", "storage", () -> RANDOM.storageEvent(false), carried(new SnsEncoder("t"))),
                new Shape(
                        "S3 in SNS in SQS",
                        "storage",
                        () -> RANDOM.storageEvent(false),
                        carried(new SnsInSqsEncoder("t", "q"))),
                new Shape(
                        "DynamoDB",
                        "change",
                        RANDOM::dynamoDbChange,
                        changes -> new DynamoDbEncoder("products").encode(changes(changes))),
                new Shape(
                        "DocumentDB",
                        "change",
                        RANDOM::documentDbChange,
                        changes -> new DocumentDbEncoder("shop", "products").encode(changes(changes))));
    }

    private static byte[] s3(List<Object> events) {
        return S3.encode(events.stream().map(StorageEvent.class::cast).toList());
    }

    /** Two events in a message. */
    private static Function<List<Object>, byte[]> carried(MessageEncoder carrier) {
        return events -> {
            List<Message<Body>> messages = new ArrayList<>();
            for (int i = 0; i < events.size(); i += 2) {
                byte[] body = s3(events.subList(i, Math.min(i + 2, events.size())));
                messages.add(Message.builder("m-" + i, body).build());
            }
            return carrier.encode(messages);
        };
    }

    private static List<ChangeEvent<?>> changes(List<Object> changes) {
        return changes.stream()
                .<ChangeEvent<?>>map(change -> (ChangeEvent<?>) change)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eventsReachTheFunction(Shape shape) {
        MessageFunction function = new MessageFunction(shape.function());
        for (int run = 0; run < RUNS; run++) {
            List<Object> sent = new ArrayList<>();
            for (int i = 0; i <= RANDOM.number(5); i++) {
                sent.add(shape.event().get());
            }

            List<Object> got = function.received(shape.encoder().apply(sent));

            assertThat(got).as("seed %d, run %d", SEED, run).isEqualTo(sent);
        }
    }

    @Test
    void eventsOfS3ReachTheFunctionByEventBridge() {
        MessageFunction function = new MessageFunction("storage");
        for (int run = 0; run < RUNS; run++) {
            StorageEvent sent = RANDOM.storageEvent(true);

            List<Object> got = function.received(S3.encodeForEventBridge(sent));

            assertThat(got).as("seed %d, run %d", SEED, run).containsExactly(sent);
        }
    }

    @Test
    void firingsReachTheFunction() {
        MessageFunction function = new MessageFunction("schedule");
        for (int run = 0; run < RUNS; run++) {
            ScheduleEncoder encoder = run % 2 == 0 ? ScheduleEncoder.rule() : ScheduleEncoder.scheduler();
            Instant before = Instant.now();
            ScheduleEvent sent = RANDOM.firing(before);

            ScheduleEvent got =
                    (ScheduleEvent) function.received(encoder.encode(sent)).get(0);

            assertThat(got.firedAt()).isBetween(before, Instant.now());
            assertThat(got).as("seed %d, run %d", SEED, run).isEqualTo(RandomResources.at(got.firedAt(), sent));
        }
    }

    @Test
    void testEventReachesNobody() {
        byte[] event = S3.testEvent("uploads");
        MessageFunction function = new MessageFunction("storage");

        assertThat(function.received(new SqsEncoder("q")
                        .encode(List.of(Message.builder("m-1", event).build()))))
                .isEmpty();
    }

    @Test
    void whatAServiceCannotTellIsNotEncoded() {
        StorageEvent archived =
                StorageEvent.builder(StorageEvent.Kind.ARCHIVED, "uploads", "a").build();
        ChangeEvent<Document> upsert = ChangeEvent.builder("1", ChangeEvent.Operation.UPSERT, "products")
                .sequence("1")
                .build();
        ChangeEvent.Builder insert = ChangeEvent.builder("1", ChangeEvent.Operation.INSERT, "products")
                .sequence("1");
        ChangeEvent<Document> place = insert.after(
                        Document.builder().set("x", new GeoPoint(1, 2)).build())
                .build();
        ChangeEvent<Document> emptySet =
                insert.after(Document.builder().set("x", Set.of()).build()).build();

        assertThatIllegalArgumentException().isThrownBy(() -> S3.encode(List.of(archived)));
        assertThatIllegalArgumentException().isThrownBy(() -> new DynamoDbEncoder("products").encode(List.of(upsert)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DynamoDbEncoder("products").encode(List.of(place)))
                .withMessage("DynamoDB has no GeoPoint.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DynamoDbEncoder("products").encode(List.of(emptySet)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentDbEncoder("shop", "products").encode(List.of(upsert)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DocumentDbEncoder("shop", "products").encode(List.of(place)))
                .withMessage("DocumentDB has no GeoPoint.");
    }
}
