package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.runtime.json.JsonWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Azure Storage tells of a blob, by Event Grid and by the blob trigger. */
class StorageMapperTest {
    private static final String SUBJECT = "/blobServices/default/containers/uploads/blobs/";

    @BeforeEach
    void nothingYet() {
        Deliveries.clear();
    }

    @Test
    void creationInTheEventGridSchemaIsReadInFull() throws IOException {
        String json = sample("event-grid-blob-created.json");

        assertThat(event(json))
                .isEqualTo(StorageEvent.builder(Kind.CREATED, "uploads", "cats/tom 1+%2B#é.png")
                        .id("0a6f2b1c-401e-0042-5a11-93f2b8069631")
                        .size(4711)
                        .etag("0x8DE60C2A4F1B3D0")
                        .contentType("image/png")
                        .sequencer("00000000000000000000000000012E2F0000000000a1b2c3")
                        .time(Instant.parse("2026-01-31T12:00:00.1234567Z"))
                        .build());
        assertThat(Deliveries.OBJECTS.get(0).raw()).hasValue(json.getBytes(UTF_8));
    }

    @Test
    void deletionAsACloudEventIsReadInFull() throws IOException {
        assertThat(event(sample("cloud-event-blob-deleted.json")))
                .isEqualTo(StorageEvent.builder(Kind.DELETED, "uploads", "cats/tom.png")
                        .id("0a6f2b1c-401e-0042-5a11-93f2b8069632")
                        .contentType("image/png")
                        .sequencer("00000000000000000000000000012E2F0000000000a1b2c4")
                        .time(Instant.parse("2026-01-31T12:05:00.25Z"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "BlobCreated, CREATED",
        "BlobDeleted, DELETED",
        "BlobTierChanged, METADATA_UPDATED",
        "BlobPropertiesUpdated, METADATA_UPDATED"
    })
    void typeTellsTheKind(String type, Kind kind) {
        assertThat(event(grid("Microsoft.Storage." + type, SUBJECT + "n", "{}")).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft.Storage.BlobRenamed",
                "Microsoft.Storage.DirectoryCreated",
                "Microsoft.Storage.DirectoryRenamed",
                "Microsoft.Storage.DirectoryDeleted",
                "Microsoft.Storage.AsyncOperationInitiated",
                "Microsoft.Storage.BlobInventoryPolicyCompleted",
                "Microsoft.Storage.LifecyclePolicyCompleted",
                "Microsoft.EventGrid.SubscriptionValidationEvent",
                "com.acme.order.placed"
            })
    void whatIsNotAboutOneBlobIsRefused(String type) {
        String json = grid(type, SUBJECT + "n", "{}");

        assertThatThrownBy(() -> AzureEntryPoint.storage(json, new MessageWorker("on-storage")))
                .hasMessageStartingWith(
                        "ALOFT-204 Function on-storage expects storage events (created, deleted, archived, metadata updated) of"
                                + " uploads but got azure:event-grid (an event of type "
                                + type + " from t).");
        assertThat(Deliveries.OBJECTS).isEmpty();
    }

    @Test
    void kindThatTheFunctionDoesNotAskForIsRefused() {
        String json = grid("Microsoft.Storage.BlobDeleted", SUBJECT + "n", "{}");

        assertThatThrownBy(() -> AzureEntryPoint.storage(json, new MessageWorker("on-created")))
                .hasMessageStartingWith(
                        "ALOFT-204 Function on-created expects storage events (created) of uploads but got"
                                + " azure:event-grid (storage events (deleted) of uploads).");
    }

    static List<String> keys() {
        return List.of(
                "a b",
                "a+b",
                "a%2Bb",
                "%",
                "a#b?c&d",
                "é/ü/😀",
                "../../etc/passwd",
                "/",
                "//a",
                ".",
                "a\\b",
                "a/blobs/b",
                "CON",
                "a\tb\nc",
                "ä".repeat(512));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keyIsKeptAsItIs(String key) {
        event(grid("Microsoft.Storage.BlobCreated", SUBJECT + key, "{}"));
        AzureEntryPoint.blob(new byte[0], new MessageWorker("on-storage").with("BlobTrigger", "uploads/" + key));

        assertThat(Deliveries.OBJECTS).extracting(StorageEvent::key).containsExactly(key, key);
        assertThat(Deliveries.OBJECTS).extracting(StorageEvent::bucket).containsExactly("uploads", "uploads");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\\\"0x8D\\\" | 0x8D", "0x8D | 0x8D", "\\\" | \""})
    void etagHasNoQuotes(String sent, String etag) {
        assertThat(event(grid("Microsoft.Storage.BlobCreated", SUBJECT + "n", "{\"eTag\":\"" + sent + "\"}"))
                        .etag())
                .contains(etag);
    }

    @Test
    void subjectMayLackTheFirstSlashAsOnTheVendorsPage() {
        StorageEvent event = event(grid("Microsoft.Storage.BlobCreated", SUBJECT.substring(1) + "/a/blobs/b", "{}"));

        assertThat(event.bucket()).isEqualTo("uploads");
        assertThat(event.key()).isEqualTo("/a/blobs/b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders/o-1",
                "/blobServices/default/containers/uploads",
                "/blobServices/default/containers/uploads/blob/n",
                "lobServices/default/containers/uploads/blobs/n",
                "//blobServices/default/containers/uploads/blobs/n",
                "/fileServices/default/containers/uploads/blobs/n"
            })
    void eventWithoutContainerAndNameFails(String subject) {
        assertThatThrownBy(() -> event(grid("Microsoft.Storage.BlobCreated", subject, "{}")))
                .hasMessage("ALOFT-250 The event of Azure Storage has no subject of the form"
                        + " /blobServices/default/containers/name/blobs/name, so what happened to which blob cannot be told."
                        + " Compare what sends it with the schema of Blob Storage events; if Azure has changed that, use a version"
                        + " of Aloft that knows it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/blobServices/default/containers/uploads/blobs/", "/blobServices/default/containers//blobs/n"})
    void emptyNamesFail(String subject) {
        assertThatThrownBy(() -> event(grid("Microsoft.Storage.BlobCreated", subject, "{}")))
                .hasMessageStartingWith("ALOFT-250 The event of Azure Storage has no container or no name, so what");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "\"x\"",
                "7",
                "{\"eTag\":7}",
                "{\"contentLength\":\"x\"}",
                "{\"contentLength\":1.5}",
                "{\"contentLength\":-1}"
            })
    void dataOfTheWrongShapeFails(String data) {
        assertThatThrownBy(() -> event(grid("Microsoft.Storage.BlobCreated", SUBJECT + "n", data)))
                .hasMessageStartingWith(
                        "ALOFT-250 The event of Azure Storage has data that cannot be read, so what happened");
        assertThat(Deliveries.OBJECTS).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ALOFT-201",
                "tea | ALOFT-201",
                "[] | ALOFT-222",
                "{} | ALOFT-222 What came from Event Grid is no event: it has no id.",
                "{\"id\":\"e\",\"id\":\"f\"} | ALOFT-201"
            })
    void whatIsNoEventFails(String json, String refusal) {
        assertThatThrownBy(() -> event(json)).hasMessageStartingWith(refusal);
        assertThatThrownBy(() -> AzureEntryPoint.storage(null, new MessageWorker("on-storage")))
                .hasMessageStartingWith("ALOFT-221 The Azure worker handed over no event.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"eTag\":null,\"contentType\":null,\"contentLength\":null,\"sequencer\":null}",
                "{\"eTag\":\"\",\"contentType\":\"\",\"sequencer\":\"\"}"
            })
    void propertiesThatAreNullOrEmptyAreAbsent(String data) {
        StorageEvent event = event(grid("Microsoft.Storage.BlobCreated", SUBJECT + "n", data));

        assertThat(event)
                .isEqualTo(StorageEvent.builder(Kind.CREATED, "uploads", "n")
                        .id("e-1")
                        .build());
    }

