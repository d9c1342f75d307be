package dev.aloft.testkit.local;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.local.LocalFunctions;
import dev.aloft.testkit.EventsPage;
import dev.aloft.testkit.EventsPageContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** docs/events.md says of each field whether it is told on this machine. */
class EventsPageTest implements EventsPageContract {
    static Stream<EventsPage.Column> columns() {
        List<StorageEvent> objects = new ArrayList<>();
        List<ScheduleEvent> firings = new ArrayList<>();
        List<ChangeEvent<Document>> changes = new ArrayList<>();
        LocalFunctions functions = LocalFunctions.of(Functions.builder()
                        .storage(
                                "objects",
                                "uploads",
                                List.of(StorageEvent.Kind.values()),
                                (event, context) -> objects.add(event))
                        .schedule("clean-up", "0 3 * * *", (event, context) -> firings.add(event))
                        .change("changes", "products", Document.class, (change, context) -> changes.add(change))
                        .build())
                .withProfile("calm");

        functions.storage("uploads").put("a.png", "content");
        functions.storage("uploads").delete("a.png");
        functions.schedule("clean-up").fire(Instant.EPOCH);
        Document product = Document.builder().set("id", "p-1").build();
        functions.database("products").update(product, product);
        functions.deliverAll();

        return Stream.of(
                new EventsPage.Column("local folder", objects),
                new EventsPage.Column("local", firings),
                new EventsPage.Column("local", changes));
    }
}
