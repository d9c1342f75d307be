package dev.aloft.azure;

import static dev.aloft.azure.MessageWorker.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.azure.functions.ExecutionContext;
import dev.aloft.AloftException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

/** What the host is told of a delivery, whichever trigger it came by. */
class MessageEntryPointTest {
    private static final String EVENT =
            "{\"specversion\":\"1.0\",\"id\":\"m-1\",\"source\":\"s\",\"type\":\"a\",\"datacontenttype\":\"text/plain\",\"data\":\"%s\"}";

    /** By the entry point's method; each with the function that it belongs to. */
    private static final Map<String, String> FUNCTIONS = Map.of(
            "storageQueue", "on-queue",
            "serviceBus", "on-topic",
            "eventHubs", "on-stream",
            "kafka", "on-stream",
            "eventGrid", "on-event");

    @BeforeEach
    void nothingYet() {
        Deliveries.clear();
    }

    private static MessageWorker call(String method, String function, String content) {
        MessageWorker worker = new MessageWorker(function).with("Id", "m-1").with("MessageId", "m-1");
        call(method, worker, content);
        return worker;
    }

    private static void call(String method, ExecutionContext context, String content) {
        switch (method) {
            case "storageQueue" -> AzureEntryPoint.storageQueue(utf8(content), context);
            case "serviceBus" -> AzureEntryPoint.serviceBus(utf8(content), context);
            case "eventHubs" -> AzureEntryPoint.eventHubs(new byte[][] {utf8(content)}, context);
            case "kafka" -> AzureEntryPoint.kafka(utf8(content), context);
            case "eventGrid" -> AzureEntryPoint.eventGrid(EVENT.formatted(content), context);
            default -> throw new AssertionError(method);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"storageQueue", "serviceBus", "eventHubs", "kafka", "eventGrid"})
    void whatIsHandledOrRejectedIsDone(String method) {
        assertThatCode(() -> call(method, FUNCTIONS.get(method), "tea")).doesNotThrowAnyException();
        MessageWorker rejecting = call(method, FUNCTIONS.get(method), "reject");

        assertThat(Deliveries.MESSAGES.size() + Deliveries.EVENTS.size()).isEqualTo(2);
        assertThat(rejecting.log)
                .filteredOn(line -> line.startsWith("SEVERE"))
                .singleElement()
                .asString()
                .contains(method.equals("eventGrid") ? "rejected event " : "rejected message ")
                .contains("dev.aloft.Rejected: asked to reject");
    }

