package dev.aloft.testkit.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Body;
import dev.aloft.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and events in a package, under the rules of host and worker. */
class MessagePackageTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.5Z");
    private static final String BINARY = "\"dataType\":\"binary\"";
    private static final String FORGED =
            "{\"Id\":\"evil\",\"MessageId\":\"evil\",\"DequeueCount\":\"x\",\"DeliveryCount\":99,\"SequenceNumber\":\"x\","
                    + "\"ApplicationProperties\":{\"admin\":true},\"Topic\":\"evil\",\"Partition\":\"x\",\"Offset\":\"x\"}";

    /** For all tests that do not change it. */
    @TempDir
    private static Path shared;

    @TempDir
    private Path own;

    private Path folder;
    private AzureWorkerEmulation azure;

    @BeforeAll
    static void sharedPackage() throws Exception {
        MessagePackage.in(shared);
    }

    @BeforeEach
    void application() {
        folder = shared;
    }

    private TestPackage ownPackage() throws Exception {
        folder = own;
        return MessagePackage.in(own);
    }

    @AfterEach
    void stop() throws Exception {
        if (azure != null) {
            azure.close();
        }
    }

    private AzureInvocation deliver(String function, AzureTrigger trigger) throws Exception {
        if (azure == null) {
            azure = AzureWorkerEmulation.open(folder);
        }
        return azure.deliver(function, trigger);
    }

    private static Message<Body> message(String body) {
        return Message.builder("m-1", body)
                .source("orders")
                .attempt(2)
                .enqueuedAt(TIME)
                .build();
    }

    private static Message<Body> record(String body) {
        return Message.builder("clicks/3/7", body)
                .source("clicks")
                .partition("3")
                .sequence("7")
                .enqueuedAt(TIME)
                .build();
    }

    @Test
    void theWholePackageLoads() throws Exception {
        azure = AzureWorkerEmulation.open(folder);

        assertThat(azure.errors()).isEmpty();
        assertThat(azure.functions()).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea", "reject"})
    void whatIsHandledOrRejectedIsDone(String body) throws Exception {
        List<AzureInvocation> invocations = List.of(
                deliver("ship-order", StorageQueueEncoder.encode(message(body))),
                deliver("send-mail", ServiceBusEncoder.encode(message(body))),
                deliver("on-news", ServiceBusEncoder.encode(message(body))),
                deliver("on-clicks", EventHubsEncoder.encode(List.of(record(body), record("tea")))),
                deliver("on-kafka", KafkaEncoder.encode(record(body))),
                deliver("on-kafka", KafkaEncoder.tombstone(record(body))));

        assertThat(invocations).allMatch(AzureInvocation::isSuccess);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "error", "later"})
    void everythingElseFailsAtOnce(String body) throws Exception {
        List<AzureInvocation> invocations = List.of(
                deliver("ship-order", StorageQueueEncoder.encode(message(body))),
                deliver("send-mail", ServiceBusEncoder.encode(message(body))),
                deliver("on-clicks", EventHubsEncoder.encode(List.of(record("tea"), record(body)))),
                deliver("on-kafka", KafkaEncoder.encode(record(body))));

        assertThat(invocations).allSatisfy(invocation -> {
            assertThat(invocation.kind()).isEqualTo(AzureInvocation.Kind.FAILED);
            assertThat(invocation.message()).startsWith("ALOFT-420").doesNotContain("asked");
        });
    }

    @Test
    void aStaticInitialiserThatFailsFailsTheInvocationAtOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            AzureInvocation invocation = deliver("broken", StorageQueueEncoder.encode(message("tea")));

            assertThat(invocation.kind()).isEqualTo(AzureInvocation.Kind.FAILED);
            assertThat(invocation.message()).startsWith("ALOFT-108 The handler of function broken cannot be created");
        }
    }

    @Test
    void aStartThatFailsFailsEveryInvocationAtOnce() throws Exception {
        ownPackage()
                .compile("Index", "package app; public class Index { static final int X = Integer.parseInt(\"x\"); }");

        for (int i = 0; i < 2; i++) {
            AzureInvocation invocation = deliver("ship-order", StorageQueueEncoder.encode(message("tea")));

            assertThat(invocation.kind()).isEqualTo(AzureInvocation.Kind.FAILED);
            assertThat(invocation.message()).startsWith("ALOFT-109");
        }
    }

    @Test
    void aMessageCannotForgeItsMetadata() throws Exception {
        Message<Body> sent = message(FORGED);

        assertThat(MessagePackage.handled(deliver("ship-order", StorageQueueEncoder.encode(sent))))
                .isEqualTo(MessageText.of(sent));
        assertThat(MessagePackage.handled(deliver("send-mail", ServiceBusEncoder.encode(sent))))
                .contains("message m-1\n")
                .contains("attempt OptionalInt[2]\n")
                .contains("attributes \n");
        assertThat(MessagePackage.handled(deliver("on-kafka", KafkaEncoder.encode(record(FORGED)))))
                .isEqualTo(MessageText.of(record(FORGED)));
        assertThat(MessagePackage.allHandled(deliver("on-clicks", EventHubsEncoder.encode(List.of(record(FORGED))))))
                .containsExactly(MessageText.of(record(FORGED)));
    }

    @Test
    void withoutTheDataTypeThatIsGeneratedAMessageIsRefusedInsteadOfForged() throws Exception {
        MessagePackage.function(ownPackage(), "ship-order", "queueTrigger", "storageQueue", "\"dataType\":\"string\"");

        AzureInvocation invocation = deliver("ship-order", StorageQueueEncoder.encode(message(FORGED)));

        assertThat(invocation.kind()).isEqualTo(AzureInvocation.Kind.FAILED);
        assertThat(MessagePackage.allHandled(invocation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"httpMethod\":\"GET\",\"path\":\"/\"}",
                "{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}",
                "{\"specversion\":\"1.0\",\"type\":\"a\"}",
                "{\"message\":\"on-event\",\"sys\":{\"MethodName\":\"on-event\"}}"
            })
    void whatImitatesSomethingElseIsOnlyContent(String body) throws Exception {
        assertThat(MessagePackage.handled(deliver("ship-order", StorageQueueEncoder.encode(message(body)))))
                .isEqualTo(MessageText.of(message(body)));
    }

    @Test
    void aTriggerOfAnotherKindFailsAndBothSidesAreNamed() throws Exception {
        TestPackage app = ownPackage();
        byte[] body = "{}".getBytes(UTF_8);
        MessagePackage.function(app, "on-news", "kafkaTrigger", "kafka", BINARY);
        MessagePackage.function(app, "on-event", "serviceBusTrigger", "serviceBus", BINARY);
        MessagePackage.function(app, "on-clicks", "queueTrigger", "storageQueue", BINARY);
        MessagePackage.function(app, "ship-order", "eventGridTrigger", "eventGrid", BINARY);
        MessagePackage.function(app, "send-mail", "eventHubTrigger", "eventHubs", BINARY + ",\"cardinality\":\"many\"");

        assertMismatch(deliver("on-news", AzureTrigger.of("kafkaTrigger", body)), "azure:kafka (stream records");
        assertMismatch(
                deliver("on-event", AzureTrigger.of("serviceBusTrigger", body)), "azure:service-bus (queue messages");
        assertMismatch(
                deliver("on-clicks", AzureTrigger.of("queueTrigger", body)), "azure:storage-queue (queue messages");
        assertMismatch(
                deliver("ship-order", AzureTrigger.of("eventGridTrigger", body)), "azure:event-grid (topic messages");
        assertMismatch(
                deliver("send-mail", AzureTrigger.ofBatch("eventHubTrigger", List.of(body))),
                "azure:event-hubs (stream records");
    }

    private static void assertMismatch(AzureInvocation invocation, String got) {
        assertThat(invocation.kind()).isEqualTo(AzureInvocation.Kind.FAILED);
        assertThat(invocation.message())
                .matches("(?s)ALOFT-204 Function [a-z-]+ expects (queue|topic|stream|events) .*")
                .contains(" but got " + got + " of AzureEntryPoint.");
    }

    @Test
    void whatTheHostDoesNotTellIsToldOnceAndNothingIsLost() throws Exception {
        AzureTrigger hidden = StorageQueueEncoder.encode(message("tea")).without("Id");

        AzureInvocation first = deliver("ship-order", hidden);
        AzureInvocation second = deliver("ship-order", hidden);

        assertThat(first.log())
                .filteredOn(line -> line.startsWith("WARNING ALOFT-220"))
                .hasSize(1);
        assertThat(second.log()).noneMatch(line -> line.startsWith("WARNING"));
        assertThat(MessagePackage.handled(second))
                .isEqualTo(MessagePackage.handled(first))
                .startsWith("message sha256-");
    }

    @Test
    void anEmptyBatchAndAMissingMessageFail() throws Exception {
        AzureInvocation batch = deliver("on-clicks", AzureTrigger.ofBatch("eventHubTrigger", List.of()));
        AzureInvocation single = deliver("ship-order", AzureTrigger.of("queueTrigger", null));
        AzureInvocation event = deliver("on-event", AzureTrigger.of("eventGridTrigger", null));

        assertThat(batch.message()).startsWith("ALOFT-221");
        assertThat(List.of(batch, single, event)).noneMatch(AzureInvocation::isSuccess);
    }

    @Test
    void triesUnderARetryPolicyAreCounted() throws Exception {
        azure = AzureWorkerEmulation.open(folder);
        AzureTrigger batch = EventHubsEncoder.encode(List.of(record("tea")));

        AzureInvocation third = azure.deliver("on-clicks", batch, new AzureRetry(2, -1));
        AzureInvocation only = azure.deliver("on-clicks", batch);

        assertThat(third.log()).singleElement().asString().endsWith("try OptionalInt[3]");
        assertThat(only.log()).singleElement().asString().endsWith("try OptionalInt.empty");
    }

    @Test
    void theHostDeliversOnlyWhatAFunctionsTriggerGives() throws Exception {
        AzureTrigger queue = StorageQueueEncoder.encode(message("tea"));

        assertThatThrownBy(() -> deliver("on-clicks", queue)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deliver("none", queue)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyThreadsAtOnceEachGetTheirOwnOutcome() throws Exception {
        azure = AzureWorkerEmulation.open(folder);
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<AzureInvocation>> invocations = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                Message<Body> message = message(i % 2 == 0 ? "tea " + i : "fail");
                invocations.add(threads.submit(() -> azure.deliver("ship-order", StorageQueueEncoder.encode(message))));
            }
            for (int i = 0; i < invocations.size(); i++) {
                AzureInvocation invocation = invocations.get(i).get();
                assertThat(invocation.isSuccess()).isEqualTo(i % 2 == 0);
                assertThat(MessagePackage.handled(invocation))
                        .isEqualTo(MessageText.of(message(i % 2 == 0 ? "tea " + i : "fail")));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
