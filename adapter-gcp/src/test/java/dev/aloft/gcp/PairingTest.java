package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.StorageEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of function with every native request: handled, or refused with a message that names both sides. */
class PairingTest {
    private static final List<String> PUB_SUB = List.of(
            "pubsub-cloudevent-binary",
            "pubsub-cloudevent-structured",
            "pubsub-cloudevent-batch",
            "pubsub-push-wrapped",
            "pubsub-push-attributes-only",
            "pubsub-unwrapped-with-metadata",
            "legacy-pubsub");
    private static final List<String> OBJECTS =
            List.of("storage-cloudevent-binary", "storage-cloudevent-structured", "legacy-storage");
    private static final List<String> CHANGES = List.of(
            "firestore-cloudevent-structured",
            "firestore-cloudevent-json",
            "datastore-cloudevent-structured",
            "realtime-cloudevent-binary",
            "legacy-firestore",
            "legacy-realtime");
    private static final List<String> OTHER_EVENTS = List.of("audit-cloudevent-structured", "cloudevent-batch");
    private static final String FIRING_REQUEST = "scheduler-http";
    private static final String FIRING_EVENT = "scheduler-cloudevent-binary";
    private static final String TASK = "cloud-task";
    private static final String NOTHING = "pubsub-unwrapped-without-metadata";

    private static final Map<String, String> EXPECTS = Map.of(
            "queue", "queue messages of orders",
            "topic", "topic messages of orders",
            "stream", "stream records of orders",
            "event", "events of every type",
            "storage", "storage events (created, deleted, archived, metadata updated) of uploads",
            "schedule", "firings of its schedule",
            "change", "database changes of products");

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (String kind : EXPECTS.keySet()) {
            boolean messages = List.of("queue", "topic", "stream").contains(kind);
            boolean schedule = kind.equals("schedule");
            String mismatch = "ALOFT-204 Function f expects " + EXPECTS.get(kind) + " but got ";
            String event = kind.equals("event") ? "" : mismatch + "google:cloudevents (an event of type ";
            PUB_SUB.forEach(sample -> pairs.add(
                    Arguments.of(kind, sample, messages || schedule ? "" : refusedMessage(kind, sample, mismatch))));
            OBJECTS.forEach(sample -> pairs.add(Arguments.of(kind, sample, kind.equals("storage") ? "" : event)));
            CHANGES.forEach(sample -> pairs.add(Arguments.of(kind, sample, kind.equals("change") ? "" : event)));
            OTHER_EVENTS.forEach(sample -> pairs.add(Arguments.of(kind, sample, event)));
            pairs.add(Arguments.of(kind, FIRING_EVENT, schedule ? "" : event));
            pairs.add(Arguments.of(
                    kind, FIRING_REQUEST, schedule ? "" : mismatch + "google:cloud-scheduler (firings of clean-up)"));
            pairs.add(Arguments.of(
                    kind,
                    TASK,
                    kind.equals("queue") ? "" : mismatch + "google:cloud-tasks (queue messages of orders)"));
            pairs.add(Arguments.of(
                    kind,
                    NOTHING,
                    messages
                            ? "ALOFT-232 The functions [f] take messages, but"
                            : mismatch + "an HTTP request that is no CloudEvent"));
        }
        return pairs;
    }

    /** The unwrapped sample has an attribute {@code ce-type}, so it is taken for a CloudEvent, and one that lacks the rest. */
    private static String refusedMessage(String kind, String sample, String mismatch) {
        if (sample.startsWith("pubsub-unwrapped")) {
            return "ALOFT-230 The CloudEvent cannot be read: it has no specversion";
        }
        if (sample.startsWith("pubsub-push")) {
            return mismatch + "google:pubsub (topic messages of orders)";
        }
        return kind.equals("event") ? "" : mismatch + "google:cloudevents (an event of type ";
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pairIsHandledOrRefused(String kind, String sample, String refusal) {
        Deployment deployment = new Deployment();
        deployment.of(functions(kind, deployment));

        Deployment.Answer answer = deployment.sendSample(sample);

        assertThat(answer.status()).isEqualTo(refusal.isEmpty() ? 204 : 500);
        assertThat(deployment.called.isEmpty()).isEqualTo(!refusal.isEmpty());
        assertThat(deployment.log()).contains(refusal);
    }

    private static Functions functions(String kind, Deployment deployment) {
        Functions.Builder builder = Functions.builder();
        return switch (kind) {
            case "queue" ->
                builder.queue("f", "orders", Body.class, deployment.message()).build();
            case "topic" ->
                builder.topic("f", "orders", Body.class, deployment.message()).build();
            case "stream" ->
                builder.stream("f", "orders", Body.class, deployment.message()).build();
            case "storage" ->
                builder.storage("f", "uploads", List.of(Kind.values()), deployment.object())
                        .build();
            case "schedule" ->
                builder.schedule("f", "30 3 * * *", deployment.firing()).build();
            case "change" ->
                builder.change("f", "products", Document.class, deployment.change())
                        .build();
            default -> builder.event("f", List.of(), deployment.event()).build();
        };
    }
}
