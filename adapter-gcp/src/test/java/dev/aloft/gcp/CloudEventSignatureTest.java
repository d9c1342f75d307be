package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import com.google.events.cloud.firestore.v1.DocumentEventData;
import dev.aloft.AloftException;
import dev.aloft.Body;
import dev.aloft.Context;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.Message;
import dev.aloft.Rejected;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.TraceContext;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The signature type {@code cloudevent}: the framework hands over an event object, and an exception is the only way to say no. */
class CloudEventSignatureTest {
    private static final String PUSH =
            "{\"message\":{\"data\":\"SGk=\",\"messageId\":\"m-1\"},\"subscription\":\"projects/p/subscriptions/s\"}";
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void messageIsTakenOutOfItsEvent() {
        Deployment deployment = Deployment.ofQueue("orders").with("CLOUD_RUN_TIMEOUT_SECONDS", "60");
        CloudEvent event = pubSub("orders", PUSH);

        deployment.accept(event);

        Message<Body> message = deployment.message(0);
        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.payload().text()).isEqualTo("Hi");
        assertThat(message.traceContext()).map(TraceContext::traceparent).contains(TRACEPARENT);
        Context context = deployment.contexts.get(0);
        assertThat(context.nativeContext(CloudEvent.class)).contains(event);
        assertThat(context.nativeContext(String.class)).isEmpty();
        assertThat(context.nativeEvent()).isEmpty();
        assertThat(context.deadline()).isPresent();
        assertThat(context.memoryLimit()).isEmpty();
        assertThat(context.attempt()).isEmpty();
        assertThat(context.invocationId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void eventKeepsAllItsAttributes() {
        Deployment deployment = Deployment.ofEvents();
        CloudEvent event = event("com.acme.placed", "/shop", "{}");
        lenient().when(event.getSubject()).thenReturn("o-1");
        lenient().when(event.getTime()).thenReturn(OffsetDateTime.parse("2026-05-01T12:00:00+02:00"));
        lenient().when(event.getDataSchema()).thenReturn(URI.create("x:y"));
        lenient().when(event.getExtensionNames()).thenReturn(Set.of("tries", "bytes", "absent"));
        lenient().when(event.getExtension("tries")).thenReturn(3);
        lenient().when(event.getExtension("bytes")).thenReturn(new byte[] {1});

        deployment.accept(event);

        assertThat(deployment.events)
                .containsExactly(Event.builder("e-1", "/shop", "com.acme.placed")
                        .subject("o-1")
                        .time(Instant.parse("2026-05-01T10:00:00Z"))
                        .dataSchema("x:y")
                        .extension("tries", "3")
                        .extension("bytes", "AQ==")
                        .data("{}".getBytes(StandardCharsets.UTF_8), "application/json")
                        .build());
        assertThat(deployment.contexts.get(0).invocationId()).hasSize(32);
        assertThat(deployment.contexts.get(0).traceContext()).isEmpty();
    }

    @Test
    void eventMayHaveNoData() {
        Deployment deployment = Deployment.ofEvents();
        CloudEvent event = event("t", "/s", "");
        lenient().when(event.getData()).thenReturn(null);

        deployment.accept(event);

        assertThat(deployment.events.get(0).data().isEmpty()).isTrue();
    }

    @Test
    void functionsForMessagesAreCandidatesBesideHttp() {
        Deployment deployment = new Deployment();
        deployment.of(Functions.builder()
                .http("hello", "GET", "/", (request, context) -> HttpResponse.ok())
                .queue("ship-order", "orders", Body.class, deployment.message())
                .topic("tell-news", "news", Body.class, deployment.message())
                .event("on-event", List.of(), deployment.event())
                .build());

        deployment.accept(pubSub("news", PUSH));
        deployment.accept(event("t", "/s", ""));

        assertThat(deployment.called).containsExactly("tell-news", "on-event");
    }

    @Test
    void objectIsReadOfTheData() {
        Deployment deployment = Deployment.ofStorage(StorageEvent.Kind.values());
        CloudEvent event = event(
                "google.cloud.storage.object.v1.finalized",
                "//storage.googleapis.com/projects/_/buckets/forged",
                "{\"bucket\":\"uploads\",\"name\":\"a,b, c.txt\",\"generation\":\"7\"}");
        lenient().when(event.getSubject()).thenReturn("c.txt");
        lenient().when(event.getTime()).thenReturn(OffsetDateTime.parse("2026-05-01T12:00:00+02:00"));

        deployment.accept(event);

        assertThat(deployment.objects)
                .containsExactly(StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "a,b, c.txt")
                        .id("e-1")
                        .version("7")
                        .time(Instant.parse("2026-05-01T10:00:00Z"))
                        .build());
    }

