package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Functions;
import java.util.ArrayList;
import java.util.List;
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
            "pubsub-unwrapped-with-metadata");
    private static final List<String> EVENTS =
            List.of("storage-cloudevent-binary", "audit-cloudevent-structured", "cloudevent-batch");
    private static final List<String> NOTHING = List.of("pubsub-unwrapped-without-metadata");
    private static final List<String> LEGACY = List.of("legacy-pubsub", "legacy-storage");

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (String kind : List.of("queue", "topic", "stream")) {
            String expects = "Function f expects " + (kind.equals("stream") ? "stream records" : kind + " messages")
                    + " of orders";
            PUB_SUB.forEach(sample -> pairs.add(Arguments.of(kind, sample, "")));
            EVENTS.forEach(sample -> pairs.add(Arguments.of(
                    kind, sample, "ALOFT-204 " + expects + " but got google:cloudevents (an event of type ")));
            pairs.add(Arguments.of(
                    kind,
                    "cloud-task",
                    kind.equals("queue")
                            ? ""
                            : "ALOFT-204 " + expects + " but got google:cloud-tasks (queue messages of orders)"));
            NOTHING.forEach(
                    sample -> pairs.add(Arguments.of(kind, sample, "ALOFT-232 The functions [f] take messages, but")));
            LEGACY.forEach(sample -> pairs.add(Arguments.of(
                    kind, sample, "ALOFT-204 " + expects + " but got an event in a format of the first generation")));
        }
        String expects = "ALOFT-204 Function f expects events of every type but got ";
        for (String sample : PUB_SUB) {
            boolean cloudEvent = sample.startsWith("pubsub-cloudevent");
            pairs.add(Arguments.of("event", sample, cloudEvent ? "" : unwrapped(sample, expects)));
        }
        EVENTS.forEach(sample -> pairs.add(Arguments.of("event", sample, "")));
        pairs.add(Arguments.of("event", "cloud-task", expects + "google:cloud-tasks (queue messages of orders)"));
        NOTHING.forEach(
                sample -> pairs.add(Arguments.of("event", sample, expects + "an HTTP request that is no CloudEvent")));
        LEGACY.forEach(sample ->
                pairs.add(Arguments.of("event", sample, expects + "an event in a format of the first generation")));
        return pairs;
    }

    /** That sample has an attribute {@code ce-type}, so it is taken for a CloudEvent, and one that lacks the rest. */
    private static String unwrapped(String sample, String expects) {
        return sample.startsWith("pubsub-unwrapped")
                ? "ALOFT-230 The CloudEvent cannot be read: it has no specversion"
                : expects + "google:pubsub (topic messages of orders)";
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
            default -> builder.event("f", List.of(), deployment.event()).build();
        };
    }
}
