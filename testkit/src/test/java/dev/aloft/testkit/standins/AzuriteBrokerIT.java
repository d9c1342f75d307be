package dev.aloft.testkit.standins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.Message;
import dev.aloft.testkit.azure.AzureWorkerEmulation;
import dev.aloft.testkit.azure.StorageQueueEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Storage queue, the host's rules for it, and a function that fails. */
class AzuriteBrokerIT {
    /** As host.json has it unless told otherwise. */
    private static final int MAX_DEQUEUE_COUNT = 5;

    @TempDir
    private Path folder;

    private StandIn server;
    private StorageQueue queue;
    private StorageQueue poison;

    @BeforeEach
    void start() throws Exception {
        assumeThat(Azurite.unavailableReason()).as("why this test is skipped").isEmpty();
        System.clearProperty(ShipmentFunctions.HANDLED);
        server = Azurite.start("queue", Files.createDirectory(folder.resolve("azurite")));
        queue = new StorageQueue(server.port(), "shipments");
        queue.create();
        poison = new StorageQueue(server.port(), "shipments-poison");
        poison.create();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyMessageIsHandledRejectedOrPoison() throws Exception {
        for (int i = 0; i < 12; i++) {
            queue.send("ok-" + i);
        }
        for (int i = 0; i < 4; i++) {
            queue.send("flaky-" + i);
            queue.send("poison-" + i);
            queue.send("bad-" + i);
        }
        queue.send("ok-{\"Id\":\"evil\",\"DequeueCount\":\"x\"}");

        Path app = FunctionApp.in(folder.resolve("app"), ShipmentFunctions.class, "ship", """
                {"scriptFile": "../azure.jar", "entryPoint": "dev.aloft.azure.AzureEntryPoint.storageQueue", "bindings": [
                 {"type": "queueTrigger", "direction": "in", "name": "message", "queueName": "shipments",
                  "connection": "AzureWebJobsStorage", "dataType": "binary"}]}
                """);
        try (AzureWorkerEmulation azure = AzureWorkerEmulation.open(app)) {
            assertThat(azure.errors()).isEmpty();
            pollUntilEmpty(azure);
        }

        List<String> handled =
                System.getProperty(ShipmentFunctions.HANDLED).lines().toList();
        assertThat(handled).hasSize(17).doesNotHaveDuplicates().contains("ok-0", "ok-11", "flaky-0", "flaky-3");
        assertThat(texts(poison)).containsExactlyInAnyOrder("poison-0", "poison-1", "poison-2", "poison-3");
    }

    /** What the host's queue listener does: deletes what succeeded, releases what failed, moves it after the fifth time. */
    private void pollUntilEmpty(AzureWorkerEmulation azure) throws Exception {
        List<StorageQueue.Received> batch = queue.receive();
        while (!batch.isEmpty()) {
            for (StorageQueue.Received message : batch) {
                if (azure.deliver("ship", StorageQueueEncoder.encode(neutral(message)))
                        .isSuccess()) {
                    queue.delete(message);
                } else if (message.dequeueCount() >= MAX_DEQUEUE_COUNT) {
                    poison.sendEncoded(message.text());
                    queue.delete(message);
                } else {
                    queue.release(message);
                }
            }
            batch = queue.receive();
        }
    }

    private static Message<?> neutral(StorageQueue.Received message) {
        return Message.builder(message.id(), Base64.getDecoder().decode(message.text()))
                .attempt(message.dequeueCount())
                .enqueuedAt(ZonedDateTime.parse(message.insertionTime(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .build();
    }

    private static List<String> texts(StorageQueue queue) throws Exception {
        List<String> texts = new ArrayList<>();
        for (StorageQueue.Received message : queue.receive()) {
            texts.add(new String(Base64.getDecoder().decode(message.text()), UTF_8));
        }
        return texts;
    }
}
