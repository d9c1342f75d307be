package dev.aloft.testkit.gcp;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Storage events, firings and changes through Google's own invoker, by both signatures. */
class GoogleResourcesIT extends BothSignatures {
    GoogleResourcesIT() {
        super(ResourceApplication.class);
    }

    @ParameterizedTest
    @EnumSource
    void keyWithEverythingThatIsEncodedSomewhereArrives(Signature signature) throws IOException {
        String key = "cats/a,b, c+%2B%20 caf\u00e9.png";
        StorageEvent object = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", key)
                .id("o-" + signature)
                .size(5)
                .build();

        assertAcknowledged(CloudEventEncoder.binary(StorageEncoder.event(object)), signature);
        assertAcknowledged(CloudEventEncoder.structured(StorageEncoder.event(object)), signature);

        assertPrinted(signature, "object o-" + signature + " CREATED: " + key + ", size 5");
    }

    @ParameterizedTest
    @EnumSource
    void changesOfEveryDatabaseArrive(Signature signature) throws IOException {
        for (Event event : new Event[] {
            DatabaseEncoder.firestore().event(change("f-" + signature)),
            DatabaseEncoder.firestoreJson().event(change("j-" + signature)),
            DatabaseEncoder.datastore().event(change("d-" + signature)),
            DatabaseEncoder.realtime().event(change("r-" + signature))
        }) {
            assertAcknowledged(CloudEventEncoder.binary(event), signature);
            assertAcknowledged(CloudEventEncoder.structured(event), signature);

            assertPrinted(signature, "change " + event.id() + " UPDATE of p-1: {name=M\u00fcg, stock=12}");
        }
    }

    private static ChangeEvent<Document> change(String id) {
        return ChangeEvent.builder(id, Operation.UPDATE, "products")
                .key(Document.builder().set("id", "p-1").build())
                .before(Document.builder()
                        .set("name", "M\u00fcg")
                        .set("stock", 11)
                        .build())
                .after(Document.builder()
                        .set("name", "M\u00fcg")
                        .set("stock", 12)
                        .build())
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void messageOfAJobsTopicIsAFiring(Signature signature) throws IOException {
        Message<Body> message = Message.builder("m-" + signature, "{}").build();

        assertAcknowledged(
                PubSubEncoder.binaryEvent("projects/p/topics/clean-up").encode(message), signature);

        assertPrinted(signature, "firing m-" + signature + " of clean-up");
    }

    @Test
    void requestOfAJobIsAFiring() throws IOException {
        ScheduleEvent firing = ScheduleEvent.builder("clean-up", Instant.now())
                .scheduledAt(Instant.parse("2026-07-10T03:30:00Z"))
                .build();

        assertAcknowledged(CloudSchedulerEncoder.request(firing), Signature.HTTP);

        assertPrinted(Signature.HTTP, "firing clean-up/2026-07-10T03:30:00Z of clean-up");
    }
}
