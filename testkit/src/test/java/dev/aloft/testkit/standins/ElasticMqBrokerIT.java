package dev.aloft.testkit.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.HttpHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real queue with redelivery and a dead-letter queue, the real Lambda runtime client, and a function that fails. */
class ElasticMqBrokerIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private StandIn server;
    private Sqs sqs;

    @BeforeEach
    void start() {
        assumeThat(ElasticMq.unavailableReason()).as("why this test is skipped").isEmpty();
        assumeThat(LambdaRuntimeHarness.unavailableReason())
                .as("why this test is skipped")
                .isEmpty();
        server = ElasticMq.start(folder);
        sqs = new Sqs(server.port());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyMessageIsHandledRejectedOrDeadLettered() throws Exception {
        String deadLetters = sqs.createQueue("shipments-dead", Map.of());
        String queue = queue("shipments", Map.of());
        List<String> sent = payloads();
        sent.forEach(payload -> sqs.send(queue, payload, ""));

        String output = pollUntilEmpty(queue, "shipments", true);

        assertThat(handled(output)).containsExactlyInAnyOrderElementsOf(expectedHandled(sent));
        assertThat(drain(deadLetters))
                .containsExactlyInAnyOrder("poison-0", "poison-1", "poison-2", "poison-3", "poison-4");
    }

    @Test
    void withoutPartialResponsesNothingIsDeletedUnhandled() throws Exception {
        String deadLetters = sqs.createQueue("shipments-dead", Map.of());
        String queue = queue("shipments", Map.of());
        List<String> sent = payloads();
        sent.forEach(payload -> sqs.send(queue, payload, ""));

        String output = pollUntilEmpty(queue, "shipments", false);

        assertThat(new TreeSet<>(handled(output)))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(expectedHandled(sent)));
        assertThat(drain(deadLetters)).contains("poison-0", "poison-1", "poison-2", "poison-3", "poison-4");
    }

    @Test
    void fifoKeepsTheOrderOfAGroupAcrossRedeliveries() throws Exception {
        sqs.createQueue("shipments-dead.fifo", Map.of("FifoQueue", "true"));
        String queue = queue("shipments.fifo", Map.of("FifoQueue", "true"));
        for (int i = 0; i < 12; i++) {
            sqs.send(queue, (i % 5 == 1 ? "flaky-" : "ok-") + i, i % 2 == 0 ? "even" : "odd");
        }

        String output = pollUntilEmpty(queue, "shipments.fifo", true);

        List<Integer> numbers = handled(output).stream()
                .map(payload -> Integer.valueOf(payload.substring(payload.indexOf('-') + 1)))
                .toList();
        assertThat(numbers.stream().filter(number -> number % 2 == 0)).containsExactly(0, 2, 4, 6, 8, 10);
        assertThat(numbers.stream().filter(number -> number % 2 == 1)).containsExactly(1, 3, 5, 7, 9, 11);
    }

    /** Visible again after a second, dead-lettered after three deliveries. */
    private String queue(String name, Map<String, String> more) {
        String dead = name.endsWith(".fifo") ? "shipments-dead.fifo" : "shipments-dead";
        Map<String, String> attributes = new HashMap<>(more);
        attributes.put("VisibilityTimeout", "1");
        attributes.put(
                "RedrivePolicy",
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:elasticmq:000000000000:" + dead
                        + "\",\"maxReceiveCount\":\"3\"}");
        return sqs.createQueue(name, attributes);
    }

    private static List<String> payloads() {
        List<String> payloads = new ArrayList<>();
        IntStream.range(0, 40).forEach(i -> payloads.add("ok-" + i));
        IntStream.range(0, 10).forEach(i -> payloads.add("flaky-" + i));
        IntStream.range(0, 5).forEach(i -> payloads.add("poison-" + i));
        IntStream.range(0, 5).forEach(i -> payloads.add("bad-" + i));
        return payloads;
    }

    private static List<String> expectedHandled(List<String> sent) {
        return sent.stream()
                .filter(payload -> payload.startsWith("ok") || payload.startsWith("flaky"))
                .toList();
    }

    /** Polls until nothing has come for longer than messages stay invisible. */
    private String pollUntilEmpty(String queue, String name, boolean partial) throws Exception {
        Path task = TaskFolder.with(
                Files.createDirectory(folder.resolve("task")),
                List.of(HttpHandler.class, FunctionRuntime.class, LambdaEntryPoint.class, ShipmentFunctions.class));
        try (LambdaRuntimeHarness function = LambdaRuntimeHarness.builder()
                .code(task)
                .handler(LambdaEntryPoint.class.getName())
                .environment(Map.of(
                        "ALOFT_INDEX",
                        ShipmentFunctions.class.getName(),
                        "ALOFT_PARTIAL_BATCH",
                        partial ? "on" : "off"))
                .start()) {
            SqsPoller poller = new SqsPoller(sqs, queue, name, partial);
            Instant limit = Instant.now().plus(LIMIT);
            Instant last = Instant.now();
            while (Instant.now().isBefore(last.plusSeconds(4))) {
                assertThat(Instant.now()).as("the queue empties in time").isBefore(limit);
                if (poller.poll(function) > 0) {
                    last = Instant.now();
                }
            }
            function.awaitLine(line -> line.startsWith("handled "), Duration.ofSeconds(5));
            return function.output();
        }
    }

    private static List<String> handled(String output) {
        return output.lines()
                .filter(line -> line.startsWith("handled "))
                .map(line -> line.substring("handled ".length()))
                .toList();
    }

    private List<String> drain(String queue) {
        List<String> bodies = new ArrayList<>();
        List<Sqs.Received> batch = sqs.receive(queue);
        while (!batch.isEmpty()) {
            batch.forEach(message -> {
                bodies.add(message.body());
                sqs.delete(queue, message);
            });
            batch = sqs.receive(queue);
        }
        return bodies;
    }
}
