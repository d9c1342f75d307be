package dev.aloft.testkit.standins;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.StorageEvent;
import dev.aloft.testkit.azure.AzureTrigger;
import dev.aloft.testkit.azure.AzureWorkerEmulation;
import dev.aloft.testkit.azure.BlobEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs of a real store, the events that Event Grid makes of them, and a function behind the host's and the worker's rules. */
class AzuriteBlobBrokerIT {
    /** As an event subscription has it unless told otherwise. */
    private static final int MAX_DELIVERIES = 30;

    private static final List<String> NAMES = List.of(
            "cats/tom 1+\u00e9.png",
            "a%2Bb%2f",
            "100%",
            "a?b=c&d#e",
            "cafe\u0301/\ud55c.txt",
            "quoted \"a\" 'b'",
            "x//y",
            "blobs/z/blobs/",
            "n".repeat(1_024),
            "flaky.txt");

    @TempDir
    private Path folder;

    private StandIn server;
    private BlobContainer uploads;

    @BeforeEach
    void start() throws Exception {
        assumeThat(Azurite.unavailableReason()).as("why this test is skipped").isEmpty();
        System.clearProperty(UploadFunctions.HANDLED);
        server = Azurite.start("blob", Files.createDirectory(folder.resolve("azurite")));
        uploads = new BlobContainer(server.port(), "uploads");
        uploads.create();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void everyUploadIsHandledUnderTheNameThatTheStoreHas() throws Exception {
        List<StorageEvent> happened = new ArrayList<>();
        for (String name : NAMES) {
            happened.add(uploads.put(name, name.getBytes(UTF_8)));
        }
        happened.add(uploads.put("100%", "again".getBytes(UTF_8)));
        assertThat(uploads.list()).containsExactlyInAnyOrderElementsOf(NAMES);

        List<String> handled = deliver(happened, BlobEncoder::schema);

        assertThat(handled)
                .containsExactlyElementsOf(
                        happened.stream().map(UploadFunctions::line).toList());
        for (String line : handled) {
            String key = line.substring(line.indexOf(" uploads/") + " uploads/".length());
            assertThat(new String(uploads.get(key), UTF_8)).isEqualTo(key.equals("100%") ? "again" : key);
        }
    }

    @Test
    void deletionsAreHandledToo() throws Exception {
        List<StorageEvent> happened = new ArrayList<>();
        for (String name : NAMES) {
            happened.add(uploads.put(name, new byte[0]));
            happened.add(uploads.delete(name));
        }
        assertThat(uploads.list()).isEmpty();

        List<String> handled = deliver(happened, BlobEncoder::cloudEvent);

        assertThat(handled)
                .containsExactlyElementsOf(
                        happened.stream().map(UploadFunctions::line).toList());
    }

    /** What Event Grid does: delivers again what failed; gives what was handled, line by line. */
    private List<String> deliver(List<StorageEvent> events, Function<StorageEvent, AzureTrigger> schema)
            throws Exception {
        Path app = FunctionApp.in(folder.resolve("app"), UploadFunctions.class, "check-upload", """
                {"scriptFile": "../azure.jar", "entryPoint": "dev.aloft.azure.AzureEntryPoint.storage", "bindings": [
                 {"type": "eventGridTrigger", "direction": "in", "name": "message"}]}
                """);
        int deliveries = 0;
        try (AzureWorkerEmulation azure = AzureWorkerEmulation.open(app)) {
            assertThat(azure.errors()).isEmpty();
            for (StorageEvent event : events) {
                int last = deliveries + MAX_DELIVERIES;
                while (!azure.deliver("check-upload", schema.apply(event)).isSuccess()) {
                    assertThat(++deliveries).isLessThan(last);
                }
                deliveries++;
            }
        }
        assertThat(deliveries).as("one failed once").isEqualTo(events.size() + 1);
        return System.getProperty(UploadFunctions.HANDLED).lines().toList();
    }
}
