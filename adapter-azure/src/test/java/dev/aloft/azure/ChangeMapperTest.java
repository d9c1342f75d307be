package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches of Cosmos DB and of the SQL trigger. */
class ChangeMapperTest {
    private static final String DOCUMENT = "{\"id\":\"p-1\",\"_etag\":\"e\",\"word\":\"%s\"}";

    @BeforeEach
    void nothingYet() {
        Deliveries.clear();
    }

    @Test
    void documentsOfCosmosDbAreReadExactly() throws IOException {
        cosmos(sample("cosmos-db-trigger.json"));

        ChangeEvent<Document> first = Deliveries.CHANGES.get(0);
        assertThat(first.id()).isEqualTo("p-1/0000d826-0000-0d00-0000-697deac00000");
        assertThat(first.operation()).isEqualTo(Operation.UPSERT);
        assertThat(first.source()).isEqualTo("products");
        assertThat(first.key()).isEqualTo(Document.builder().set("id", "p-1").build());
        assertThat(first.before()).isEmpty();
        assertThat(first.sequence()).contains("41");
        assertThat(first.time()).contains(Instant.ofEpochSecond(1769860800));
        assertThat(first.changedFields()).isEmpty();
        assertThat(first.isExpiry()).isFalse();
        Document after = first.after().orElseThrow();
        assertThat(after.get("price")).isEqualTo(new BigDecimal("12345678901234567890.0123456789"));
        assertThat(after.get("tags")).isEqualTo(Arrays.asList("new", null, true));
        assertThat(after.get("size"))
                .isEqualTo(
                        Document.builder().set("width", new BigDecimal("1.50")).build());
        assertThat(after.text("_rid")).contains("iAFbAKPvYl0BAAAAAAAAAA==");
        assertThat(first.raw())
                .hasValueSatisfying(raw -> assertThat(new String(raw, UTF_8))
                        .startsWith("{")
                        .contains("\"_lsn\": 41")
                        .endsWith("}"));
        assertThat(Deliveries.CHANGES).extracting(ChangeEvent::id).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void documentsOfOneIdInTwoPartitionsAreToldApart() {
        cosmos("[{\"id\":\"1\",\"_etag\":\"\\\"a\\\"\",\"_lsn\":5},{\"id\":\"1\",\"_etag\":\"\\\"b\\\"\",\"_lsn\":5}]");

        assertThat(Deliveries.CHANGES).extracting(ChangeEvent::id).containsExactly("1/a", "1/b");
    }

    @Test
    void whatADocumentDoesNotTellIsAbsent() {
        cosmos("[{\"id\":\"1\",\"_etag\":\"a\",\"_ts\":null}]");

        assertThat(Deliveries.CHANGES.get(0).time()).isEmpty();
        assertThat(Deliveries.CHANGES.get(0).sequence()).isEmpty();
    }

    @Test
    void rowsOfSqlAreReadExactly() throws IOException {
        sql(sample("sql-trigger.json"));

        assertThat(Deliveries.CHANGES)
                .extracting(ChangeEvent::operation)
                .containsExactly(Operation.INSERT, Operation.UPDATE, Operation.DELETE);
        ChangeEvent<Document> first = Deliveries.CHANGES.get(0);
        assertThat(first.after().orElseThrow().get("Price"))
                .isEqualTo(new BigDecimal("12345678901234567890.0123456789"));
        assertThat(first.key()).isEqualTo(Document.empty());
        assertThat(first.id()).startsWith("sha256-");
        assertThat(first.time()).isEmpty();
        assertThat(first.sequence()).isEmpty();
        assertThat(Deliveries.CHANGES.get(1).after().orElseThrow().fields()).containsEntry("Name", null);
        ChangeEvent<Document> deleted = Deliveries.CHANGES.get(2);
        assertThat(deleted.after()).isEmpty();
        assertThat(deleted.key()).isEqualTo(Document.builder().set("Id", "p-3").build());
    }

    @Test
    void rowsHaveTheSameIdWhenTheyComeAgain() throws IOException {
        sql(sample("sql-trigger.json"));
        sql(sample("sql-trigger.json"));

        List<String> ids = Deliveries.CHANGES.stream().map(ChangeEvent::id).toList();
        assertThat(ids.subList(0, 3)).isEqualTo(ids.subList(3, 6)).doesNotHaveDuplicates();
    }

    @Test
    void afterAFailureNothingIsHandled() {
        String batch = "[" + DOCUMENT.formatted("tea") + "," + DOCUMENT.formatted("fail") + ","
                + DOCUMENT.formatted("tea") + "]";

        assertThatThrownBy(() -> cosmos(batch))
                .hasMessageStartingWith("ALOFT-420 Function on-change did not handle 2 of 3 changes");
        assertThat(Deliveries.CHANGES).hasSize(2);
    }

    @Test
    void rowsHaveTheirTurnWhateverBecomesOfOthers() {
        String row = "{\"Operation\":0,\"Item\":{\"word\":\"%s\"}}";
        String batch = "[" + row.formatted("fail") + ",7," + row.formatted("tea") + "]";

        assertThatThrownBy(() -> sql(batch))
                .hasMessageStartingWith("ALOFT-420 Function on-change did not handle 2 of 3 changes");
        assertThat(Deliveries.CHANGES).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100000000000", "-9e17", "1e30", "\"1769860800\"", "{}"})
    void whatIsNoTimeIsAbsentAndStopsNothing(String time) {
        cosmos("[{\"id\":\"1\",\"_etag\":\"a\",\"_ts\":" + time + "}," + DOCUMENT.formatted("tea") + "]");

        assertThat(Deliveries.CHANGES).hasSize(2);
        assertThat(Deliveries.CHANGES.get(0).time()).isEmpty();
    }

