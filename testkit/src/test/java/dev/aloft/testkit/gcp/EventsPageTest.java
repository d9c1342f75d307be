package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.testkit.EventsPage;
import dev.aloft.testkit.EventsPageContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** docs/events.md says of each field whether Google tells it; an event with all of them is sent in each native form. */
class EventsPageTest implements EventsPageContract {
    private static final Instant TIME = Instant.parse("2026-07-10T08:00:00Z");
    private static final StorageEvent OBJECT = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "a.png")
            .id("s-1")
            .size(5)
            .etag("COu8mb3Dn+kCEAI=")
            .version("1783670400123456")
            .contentType("image/png")
            .sequencer("0001783670400123456-0000000000000000001-0")
            .time(TIME)
            .build();
    private static final ScheduleEvent FIRING =
            ScheduleEvent.builder("clean-up", TIME).id("f-1").scheduledAt(TIME).build();
    private static final Message<Body> PUBLISHED =
            Message.builder("m-1", "{}").source("clean-up").attempt(2).build();

    static Stream<EventsPage.Column> columns() {
        return Stream.of(
                column("Cloud Storage", "keep-object", CloudEventEncoder.binary(StorageEncoder.event(OBJECT))),
                column("Cloud Scheduler by HTTP", "keep-firing", CloudSchedulerEncoder.request(FIRING)),
                column(
                        "Cloud Scheduler by Pub/Sub",
                        "keep-firing",
                        PubSubEncoder.push("projects/p/subscriptions/clean-up").encode(PUBLISHED)),
                column(
                        "Cloud Scheduler by Eventarc",
                        "keep-firing",
                        CloudEventEncoder.binary(CloudSchedulerEncoder.event(FIRING))),
                column("Firestore", DatabaseEncoder.firestore()),
                column("Datastore", DatabaseEncoder.datastore()),
                column("Realtime Database", DatabaseEncoder.realtime()));
    }

    private static EventsPage.Column column(String title, DatabaseEncoder encoder) {
        Document document = Document.builder().set("id", "p-1").build();
        ChangeEvent<Document> update = ChangeEvent.builder("c-1", Operation.UPDATE, "products")
                .key(document)
                .before(document)
                .after(Document.builder().set("id", "p-2").build())
                .changedFields(List.of("id"))
                .sequence("1")
                .time(TIME)
                .build();
        ChangeEvent<Document> deletion = ChangeEvent.builder("c-2", Operation.DELETE, "products")
                .key(document)
                .before(document)
                .expiry(true)
                .build();
        return column(
                title,
                "keep-change",
                CloudEventEncoder.binary(encoder.event(update)),
                CloudEventEncoder.binary(encoder.event(deletion)));
    }

    private static EventsPage.Column column(String title, String function, GoogleRequest... requests) {
        List<List<?>> kept =
                List.of(KeepingApplication.OBJECTS, KeepingApplication.FIRINGS, KeepingApplication.CHANGES);
        kept.forEach(List::clear);
        GcpEntryPoint entry = GoogleRoundTripTest.entry(function);
        for (GoogleRequest request : requests) {
            try {
                assertThat(GoogleRoundTripTest.send(request, entry)).isEqualTo(204);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        List<Object> arrived = new ArrayList<>();
        kept.forEach(arrived::addAll);
        return new EventsPage.Column(title, arrived);
    }
}
