package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Message;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageQueueMapperTest {

    @BeforeEach
    void nothingYet() {
        Deliveries.clear();
    }

    @Test
    void everyFieldIsRead() throws IOException {
        Message<Body> message = handled(MessageWorker.sample("on-queue", "storage-queue-trigger.json"));

        assertThat(message.id()).isEqualTo("6f1c7b52-0a3e-4c58-9e0a-1f7d3a5b2c94");
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.attempt()).hasValue(2);
        assertThat(message.enqueuedAt()).contains(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(message.attributes().size()).isZero();
        assertThat(message.contentType()).isEmpty();
        assertThat(message.orderingKey()).isEmpty();
        assertThat(message.raw()).isEmpty();
    }

    @Test
    void bytesAreAsTheyWereSent() throws IOException {
        MessageWorker worker = MessageWorker.sample("on-queue", "storage-queue-trigger.json");
        byte[] bytes = {0, -1, (byte) 0xC0, (byte) 0xAF, 10};

        AzureEntryPoint.storageQueue(bytes, worker);

        assertThat(Deliveries.only().payload().bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3\""})
    void numbersMayBeText(String count) throws IOException {
        MessageWorker worker = MessageWorker.sample("on-queue", "storage-queue-trigger.json");

        assertThat(handled(worker.with("DequeueCount", count)).attempt()).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "-", "-1", "1.5", "99999999999", "{}", "\"", "null"})
    void whatIsNoCountIsUnknown(String count) throws IOException {
        MessageWorker worker = MessageWorker.sample("on-queue", "storage-queue-trigger.json");

        assertThat(handled(worker.with("DequeueCount", count)).attempt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "", "\"\"", "\"2026-01-31\"", "12"})
    void whatIsNoTimeIsUnknown(String time) throws IOException {
        MessageWorker worker = MessageWorker.sample("on-queue", "storage-queue-trigger.json");

        assertThat(handled(worker.with("InsertionTime", time)).enqueuedAt()).isEmpty();
    }

    @Test
    void withoutAnIdTheContentsDigestIsOneAndNothingIsLost() throws IOException {
        MessageWorker worker = MessageWorker.sample("on-queue", "storage-queue-trigger.json");

        AzureEntryPoint.storageQueue(MessageWorker.utf8("abc"), worker.without("Id"));
        AzureEntryPoint.storageQueue(MessageWorker.utf8("abc"), worker.with("Id", " "));

        assertThat(Deliveries.MESSAGES)
                .extracting(Message::id)
                .containsOnly("sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .hasSize(2);
    }

    private static Message<Body> handled(MessageWorker worker) {
        AzureEntryPoint.storageQueue(worker.message(), worker);
        return Deliveries.only();
    }
}
