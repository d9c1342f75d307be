package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import java.nio.charset.StandardCharsets;

/** Whatever comes as a storage event, a timer or a batch of changes is handled, or refused with a code. */
class ResourceFuzzTest {
    @FuzzTest(maxDuration = "60s")
    void everyEventIsReadOrRefused(byte[] message) {
        String json = new String(message, StandardCharsets.UTF_8);

        attempt(() -> AzureEntryPoint.storage(json, new MessageWorker("on-storage")));
        attempt(() -> AzureEntryPoint.timer(json, new MessageWorker("on-timer")));
        attempt(() -> AzureEntryPoint.cosmosDb(json, new MessageWorker("on-change")));
        attempt(() -> AzureEntryPoint.sql(json, new MessageWorker("on-change")));
        attempt(() -> AzureEntryPoint.blob(
                message,
                new MessageWorker("on-storage").with("BlobTrigger", json).with("Properties", json)));

        assertThat(Deliveries.OBJECTS).allSatisfy(event -> {
            assertThat(event.bucket()).isNotBlank();
            assertThat(event.key()).isNotEmpty();
        });
        assertThat(Deliveries.CHANGES)
                .allSatisfy(change -> assertThat(change.id()).isNotBlank());
        Deliveries.clear();
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (AloftException refused) {
            assertThat(refused.code())
                    .isIn(
                            "ALOFT-201",
                            "ALOFT-204",
                            "ALOFT-222",
                            "ALOFT-223",
                            "ALOFT-250",
                            "ALOFT-251",
                            "ALOFT-252",
                            "ALOFT-420");
        }
    }
}
