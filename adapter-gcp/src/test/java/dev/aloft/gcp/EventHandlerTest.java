package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Event;
import dev.aloft.TraceContext;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventHandlerTest {
    private final Deployment deployment = Deployment.ofEvents();

    @Test
    void eventInBinaryMode() {
        assertThat(deployment.sendSample("storage-cloudevent-binary").status()).isEqualTo(204);

        Event event = deployment.events.get(0);
        assertThat(event.id()).isEqualTo("1096434104173400");
        assertThat(event.source()).isEqualTo("//storage.googleapis.com/projects/_/buckets/uploads");
        assertThat(event.type()).isEqualTo("google.cloud.storage.object.v1.finalized");
        assertThat(event.subject()).contains("objects/a,b, caf\u00e9.txt");
        assertThat(event.time()).contains(Instant.parse("2026-05-01T12:00:00.123Z"));
        assertThat(event.extensions()).isEqualTo(Map.of("bucket", "uploads"));
        assertThat(event.data().text()).startsWith("{\"bucket\":\"uploads\",\"name\":\"a,b, caf\u00e9.txt\"");
    }

    @Test
    void eventInStructuredMode() {
        assertThat(deployment.sendSample("audit-cloudevent-structured").status())
                .isEqualTo(204);

        Event event = deployment.events.get(0);
        assertThat(event.type()).isEqualTo("google.cloud.audit.log.v1.written");
        assertThat(event.extensions())
                .isEqualTo(Map.of("servicename", "storage.googleapis.com", "methodname", "storage.buckets.create"));
        assertThat(event.data().text()).isEqualTo("{\"severity\":\"NOTICE\",\"ratio\":1.10}");
    }

    @Test
    void eventsInABatch() {
        assertThat(deployment.sendSample("cloudevent-batch").status()).isEqualTo(204);

        assertThat(deployment.events).extracting(Event::id).containsExactly("e-1", "e-2");
        assertThat(deployment.events.get(1).data().bytes()).containsExactly(0, 0xff);
    }

    @Test
    void emptyBatchIsAcknowledged() {
        assertThat(deployment
                        .post("Content-Type: application/cloudevents-batch+json\n\n[]")
                        .status())
                .isEqualTo(204);
        assertThat(deployment.events).isEmpty();
    }

    @Test
    void withoutAFunctionForMessagesAPubSubMessageIsAnEvent() {
        assertThat(deployment.sendSample("pubsub-cloudevent-binary").status()).isEqualTo(204);

        assertThat(deployment.events.get(0).type()).isEqualTo("google.cloud.pubsub.topic.v1.messagePublished");
        assertThat(deployment.events.get(0).traceContext())
                .map(TraceContext::traceId)
                .contains("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void unwrappedPushOfACloudEventIsThatEvent() {
        deployment.post("x-goog-pubsub-subscription-name: s\nx-goog-pubsub-message-id: 1\n"
                + "ce-specversion: 1.0\nce-id: e\nce-source: /s\nce-type: t\n\nx");

        assertThat(deployment.events.get(0).id()).isEqualTo("e");
    }
}