    @ParameterizedTest
    @CsvSource({
        "storageQueue, fail", "storageQueue, error", "storageQueue, later",
        "serviceBus, fail", "serviceBus, error", "serviceBus, later",
        "eventHubs, fail", "eventHubs, error", "eventHubs, later",
        "kafka, fail", "kafka, error", "kafka, later",
        "eventGrid, fail", "eventGrid, error", "eventGrid, later"
    })
    void everythingElseFailsTheInvocation(String method, String content) {
        String function = FUNCTIONS.get(method);

        assertThatThrownBy(() -> call(method, function, content))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith("ALOFT-420 Function " + function + " did not handle 1 of 1 "
                        + (method.equals("eventGrid") ? "events" : "messages"))
                .hasMessageNotContaining("asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"storageQueue", "serviceBus", "eventHubs", "kafka", "eventGrid"})
    void everyWrongPairFailsAndNamesBothSides(String method) {
        Map<String, List<String>> allowed = Map.of(
                "storageQueue", List.of("on-queue"),
                "serviceBus", List.of("on-queue", "on-topic"),
                "eventHubs", List.of("on-stream"),
                "kafka", List.of("on-stream"),
                "eventGrid", List.of("on-topic", "on-event"));
        for (String function : List.of("on-queue", "on-topic", "on-stream", "on-event", "echo")) {
            Throwable thrown = catchThrowable(() -> call(method, function, "tea"));

            if (allowed.get(method).contains(function)) {
                assertThat(thrown).isNull();
            } else {
                assertThat(thrown)
                        .hasMessageStartingWith("ALOFT-204 Function " + function + " expects ")
                        .hasMessageContaining("but got azure:")
                        .hasMessageContaining(" of AzureEntryPoint." + method + ").");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"storageQueue", "serviceBus", "eventHubs", "kafka", "eventGrid"})
    void aFunctionThatIsNotTheApplicationsFails(String method) {
        for (String name : new String[] {"a-stranger", "zzz-aloft-unmatched", ""}) {
            assertThatThrownBy(() -> call(method, name, "tea")).hasMessageStartingWith("ALOFT-102 No function named");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"storageQueue", "serviceBus"})
    void messagesOfOneIdHaveAnOutcomeEach(String method) {
        String function = FUNCTIONS.get(method);

        call(method, function, "tea");
        Throwable second = catchThrowable(() -> call(method, function, "fail"));
        call(method, function, "tea");

        assertThat(second).hasMessageStartingWith("ALOFT-420");
        assertThat(Deliveries.MESSAGES)
                .hasSize(3)
                .allMatch(message -> message.id().equals("m-1"));
    }

    @Test
    void nullMessagesFail() {
        MessageWorker worker = new MessageWorker("on-queue");

        assertThatThrownBy(() -> AzureEntryPoint.storageQueue(null, worker))
                .hasMessageStartingWith("ALOFT-420")
                .hasStackTraceContaining("ALOFT-221 The Azure worker handed over no queue message.");
        assertThatThrownBy(() -> AzureEntryPoint.serviceBus(null, worker))
                .hasMessageStartingWith("ALOFT-420")
                .hasStackTraceContaining("ALOFT-221 The Azure worker handed over no Service Bus message.");
        assertThat(Deliveries.MESSAGES).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"storageQueue", "serviceBus", "eventHubs", "kafka"})
    void aWorkerThatShowsNothingLosesNothing(String method) {
        ExecutionContext hidden = Mockito.mock(ExecutionContext.class);
        Mockito.when(hidden.getFunctionName()).thenReturn(FUNCTIONS.get(method));
        Mockito.when(hidden.getLogger()).thenReturn(java.util.logging.Logger.getAnonymousLogger());

        call(method, hidden, "tea");

        assertThat(Deliveries.only().id()).startsWith("sha256-");
        assertThat(Deliveries.only().payload().text()).isEqualTo("tea");
    }

    @Test
    void hiddenIdsAreToldOnce() {
        AzureApplication application = new AzureApplication.Start(Map.of()).application();

        assertThat(application.isFirst(AzureErrors.HIDDEN_IDS_WARNING)).isTrue();
        assertThat(application.isFirst(AzureErrors.HIDDEN_IDS_WARNING)).isFalse();
        assertThat(application.isFirst(AzureErrors.LOST_COOKIES)).isTrue();
        assertThat(AzureErrors.HIDDEN_IDS_WARNING)
                .isEqualTo(
                        "ALOFT-220 The Azure host or worker does not show what tells this message from others. Its id is made"
                                + " of a digest of its content, so messages with the same content have the same id. Use a version of"
                                + " Aloft that knows this worker. This is logged once.");
    }

    @Test
    void manyThreadsAtOnceEachGetTheirOwnOutcome() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(64);
        try {
            List<Future<Boolean>> failed = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                String id = "m-" + i;
                String content = i % 2 == 0 ? "tea" : "fail";
                failed.add(threads.submit(() -> {
                    MessageWorker worker = new MessageWorker("on-queue").with("Id", id);
                    return catchThrowable(() -> AzureEntryPoint.storageQueue(utf8(content), worker)) != null;
                }));
            }
            for (int i = 0; i < failed.size(); i++) {
                assertThat(failed.get(i).get()).isEqualTo(i % 2 == 1);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(Deliveries.MESSAGES).hasSize(2_000);
        assertThat(Deliveries.MESSAGES).extracting(message -> message.id()).doesNotHaveDuplicates();
    }
}
