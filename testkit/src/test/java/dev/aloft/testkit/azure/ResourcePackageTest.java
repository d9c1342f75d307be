package dev.aloft.testkit.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package that the annotation processor writes, under the rules of host and worker, with nothing of the test's class path. */
class ResourcePackageTest {
    private static final Instant PLANNED = Instant.parse("2026-01-31T03:30:00Z");

    @TempDir
    private static Path folder;

    private static AzureWorkerEmulation azure;

    @BeforeAll
    static void start() throws Exception {
        azure = ResourcePackage.in(folder).open();
    }

    @AfterAll
    static void stop() throws Exception {
        azure.close();
    }

    private static StorageEvent created(String key) {
        return StorageEvent.builder(Kind.CREATED, "uploads", key).build();
    }

    private static ScheduleEvent firing() {
        return ScheduleEvent.builder("clean-up", PLANNED).scheduledAt(PLANNED).build();
    }

    private static ChangeEvent<Document> upsert(String id) {
        return ChangeEvent.builder(id + "/e-1", Operation.UPSERT, "products")
                .key(Document.builder().set("id", id).build())
                .after(Document.builder().set("id", id).build())
                .build();
    }

    private static ChangeEvent<Document> insert() {
        return ChangeEvent.builder("untold", Operation.INSERT, "dbo.Orders")
                .after(Document.builder().set("Id", "o-1").build())
                .build();
    }

    @Test
    void everyFunctionLoads() {
        assertThat(azure.errors()).isEmpty();
        assertThat(azure.functions())
                .extracting(function -> function.name() + " " + function.trigger() + " " + function.entryPoint())
                .containsExactly(
                        "clean-up timerTrigger dev.aloft.azure.AzureEntryPoint.timer",
                        "on-order sqlTrigger dev.aloft.azure.AzureEntryPoint.sql",
                        "on-picture blobTrigger dev.aloft.azure.AzureEntryPoint.blob",
                        "on-product cosmosDBTrigger dev.aloft.azure.AzureEntryPoint.cosmosDb",
                        "on-upload eventGridTrigger dev.aloft.azure.AzureEntryPoint.storage");
    }

    @Test
    void everyTriggerReachesItsFunction() {
        assertThat(azure.deliver("on-upload", BlobEncoder.schema(created("a"))).log())
                .containsExactly("INFO StorageEvent[CREATED uploads/a] attempt OptionalInt.empty");
        assertThat(azure.deliver("on-picture", BlobEncoder.trigger(created("a"), new byte[9]))
                        .log())
                .containsExactly("INFO StorageEvent[CREATED uploads/a] attempt OptionalInt.empty");
        assertThat(azure.deliver("clean-up", TimerEncoder.encode(firing())).log())
                .containsExactly("INFO ScheduleEvent[clean-up/2026-01-31T03:30:00Z] attempt OptionalInt.empty");
        assertThat(azure.deliver("on-product", CosmosDbEncoder.encode(List.of(upsert("p-1"))))
                        .log())
                .containsExactly("INFO ChangeEvent[p-1/e-1 UPSERT of products] attempt OptionalInt.empty");
        assertThat(azure.deliver("on-order", SqlEncoder.encode(List.of(insert())))
                        .log())
                .singleElement()
                .asString()
                .matches("INFO ChangeEvent\\[sha256-[0-9a-f]{64} INSERT of dbo\\.Orders] attempt OptionalInt\\.empty");
    }

    @Test
    void triesUnderARetryPolicyAreCounted() {
        assertThat(azure.deliver("clean-up", TimerEncoder.encode(firing()), new AzureRetry(1, 2))
                        .log())
                .containsExactly("INFO ScheduleEvent[clean-up/2026-01-31T03:30:00Z] attempt OptionalInt[2]");
        assertThat(azure.deliver("on-product", CosmosDbEncoder.encode(List.of(upsert("p-1"))), new AzureRetry(6, -1))
                        .log())
                .containsExactly("INFO ChangeEvent[p-1/e-1 UPSERT of products] attempt OptionalInt[7]");
    }

    @Test
    void aFailedChangeFailsTheBatchAndNothingAfterItIsHandled() {
        AzureInvocation invocation = azure.deliver(
                "on-product", CosmosDbEncoder.encode(List.of(upsert("p-1"), upsert("unlucky"), upsert("p-3"))));

        assertThat(invocation.kind()).isEqualTo(AzureInvocation.Kind.FAILED);
        assertThat(invocation.message())
                .startsWith("ALOFT-420 Function on-product did not handle 2 of 3 changes")
                .doesNotContain("asked");
        assertThat(invocation.log()).filteredOn(line -> line.startsWith("INFO")).hasSize(2);
    }

    @Test
    void anEmptyBatchIsDone() {
        assertThat(azure.deliver("on-product", CosmosDbEncoder.encode(List.of()))
                        .isSuccess())
                .isTrue();
        assertThat(azure.deliver("on-order", SqlEncoder.encode(List.of())).isSuccess())
                .isTrue();
    }

    @Test
    void aBlobCannotForgeItsName() {
        byte[] content = "{\"BlobTrigger\":\"secrets/evil\",\"Properties\":7}".getBytes(UTF_8);

        AzureInvocation invocation = azure.deliver("on-picture", BlobEncoder.trigger(created("a"), content));

        assertThat(invocation.log()).containsExactly("INFO StorageEvent[CREATED uploads/a] attempt OptionalInt.empty");
    }

    @Test
    void withoutAValueEveryTriggerFails() {
        List<AzureInvocation> invocations = List.of(
                azure.deliver("on-upload", AzureTrigger.of("eventGridTrigger", null)),
                azure.deliver("on-picture", AzureTrigger.of("blobTrigger", null)),
                azure.deliver("clean-up", AzureTrigger.of("timerTrigger", null)),
                azure.deliver("on-product", AzureTrigger.of("cosmosDBTrigger", null)),
                azure.deliver("on-order", AzureTrigger.of("sqlTrigger", null)));

        assertThat(invocations)
                .allSatisfy(invocation ->
                        assertThat(invocation.message()).startsWith("ALOFT-221 The Azure worker handed over no "));
    }

    @Test
    void aKindThatTheFunctionDoesNotDeclareFails() {
        StorageEvent deleted =
                StorageEvent.builder(Kind.DELETED, "uploads", "a").build();
        AzureTrigger renamed = AzureTrigger.of(
                "eventGridTrigger",
                "{\"id\":\"e\",\"topic\":\"t\",\"eventType\":\"Microsoft.Storage.BlobRenamed\",\"data\":{}}"
                        .getBytes(UTF_8));

        assertThat(azure.deliver("on-upload", BlobEncoder.schema(deleted)).isSuccess())
                .isTrue();
        assertThat(azure.deliver("on-upload", renamed).message())
                .startsWith("ALOFT-204 Function on-upload expects storage events (created, deleted, metadata updated)");
    }
}
