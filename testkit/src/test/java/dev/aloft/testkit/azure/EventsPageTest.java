package dev.aloft.testkit.azure;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.testkit.EventsPage;
import dev.aloft.testkit.EventsPageContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** docs/events.md says of each field whether Azure tells it; an event with all of them is sent in each native form. */
class EventsPageTest implements EventsPageContract {
    private static final Instant TIME = Instant.parse("2026-07-10T08:00:00Z");
    private static final StorageEvent OBJECT = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "a.png")
            .id("e-1")
            .size(5)
            .etag("0x8D4BCC2E4835CD0")
            .version("2026-07-10T08:00:00.0000000Z")
            .contentType("image/png")
            .sequencer("00000000000004420000000000028963")
            .time(TIME)
            .build();
    private static final ScheduleEvent FIRING =
            ScheduleEvent.builder("clean-up", TIME).scheduledAt(TIME).late(true).build();

    @TempDir
    private static Path folder;

    private static ResourcePackage azure;

    @BeforeAll
    static void start() throws Exception {
        azure = ResourcePackage.start(folder);
    }

    static Stream<EventsPage.Column> columns() {
        return Stream.of(
                column("Azure Event Grid", "on-upload", BlobEncoder.schema(OBJECT)),
                column("Azure Event Grid", "on-upload", BlobEncoder.cloudEvent(OBJECT)),
                column("Azure blob trigger", "on-picture", BlobEncoder.trigger(OBJECT, new byte[5])),
                new EventsPage.Column("Azure timer", List.of(retried())),
                column("Cosmos DB", "on-product", CosmosDbEncoder.encode(List.of(change("p-1/e-1", Operation.UPSERT)))),
                column(
                        "Azure SQL",
                        "on-order",
                        SqlEncoder.encode(List.of(change("c-1", Operation.UPDATE), change("c-2", Operation.DELETE)))));
    }

    private static EventsPage.Column column(String title, String function, AzureTrigger trigger) {
        return new EventsPage.Column(title, azure.received(function, trigger));
    }

    private static Object retried() {
        return azure.received("clean-up", TimerEncoder.encode(FIRING), new AzureRetry(1, 2))
                .get(0);
    }

    private static ChangeEvent<Document> change(String id, Operation operation) {
        Document document = Document.builder().set("id", "p-1").build();
        return ChangeEvent.builder(id, operation, "products")
                .key(document)
                .before(document)
                .after(document)
                .changedFields(List.of("id"))
                .sequence("1")
                .time(TIME)
                .expiry(true)
                .build();
    }
}
