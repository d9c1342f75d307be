package dev.aloft.testkit.aws;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.testkit.EventsPage;
import dev.aloft.testkit.EventsPageContract;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** docs/events.md says of each field whether AWS tells it; an event with all of them is sent in each native form. */
class EventsPageTest implements EventsPageContract {
    private static final Instant TIME = Instant.parse("2026-07-10T08:00:00Z");
    private static final StorageEvent OBJECT = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "a.png")
            .size(5)
            .etag("b1946ac92492d2347c6235b4d2611184")
            .version("v-1")
            .contentType("image/png")
            .sequencer("00617F08299329D189")
            .time(TIME)
            .build();
    private static final ScheduleEvent FIRING = ScheduleEvent.builder("nightly", TIME)
            .id("e-1")
            .scheduledAt(TIME)
            .attempt(2)
            .late(true)
            .build();

    private static EventsPage.Column column(String title, String function, byte[]... events) {
        MessageFunction deployed = new MessageFunction(function);
        return new EventsPage.Column(
                title,
                Arrays.stream(events)
                        .flatMap(event -> deployed.received(event).stream())
                        .toList());
    }

    static Stream<EventsPage.Column> columns() {
        return Stream.of(
                column("S3, directly, in SQS or SNS", "storage", new S3Encoder().encode(List.of(OBJECT))),
                column("S3 by EventBridge", "storage", new S3Encoder().encodeForEventBridge(OBJECT)),
                column("EventBridge rule", "schedule", ScheduleEncoder.rule().encode(FIRING)),
                column(
                        "EventBridge Scheduler",
                        "schedule",
                        ScheduleEncoder.scheduler().encode(FIRING)),
                column("DynamoDB Streams", "change", new DynamoDbEncoder("products").encode(changes())),
                column("DocumentDB", "change", new DocumentDbEncoder("shop", "products").encode(changes())));
    }

    private static List<ChangeEvent<Document>> changes() {
        return List.of(change(ChangeEvent.Operation.UPDATE), change(ChangeEvent.Operation.DELETE));
    }

    private static ChangeEvent<Document> change(ChangeEvent.Operation operation) {
        Document document = Document.builder().set("id", "p-1").build();
        return ChangeEvent.builder("c-1", operation, "products")
                .key(document)
                .before(document)
                .after(document)
                .changedFields(List.of("id"))
                .sequence("1")
                .time(TIME)
                .expiry(operation == ChangeEvent.Operation.DELETE)
                .build();
    }
}
