package dev.aloft.azure;

import static dev.aloft.azure.MessageWorker.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aloft.AloftException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host is told of a storage event, a firing or a change, whichever trigger it came by. */
class ResourceEntryPointTest {
    private static final String BLOB =
            "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"s\",\"type\":\"Microsoft.Storage.BlobCreated\","
                    + "\"subject\":\"/blobServices/default/containers/uploads/blobs/%s\",\"data\":{}}";

    /** By the entry point's method; each with the functions that it belongs to. */
    private static final Map<String, List<String>> FUNCTIONS = Map.of(
            "storage", List.of("on-storage", "on-created"),
            "blob", List.of("on-storage", "on-created"),
            "timer", List.of("on-timer"),
            "cosmosDb", List.of("on-change"),
            "sql", List.of("on-change"));

    @BeforeEach
    void nothingYet() {
        Deliveries.clear();
    }

    private static MessageWorker call(String method, String function, String word) {
        MessageWorker worker = new MessageWorker(function);
        switch (method) {
            case "storage" -> AzureEntryPoint.storage(BLOB.formatted(word), worker);
            case "blob" -> AzureEntryPoint.blob(utf8("picture"), worker.with("BlobTrigger", "uploads/" + word));
            case "timer" -> AzureEntryPoint.timer("{\"word\":\"" + word + "\",\"IsPastDue\":false}", worker);
            case "cosmosDb" ->
                AzureEntryPoint.cosmosDb("[{\"id\":\"p\",\"_etag\":\"e\",\"word\":\"" + word + "\"}]", worker);
            case "sql" -> AzureEntryPoint.sql("[{\"Operation\":0,\"Item\":{\"word\":\"" + word + "\"}}]", worker);
            default -> throw new AssertionError(method);
        }
        return worker;
    }

    private static int deliveries() {
        return Deliveries.OBJECTS.size() + Deliveries.FIRINGS.size() + Deliveries.CHANGES.size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage", "blob", "timer", "cosmosDb", "sql"})
    void whatIsHandledOrRejectedIsDone(String method) {
        String function = FUNCTIONS.get(method).get(0);

        assertThatCode(() -> call(method, function, "tea")).doesNotThrowAnyException();
        MessageWorker rejecting = call(method, function, "reject");

        assertThat(deliveries()).isEqualTo(2);
        assertThat(rejecting.log)
                .filteredOn(line -> line.startsWith("SEVERE"))
                .singleElement()
                .asString()
                .contains("dev.aloft.Rejected: asked to reject");
    }

    @ParameterizedTest
    @CsvSource({
        "storage, fail", "storage, error", "storage, later",
        "blob, fail", "blob, error", "blob, later",
        "timer, fail", "timer, error", "timer, later",
        "cosmosDb, fail", "cosmosDb, error", "cosmosDb, later",
        "sql, fail", "sql, error", "sql, later"
    })
    void everythingElseFailsTheInvocation(String method, String word) {
        String function = FUNCTIONS.get(method).get(0);

        assertThatThrownBy(() -> call(method, function, word))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith("ALOFT-420 Function " + function + " did not handle 1 of 1 ")
                .hasMessageNotContaining("asked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage", "blob", "timer", "cosmosDb", "sql"})
    void everyWrongPairFailsAndNamesBothSides(String method) {
        for (String function : List.of(
                "on-queue",
                "on-topic",
                "on-stream",
                "on-event",
                "on-storage",
                "on-created",
                "on-timer",
                "on-change",
                "echo")) {
            Throwable thrown = catchThrowable(() -> call(method, function, "tea"));

            if (FUNCTIONS.get(method).contains(function)) {
                assertThat(thrown).isNull();
            } else {
                assertThat(thrown)
                        .hasMessageStartingWith("ALOFT-204 Function " + function + " expects ")
                        .hasMessageContaining("but got azure:");
            }
        }
        assertThat(deliveries()).isEqualTo(FUNCTIONS.get(method).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage", "blob", "timer", "cosmosDb", "sql"})
    void aFunctionThatIsNotTheApplicationsFails(String method) {
        assertThatThrownBy(() -> call(method, "a-stranger", "tea"))
                .hasMessageStartingWith("ALOFT-102 No function named");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on-storage", "on-timer", "on-change"})
    void messagesAreNothingForFunctionsOfOtherKinds(String function) {
        assertThatThrownBy(() -> AzureEntryPoint.storageQueue(utf8("tea"), new MessageWorker(function)))
                .hasMessageStartingWith("ALOFT-204 Function " + function + " expects ");
        assertThatThrownBy(() -> AzureEntryPoint.eventGrid(BLOB.formatted("n"), new MessageWorker(function)))
                .hasMessageStartingWith("ALOFT-204 Function " + function + " expects ");
    }
}
