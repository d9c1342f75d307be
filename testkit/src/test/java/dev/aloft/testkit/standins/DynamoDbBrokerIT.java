package dev.aloft.testkit.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.HttpHandler;
import dev.aloft.aws.LambdaEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real table with its stream, the records that Lambda makes of it, and the real Lambda runtime client. */
class DynamoDbBrokerIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    static Path serverFolder;

    private static StandIn server;
    private static DynamoDb dynamoDb;

    @TempDir
    private Path folder;

    private String stream;

    @BeforeAll
    static void start() {
        assumeThat(DynamoDbLocal.unavailableReason())
                .as("why this test is skipped")
                .isEmpty();
        assumeThat(LambdaRuntimeHarness.unavailableReason())
                .as("why this test is skipped")
                .isEmpty();
        server = DynamoDbLocal.start(serverFolder);
        dynamoDb = new DynamoDb(server.port());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void createTable() {
        stream = dynamoDb.createTable("products");
    }

    @AfterEach
    void deleteTable() {
        dynamoDb.change("DeleteTable", "{\"TableName\": \"products\"}");
    }

    @Test
    void valuesOfEveryTypeSurviveExactly() throws Exception {
        dynamoDb.change("PutItem", """
                {"TableName": "products", "Item": {"id": {"S": "p-1"}, "stock": {"N": "12345678901234567890123456789012345678"},
                 "smallest": {"N": "1E-130"}, "share": {"N": "-0.00012345678901234567890123456789012345678"},
                 "bytes": {"B": "AP8QgA=="}, "tags": {"SS": ["new", "\\u00fc"]}, "sizes": {"NS": ["3", "-1.5", "1E+25"]},
                 "marks": {"BS": ["AQ==", "AA=="]}, "nothing": {"NULL": true}, "sold": {"BOOL": false},
                 "text": {"S": "e\\u0301 \\ud83d\\ude00 \\u0000 \\u2028"}, "empty": {"S": ""},
                 "deep": {"M": {"list": {"L": [{"M": {"none": {"NULL": true}}}, {"BOOL": true}, {"N": "7.25"}, {"L": []}]},
                 "map": {"M": {}}}}}}
                """);
        dynamoDb.change("UpdateItem", """
                {"TableName": "products", "Key": {"id": {"S": "p-1"}},
                 "UpdateExpression": "SET stock = stock - :one REMOVE deep, nothing",
                 "ExpressionAttributeValues": {":one": {"N": "1"}}}
                """);
        dynamoDb.change("DeleteItem", """
                {"TableName": "products", "Key": {"id": {"S": "p-1"}}}
                """);
        long past = Instant.now().getEpochSecond() - 60;
        dynamoDb.change("PutItem", """
                {"TableName": "products", "Item": {"id": {"S": "p-2"}, "expires": {"N": "%d"}}}
                """.formatted(past));

        List<String> handled = poll(true, 5);

        Document first = product("12345678901234567890123456789012345678")
                .set("nothing", null)
                .set("deep", deep())
                .build();
        Document second = product("12345678901234567890123456789012345677").build();
        Document expired = Document.builder()
                .set("id", "p-2")
                .set("expires", BigDecimal.valueOf(past))
                .build();
        assertThat(handled)
                .containsExactly(
                        line(Operation.INSERT, null, first),
                        line(Operation.UPDATE, first, second),
                        line(Operation.DELETE, second, null),
                        line(Operation.INSERT, null, expired),
                        TypedText.of(change(Operation.DELETE, expired, null)
                                .expiry(true)
                                .build()));
    }

    private static Document.Builder product(String stock) {
        return Document.builder()
                .set("id", "p-1")
                .set("stock", new BigDecimal(stock))
                .set("smallest", new BigDecimal("1E-130"))
                .set("share", new BigDecimal("-0.00012345678901234567890123456789012345678"))
                .set("bytes", Binary.of(new byte[] {0, -1, 16, -128}))
                .set("tags", Set.of("new", "ü"))
                .set(
                        "sizes",
                        Set.of(
                                new BigDecimal("3"),
                                new BigDecimal("-1.5"),
                                new BigDecimal("10000000000000000000000000")))
                .set("marks", Set.of(Binary.of(new byte[] {1}), Binary.of(new byte[] {0})))
                .set("sold", false)
                .set("text", "e\u0301 \ud83d\ude00 \0 \u2028")
                .set("empty", "");
    }

    private static Document deep() {
        Document none = Document.builder().set("none", null).build();
        return Document.builder()
                .set("list", Arrays.asList(none, true, new BigDecimal("7.25"), List.of()))
                .set("map", Document.empty())
                .build();
    }

    private static String line(Operation operation, Document before, Document after) {
        return TypedText.of(change(operation, before, after).build());
    }

    private static ChangeEvent.Builder change(Operation operation, Document before, Document after) {
        Document image = after == null ? before : after;
        return ChangeEvent.builder("c", operation, "products")
                .key(Document.builder()
                        .set("id", image.text("id").orElseThrow())
                        .build())
                .before(before)
                .after(after);
    }

    @Test
    void afterAFailureTheStreamGoesOnWhereItFailedAndInItsOrder() throws Exception {
        List<String> changes = putMany();

        List<String> handled = poll(true, changes.size());

        assertThat(handled).containsExactlyElementsOf(changes);
    }

    @Test
    void withoutPartialResponsesNoChangeIsLost() throws Exception {
        List<String> changes = putMany();

        List<String> handled = poll(false, changes.size());

        assertThat(handled).hasSizeGreaterThan(changes.size());
        assertThat(handled.stream().distinct()).containsExactlyElementsOf(changes);
    }

    /** Every seventh fails at its first delivery. */
    private List<String> putMany() {
        List<String> changes = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            String mark = number % 7 == 3 ? ", \"flaky\": {\"BOOL\": true}" : "";
            dynamoDb.change(
                    "PutItem",
                    "{\"TableName\": \"products\", \"Item\": {\"id\": {\"S\": \"p-" + number + "\"}" + mark + "}}");
            Document.Builder item = Document.builder().set("id", "p-" + number);
            if (number % 7 == 3) {
                item.set("flaky", true);
            }
            changes.add(line(Operation.INSERT, null, item.build()));
        }
        return changes;
    }

    /** Polls until so many different changes are handled; gives what was printed of all deliveries. */
    private List<String> poll(boolean partial, int changes) throws Exception {
        Path task = TaskFolder.with(
                Files.createDirectory(folder.resolve("task")),
                List.of(HttpHandler.class, FunctionRuntime.class, LambdaEntryPoint.class, CatalogueFunctions.class));
        try (LambdaRuntimeHarness function = LambdaRuntimeHarness.builder()
                .code(task)
                .handler(LambdaEntryPoint.class.getName())
                .environment(Map.of(
                        "ALOFT_INDEX",
                        CatalogueFunctions.class.getName(),
                        "ALOFT_PARTIAL_BATCH",
                        partial ? "on" : "off"))
                .start()) {
            TablePoller poller = new TablePoller(dynamoDb, stream, partial);
            Instant limit = Instant.now().plus(LIMIT);
            while (handled(function).stream().distinct().count() < changes) {
                assertThat(Instant.now()).as("the changes arrive in time").isBefore(limit);
                if (!poller.poll(function)) {
                    TimeUnit.MILLISECONDS.sleep(200); // as the mapping does between polls of an empty shard
                }
            }
            assertThat(poller.poll(function)).as("more changes than were made").isFalse();
            return handled(function);
        }
    }

    private static List<String> handled(LambdaRuntimeHarness function) {
        return function.output()
                .lines()
                .filter(line -> line.startsWith("handled "))
                .map(line -> line.substring("handled ".length()))
                .toList();
    }
}