    @Test
    void changeIsReadOfItsBytes() {
        Deployment deployment = Deployment.ofChanges("products");
        byte[] bytes = DocumentEventData.newBuilder()
                .setValue(GoogleValues.firestore(
                        "projects/p/databases/(default)/documents/products/p-1",
                        Document.builder().set("stock", 3).build()))
                .build()
                .toByteArray();
        CloudEvent event = event("google.cloud.firestore.document.v1.created", "//firestore.googleapis.com/p", "");
        CloudEventData data = () -> bytes;
        lenient().when(event.getData()).thenReturn(data);
        lenient().when(event.getDataContentType()).thenReturn("application/protobuf");

        deployment.accept(event);

        assertThat(deployment.changes.get(0).after())
                .contains(Document.builder().set("stock", 3).build());
        assertThat(deployment.changes.get(0).raw()).hasValue(bytes);
    }

    @Test
    void placeThatWasCutOffIsRefused() {
        Deployment deployment = Deployment.ofChanges("products");
        // Of "refs/users/x,refs/products/p-1" and "users/x,refs/products/p-1" the framework keeps what is behind the
        // comma.
        CloudEvent event = event(
                "google.firebase.database.ref.v1.created",
                "//firebasedatabase.googleapis.com/projects/_/locations/l/instances/i",
                "{\"data\":null,\"delta\":1}");
        lenient().when(event.getSubject()).thenReturn("refs/products/p-1");
        lenient().when(event.getExtensionNames()).thenReturn(Set.of("ref"));
        lenient().when(event.getExtension("ref")).thenReturn("refs/products/p-1");

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> deployment.accept(event))
                .withMessageStartingWith(
                        "ALOFT-260 The event of the Realtime Database cannot be read: the CloudEvent's subject");
    }

    @Test
    void messageIsAFiringForASchedule() {
        Deployment deployment = Deployment.ofSchedule("clean-up");

        deployment.accept(pubSub("nightly", PUSH));
        deployment.accept(event(
                "google.cloud.scheduler.job.v1.executed",
                "//cloudscheduler.googleapis.com/projects/p/locations/l/jobs/clean-up",
                "{}"));

        assertThat(deployment.firings).extracting(ScheduleEvent::id).containsExactly("m-1", "e-1");
        assertThat(deployment.firings).extracting(ScheduleEvent::schedule).containsExactly("nightly", "clean-up");
    }

    @Test
    void failureIsThrown() {
        Deployment deployment = new Deployment();
        deployment.of(Functions.builder()
                .queue("ship-order", "orders", Body.class, (message, context) -> {
                    throw new IllegalStateException("secret");
                })
                .build());

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> deployment.accept(pubSub("orders", PUSH)))
                .withMessageStartingWith("ALOFT-420 Function ship-order did not handle 1 of 1 messages");
        assertThat(deployment.log())
                .startsWith("{\"severity\":\"ERROR\",\"message\":\"Function ship-order did not handle message m-1: ");
    }

    @Test
    void rejectedMessageIsAcknowledged() {
        Deployment deployment = new Deployment();
        deployment.of(Functions.builder()
                .queue("ship-order", "orders", Body.class, (message, context) -> {
                    throw new Rejected("no such customer");
                })
                .build());

        assertThatNoException().isThrownBy(() -> deployment.accept(pubSub("orders", PUSH)));
        assertThat(deployment.log()).contains("\"severity\":\"ERROR\"").contains("no such customer");
    }

    @Test
    void wrongPairingIsThrown() {
        Map<CloudEvent, String> wrong = Map.of(
                event(
                        "google.cloud.storage.object.v1.finalized",
                        "//storage.googleapis.com/projects/_/buckets/b",
                        "{}"),
                "ALOFT-204 Function ship-order expects queue messages of orders but got google:cloudevents (an event of type"
                        + " google.cloud.storage.object.v1.finalized from //storage.googleapis.com/projects/_/buckets/b)",
                pubSub("orders", "{\"message\":{}}"),
                "ALOFT-233 The Pub/Sub message, Cloud Task or job of Cloud Scheduler cannot be read: there is no messageId",
                pubSub("orders", "raw"),
                "ALOFT-201 ");

        wrong.forEach((event, message) -> assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Deployment.ofQueue("orders").accept(event))
                .withMessageStartingWith(message));
    }

    private static CloudEvent pubSub(String topic, String data) {
        CloudEvent event = event(
                "google.cloud.pubsub.topic.v1.messagePublished",
                "//pubsub.googleapis.com/projects/p/topics/" + topic,
                data);
        lenient().when(event.getExtensionNames()).thenReturn(Set.of("traceparent"));
        lenient().when(event.getExtension("traceparent")).thenReturn(TRACEPARENT);
        return event;
    }

    private static CloudEvent event(String type, String source, String data) {
        CloudEvent event = mock(CloudEvent.class);
        CloudEventData bytes = () -> data.getBytes(StandardCharsets.UTF_8);
        lenient().when(event.getId()).thenReturn("e-1");
        lenient().when(event.getType()).thenReturn(type);
        lenient().when(event.getSource()).thenReturn(URI.create(source));
        lenient().when(event.getDataContentType()).thenReturn("application/json");
        lenient().when(event.getData()).thenReturn(bytes);
        lenient().when(event.getExtensionNames()).thenReturn(Set.of());
        return event;
    }
}
