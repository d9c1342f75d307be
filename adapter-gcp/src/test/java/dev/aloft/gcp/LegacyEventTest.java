package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of the first generation of Cloud Functions reach the functions of today. */
class LegacyEventTest {
    private static final Instant TIME = Instant.parse("2026-05-01T12:00:00.123Z");

    @Test
    void messageReachesAFunctionForItsTopic() {
        Deployment deployment = Deployment.ofQueue("orders");

        assertThat(deployment.sendSample("legacy-pubsub").status()).isEqualTo(204);

        assertThat(deployment.messages)
                .containsExactly(Message.builder("1144231683168617", "{\"id\":\"o-1\"}")
                        .source("orders")
                        .enqueuedAt(TIME)
                        .build());
    }

    @Test
    void messageMayHaveItsIdAlready() {
        Deployment deployment = Deployment.ofQueue("orders");

        deployment.post(
                "\n{\"eventId\":\"1\",\"eventType\":\"providers/cloud.pubsub/eventTypes/topic.publish\",\"resource\":"
                        + "\"projects/p/topics/orders\",\"data\":{\"messageId\":\"1\",\"attributes\":{\"a\":\"b\"}}}");

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("1");
        assertThat(message.attributes().first("a")).contains("b");
    }

    @Test
    void objectReachesAFunctionForStorage() {
        Deployment deployment = Deployment.ofStorage(Kind.values());

        assertThat(deployment.sendSample("legacy-storage").status()).isEqualTo(204);

        assertThat(deployment.objects)
                .containsExactly(StorageEvent.builder(Kind.CREATED, "uploads", "a.txt")
                        .id("1147091835525187")
                        .time(TIME)
                        .build());
    }

    @Test
    void documentReachesAFunctionForChanges() {
        Deployment deployment = Deployment.ofChanges("products");

        assertThat(deployment.sendSample("legacy-firestore").status()).isEqualTo(204);

        ChangeEvent<Document> change = deployment.changes.get(0);
        assertThat(change.operation()).isEqualTo(Operation.UPDATE);
        assertThat(change.after()).contains(Document.builder().set("stock", 4).build());
        assertThat(change.before()).contains(Document.builder().set("stock", 3).build());
        assertThat(change.time()).contains(TIME);
    }