    @Test
    void blobOfTheBlobTriggerIsReadInFull() throws IOException {
        MessageWorker worker = MessageWorker.sample("on-storage", "blob-trigger.json");

        AzureEntryPoint.blob(worker.message(), worker);

        String key = "cats/tom 1+%2B#é.png";
        assertThat(Deliveries.OBJECTS)
                .containsExactly(StorageEvent.builder(Kind.CREATED, "uploads", key)
                        .id("uploads/" + key + "/2026-01-31T12:00:00+00:00/lkLjyVqTNkqXaCDhQd5sPA==")
                        .size(9)
                        .contentType("image/png")
                        .time(Instant.parse("2026-01-31T12:00:00Z"))
                        .build());
        assertThat(Deliveries.OBJECTS.get(0).raw()).hasValue(worker.message());
    }

    @Test
    void versionOfABlobIsToldWhereTheContainerHasVersions() {
        MessageWorker worker = new MessageWorker("on-storage")
                .with("BlobTrigger", "uploads/n")
                .with("Properties", "{\"VersionId\":\"2026-01-31T12:00:00.1234567Z\"}");

        AzureEntryPoint.blob(new byte[3], worker);

        assertThat(Deliveries.OBJECTS.get(0).version()).contains("2026-01-31T12:00:00.1234567Z");
    }

    @Test
    void blobTriggerWithoutContentNamesOrSoundPropertiesFails() {
        MessageWorker worker = new MessageWorker("on-storage");

        assertThatThrownBy(() -> AzureEntryPoint.blob(null, worker))
                .hasMessageStartingWith("ALOFT-221 The Azure worker handed over no blob.");
        assertThatThrownBy(() -> AzureEntryPoint.blob(new byte[0], worker))
                .hasMessageStartingWith(
                        "ALOFT-250 The event of Azure Storage has no metadata BlobTrigger with container and name");
        assertThatThrownBy(() -> AzureEntryPoint.blob(new byte[0], worker.with("BlobTrigger", "uploads")))
                .hasMessageStartingWith("ALOFT-250");
        assertThatThrownBy(() -> AzureEntryPoint.blob(new byte[0], worker.with("BlobTrigger", "/n")))
                .hasMessageStartingWith("ALOFT-250 The event of Azure Storage has no container or no name");
        assertThatThrownBy(() -> AzureEntryPoint.blob(
                        new byte[0], worker.with("BlobTrigger", "uploads/n").with("Properties", "[]")))
                .hasMessageStartingWith("ALOFT-223 The trigger metadata Properties is not what the Azure host writes.");
        assertThat(Deliveries.OBJECTS).isEmpty();
    }

    private static String sample(String name) throws IOException {
        return new String(MessageWorker.resource(name), UTF_8);
    }

    private static String grid(String type, String subject, String data) {
        JsonWriter json = new JsonWriter();
        json.beginObject().name("id").string("e-1").name("topic").string("t");
        json.name("subject").string(subject).name("eventType").string(type);
        json.name("data").raw(data.getBytes(UTF_8)).endObject();
        return new String(json.toByteArray(), UTF_8);
    }

    private static StorageEvent event(String json) {
        AzureEntryPoint.storage(json, new MessageWorker("on-storage"));
        assertThat(Deliveries.OBJECTS).hasSize(1);
        return Deliveries.OBJECTS.get(0);
    }
}