    @Test
    void cosmosDbAllowsABlankId() {
        cosmos("[{\"id\":\" \",\"_etag\":\"a\"}]");

        assertThat(Deliveries.CHANGES.get(0).key().text("id")).contains(" ");
    }

    @Test
    void emptyBatchIsDone() {
        assertThatCode(() -> cosmos("[]")).doesNotThrowAnyException();
        assertThatCode(() -> sql("[]")).doesNotThrowAnyException();
        assertThat(Deliveries.CHANGES).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "7",
                "\"x\"",
                "[]",
                "{\"_etag\":\"a\"}",
                "{\"id\":\"a\"}",
                "{\"id\":\"\",\"_etag\":\"a\"}",
                "{\"id\":7,\"_etag\":\"a\"}",
                "{\"id\":\"a\",\"_etag\":null}",
                "{\"current\":{\"id\":\"a\"},\"metadata\":{\"operationType\":\"replace\"}}"
            })
    void documentWithoutIdentityFailsAfterThoseBefore(String document) {
        MessageWorker worker = new MessageWorker("on-change");
        String batch = "[" + DOCUMENT.formatted("tea") + "," + document + "," + DOCUMENT.formatted("tea") + "]";

        assertThatThrownBy(() -> AzureEntryPoint.cosmosDb(batch, worker))
                .hasMessageStartingWith("ALOFT-420 Function on-change did not handle 2 of 3 changes");
        assertThat(worker.log.toString())
                .contains("ALOFT-252 What came through AzureEntryPoint.cosmosDb cannot be read as changes: ")
                .contains(
                        ". Allowed: an array of documents with id and _etag, as the trigger sends it. The function.json must be"
                                + " the one that the annotation processor writes.");
        assertThat(Deliveries.CHANGES).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | a change has no Operation that is known",
                "{\"Operation\":3,\"Item\":{}} | a change has no Operation that is known",
                "{\"Operation\":\"Insert\",\"Item\":{}} | a change has no Operation that is known",
                "{\"Operation\":null,\"Item\":{}} | a change has no Operation that is known",
                "{\"Operation\":0} | a change has no Item",
                "{\"Operation\":2,\"Item\":null} | a change has no Item",
                "{\"Operation\":1,\"Item\":[]} | a change has no Item",
                "7 | The event cannot be read"
            })
    void brokenRowFails(String row, String reason) {
        MessageWorker worker = new MessageWorker("on-change");

        assertThatThrownBy(() -> AzureEntryPoint.sql("[" + row + "]", worker)).hasMessageStartingWith("ALOFT-420");
        assertThat(worker.log.toString())
                .contains("ALOFT-252 What came through AzureEntryPoint.sql cannot be read as changes: " + reason)
                .contains("Allowed: an array of objects with Operation (0, 1 or 2) and Item");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tea",
                "{}",
                "null",
                "7",
                "\"x\"",
                "[",
                "[{}",
                "[] []",
                "[1,]",
                "[{\"id\":\"a\",\"id\":\"b\",\"_etag\":\"a\"}]"
            })
    void whatIsNoArrayFailsAsAWhole(String text) {
        assertThatThrownBy(() -> cosmos(text))
                .hasMessageStartingWith(
                        "ALOFT-252 What came through AzureEntryPoint.cosmosDb cannot be read as changes: The event cannot be read");
        assertThatThrownBy(() -> sql(text))
                .hasMessageStartingWith("ALOFT-252 What came through AzureEntryPoint.sql cannot be read as changes: ");
        assertThat(Deliveries.CHANGES).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[{\"id\":", "[{\"a\":["})
    void whatIsTooDeepFailsAtOnce(String start) {
        assertThatThrownBy(() -> cosmos(start.repeat(100_000))).hasMessageStartingWith("ALOFT-252");
        assertThatThrownBy(() -> sql(start.repeat(100_000))).hasMessageStartingWith("ALOFT-252");
    }

    @Test
    void nothingAtAllFails() {
        assertThatThrownBy(() -> cosmos(null))
                .hasMessageStartingWith("ALOFT-221 The Azure worker handed over no changes.");
        assertThatThrownBy(() -> sql(null))
                .hasMessageStartingWith("ALOFT-221 The Azure worker handed over no changes.");
    }

    private static String sample(String name) throws IOException {
        return new String(MessageWorker.resource(name), UTF_8);
    }

    private static void cosmos(String batch) {
        AzureEntryPoint.cosmosDb(batch, new MessageWorker("on-change"));
    }

    private static void sql(String batch) {
        AzureEntryPoint.sql(batch, new MessageWorker("on-change"));
    }
}