    @Test
    void placeOfTheRealtimeDatabaseReachesAFunctionForChanges() {
        Deployment deployment = Deployment.ofChanges("products");

        assertThat(deployment.sendSample("legacy-realtime").status()).isEqualTo(204);

        assertThat(deployment.changes)
                .containsExactly(ChangeEvent.builder("l-r-1", Operation.INSERT, "products")
                        .key(Document.builder().set("id", "p-1").build())
                        .after(Document.builder().set("stock", 4).build())
                        .time(TIME)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "google.storage.object.finalize | projects/_/buckets/b/objects/a/b#c#17 | google.cloud.storage.object.v1.finalized | //storage.googleapis.com/projects/_/buckets/b | objects/a/b#c",
                "google.storage.object.delete | projects/_/buckets/b/objects/a | google.cloud.storage.object.v1.deleted | //storage.googleapis.com/projects/_/buckets/b | objects/a",
                "google.storage.object.archive | projects/_/buckets/b/objects/a | google.cloud.storage.object.v1.archived | //storage.googleapis.com/projects/_/buckets/b | objects/a",
                "google.storage.object.metadataUpdate | projects/_/buckets/b/objects/a | google.cloud.storage.object.v1.metadataUpdated | //storage.googleapis.com/projects/_/buckets/b | objects/a",
                "providers/cloud.firestore/eventTypes/document.create | projects/p/databases/d/documents/a/b | google.cloud.firestore.document.v1.created | //firestore.googleapis.com/projects/p/databases/d | documents/a/b",
                "providers/cloud.firestore/eventTypes/document.update | projects/p/databases/d/documents/a/b | google.cloud.firestore.document.v1.updated | //firestore.googleapis.com/projects/p/databases/d | documents/a/b",
                "providers/cloud.firestore/eventTypes/document.delete | projects/p/databases/d/documents/a/b | google.cloud.firestore.document.v1.deleted | //firestore.googleapis.com/projects/p/databases/d | documents/a/b",
                "providers/google.firebase.database/eventTypes/ref.update | projects/_/instances/i/refs/a/b | google.firebase.database.ref.v1.updated | //firebasedatabase.googleapis.com/projects/_/locations/us-central1/instances/i | refs/a/b",
                "providers/google.firebase.database/eventTypes/ref.delete | projects/_/instances/i/refs/a/b | google.firebase.database.ref.v1.deleted | //firebasedatabase.googleapis.com/projects/_/locations/us-central1/instances/i | refs/a/b",
                "providers/google.firebase.database/eventTypes/ref.write | projects/_/instances/i/refs/a/b | google.firebase.database.ref.v1.written | //firebasedatabase.googleapis.com/projects/_/locations/us-central1/instances/i | refs/a/b",
                "google.pubsub.topic.publish | projects/p/topics/t | google.cloud.pubsub.topic.v1.messagePublished | //pubsub.googleapis.com/projects/p/topics/t | "
            })
    void eventFunctionGetsTheCloudEvent(String legacy, String resource, String type, String source, String subject) {
        Deployment deployment = Deployment.ofEvents();

        deployment.post("\n{\"context\":{\"eventId\":\"1\",\"timestamp\":null,\"eventType\":\"" + legacy
                + "\",\"resource\":{\"service\":\"s\",\"name\":\"" + resource
                + "\"}},\"domain\":\"firebaseio.com\",\"data\":{\"a\":1.50}}");

        Event event = deployment.events.get(0);
        assertThat(event.type()).isEqualTo(type);
        assertThat(event.source()).isEqualTo(source);
        assertThat(event.subject().orElse("")).isEqualTo(subject == null ? "" : subject);
        assertThat(event.data().text()).contains("\"a\":1.50");
        assertThat(event.contentType()).contains("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"eventId\":\"1\"} | ALOFT-204 Function on-event expects events of every type but got an event in a format of the first",
                "{\"eventId\":\"1\",\"eventType\":\"providers/firebase.auth/eventTypes/user.create\"} | ALOFT-204",
                "{\"eventId\":\"1\",\"eventType\":\"google.storage.object.finalize\"} | ALOFT-260 The event of the first generation of Cloud Functions cannot be read: there is no resource.",
                "{\"eventId\":\"1\",\"eventType\":\"google.storage.object.finalize\",\"resource\":\"b/a\"} | ALOFT-260 The event of the first generation of Cloud Functions cannot be read: its resource is none",
                "{\"context\":{},\"eventType\":\"google.storage.object.finalize\",\"resource\":\"b/objects/a\"} | ALOFT-260 The event of the first generation of Cloud Functions cannot be read: there is no eventId.",
                "{\"eventId\":\"1\",\"eventType\":\"providers/google.firebase.database/eventTypes/ref.write\",\"resource\":\"projects/_/instances/i/refs/a\"} | ALOFT-260 The event of the first generation of Cloud Functions cannot be read: there is no domain.",
                "{\"eventId\":\"1\",\"eventType\":\"google.pubsub.topic.publish\",\"resource\":\"projects/p/topics/t\"} | ALOFT-201",
                "{\"eventId\":\"1\",\"eventType\":\"google.pubsub.topic.publish\",\"resource\":\"projects/p/topics/t\",\"data\":[]} | ALOFT-201",
                "{\"eventId\":7} | ALOFT-201",
                "{\"eventId\":\"1\",\"eventId\":\"2\"} | ALOFT-201"
            })
    void poisonIsNotAcknowledged(String body, String refusal) {
        Deployment deployment = Deployment.ofEvents();

        assertThat(deployment.post("\n" + body).status()).isEqualTo(500);
        assertThat(deployment.events).isEmpty();
        assertThat(deployment.log()).contains(refusal);
    }
}
