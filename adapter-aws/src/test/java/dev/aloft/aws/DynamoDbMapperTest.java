package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.runtime.FunctionRuntime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoDbMapperTest {
    private static final String[] ON = {"ALOFT_PARTIAL_BATCH", "on"};
    private static final ChangeHandler<Document> NOTHING = (change, context) -> {};
    private static final Document KEY =
            Document.builder().set("Id", new BigDecimal("101")).build();

    private static List<ChangeEvent<Document>> read(String event) {
        MessageFunctions function = MessageFunctions.changes(NOTHING);
        assertThat(function.handle(event)).isEqualTo("{\"batchItemFailures\":[]}");
        return function.changes;
    }

    private static Document item(String message) {
        return Document.builder().set("Message", message).set("Id", 101).build();
    }

    @Test
    void everyFieldOfAnUpdateIsRead() {
        ChangeEvent<Document> change = read(Samples.text("dynamodb-update")).get(1);

        assertThat(change.id()).isEqualTo("c81e728d9d4c2f636f067f89cc14862c");
        assertThat(change.operation()).isEqualTo(Operation.UPDATE);
        assertThat(change.source()).isEqualTo("orders");
        assertThat(change.key()).isEqualTo(KEY);
        assertThat(change.before()).contains(item("New item!"));
        assertThat(change.after()).contains(item("This item has changed"));
        assertThat(change.documentAfter()).isEqualTo(change.after());
        assertThat(change.changedFields()).isEmpty();
        assertThat(change.sequence()).contains("4421584500000000017450439092");
        assertThat(change.time()).contains(Instant.parse("2015-04-09T00:00:00.250Z"));
        assertThat(change.isExpiry()).isFalse();
        assertThat(Json.tree(new String(change.raw().orElseThrow(), StandardCharsets.UTF_8)))
                .isEqualTo(Json.tree(Samples.text("dynamodb-update")).at("/Records/1"));
    }

    @Test
    void operationIsTheEventsName() {
        List<ChangeEvent<Document>> changes = read(Samples.text("dynamodb-update"));

        assertThat(changes)
                .extracting(ChangeEvent::operation)
                .containsExactly(Operation.INSERT, Operation.UPDATE, Operation.DELETE);
        assertThat(changes.get(0).before()).isEmpty();
        assertThat(changes.get(2).after()).isEmpty();
        assertThat(changes.get(2).before()).contains(item("This item has changed"));
    }

    /** https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-example.html */
    @Test
    void samplesWithWordsInPlaceOfArnsAreRead() {
        String record =
                "{\"eventID\":\"%s\",\"eventName\":\"REMOVE\",\"eventSource\":\"aws:dynamodb\",\"eventSourceARN\":\"%s\","
                        + "\"dynamodb\":{\"Keys\":{\"Id\":{\"N\":\"101\"}},\"SequenceNumber\":\"%s\"}}";

        List<ChangeEvent<Document>> changes = read("{\"Records\":["
                + record.formatted("1", "eventsourcearn", "111")
                + ","
                + record.formatted("2", "sourcearn", "222")
                + "]}");

        assertThat(changes).extracting(ChangeEvent::id).containsExactly("1", "2");
    }

    @Test
    void everyTypeOfValueIsExact() {
        ChangeEvent<Document> change = read(Samples.text("dynamodb-all-types")).get(0);

        Document inner = Document.builder()
                .set(
                        "inner",
                        Document.builder()
                                .set("deep", Arrays.asList(1, null, Document.empty()))
                                .build())
                .set("S", "S")
                .build();
        assertThat(change.after())
                .contains(Document.builder()
                        .set("text", "a\0\"é😀")
                        .set("empty", "")
                        .set("number", new BigDecimal("-12345678901234567890123456789012345678"))
                        .set("fraction", new BigDecimal("9.90"))
                        .set("tiny", new BigDecimal("1E-130"))
                        .set("bytes", Binary.of((byte) 0, (byte) 0xff, (byte) 0xfe))
                        .set("yes", true)
                        .set("no", false)
                        .set("nothing", null)
                        .set("map", inner)
                        .set("list", List.of("a", List.of(), Binary.of()))
                        .set("texts", Set.of("a", "b"))
                        .set("numbers", Set.of(new BigDecimal("1"), new BigDecimal("2.0"), new BigDecimal("-3")))
                        .set("binaries", Set.of(Binary.of((byte) 0), Binary.of((byte) 0xff)))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({
        "KEYS_ONLY, false, false",
        "NEW_IMAGE, false, true",
        "OLD_IMAGE, true, false",
        "NEW_AND_OLD_IMAGES, true, true"
    })
    void viewTypeDecidesWhichImagesThereAre(String view, boolean before, boolean after) {
        String event = Samples.text("dynamodb-all-types").replace("NEW_AND_OLD_IMAGES", view);
        event = before ? event : event.replace("OldImage", "NoOld");
        event = after ? event : event.replace("NewImage", "NoNew");

        ChangeEvent<Document> change = read(event).get(0);

        assertThat(change.before().isPresent()).isEqualTo(before);
        assertThat(change.after().isPresent()).isEqualTo(after);
        assertThat(change.operation()).isEqualTo(Operation.UPDATE);
        assertThat(change.key().fields()).hasSize(2);
    }

    @Test
    void imageThatIsNullIsNone() {
        String event = Samples.text("dynamodb-time-to-live").replace("\"SizeBytes\": 26", "\"NewImage\": null");

        assertThat(read(event).get(0).after()).isEmpty();
    }

    @Test
    void deletionByTheDatabaseItselfIsAnExpiry() {
        assertThat(read(Samples.text("dynamodb-time-to-live")).get(0).isExpiry())
                .isTrue();
    }

    /** A sample of AWS itself has the identity at an insertion. */
    @ParameterizedTest
    @CsvSource({
        "REMOVE, INSERT",
        "Service, User",
        "dynamodb.amazonaws.com, other.amazonaws.com",
        "userIdentity, identity"
    })
    void otherDeletionsAndChangesAreNone(String good, String other) {
        String event = Samples.text("dynamodb-time-to-live").replace(good, other);

        assertThat(read(event).get(0).isExpiry()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1428537600, 2015-04-09T00:00:00Z",
        "1428537600.123456789, 2015-04-09T00:00:00.123456789Z",
        "1.4285376E9, 2015-04-09T00:00:00Z",
        "-1, ",
        "null, ",
        "'\"1E2147483647\"', ",
        "'\"1E-2147483647\"', ",
        "'\"soon\"', "
    })
    void timeIsInSeconds(String seconds, Instant time) {
        String event = Samples.text("dynamodb-all-types").replace("1428537600", seconds);

        assertThat(read(event).get(0).time().orElse(null)).isEqualTo(time);
    }

    @Test
    void firstFailureIsTheOnlyOneReported() {
        MessageFunctions function = MessageFunctions.changes(
                (change, context) -> {
                    if (change.operation() != Operation.INSERT) {
                        throw new IllegalStateException("no");
                    }
                },
                ON);

        assertThat(function.handleSample("dynamodb-update"))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"4421584500000000017450439092\"}]}");
        assertThat(function.changes).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'N':'101'}|{'N':'1O1'}|ALOFT-244 The aws:dynamodb record has a value of the type N that is none. Compare",
                "{'N':'101'}|{'N':''}|ALOFT-244 ",
                "{'N':'101'}|{'N':'NaN'}|ALOFT-244 ",
                "{'N':'101'}|{'N':'1e999999999'}|ALOFT-244 ",
                "{'N':'101'}|{'N':101}|ALOFT-244 The aws:dynamodb record 4421584500000000017450439092 cannot be read as a change: The"
                        + " event cannot be read: found",
                "{'N':'101'}|{'X':'101'}|ALOFT-244 The aws:dynamodb record has a value of the type X that is none.",
                "{'N':'101'}|{'B':'A'}|ALOFT-244 ",
                "{'N':'101'}|{'BOOL':'true'}|ALOFT-244 ",
                "{'N':'101'}|{'M':[]}|ALOFT-244 ",
                "{'N':'101'}|{'L':{}}|ALOFT-244 ",
                "{'N':'101'}|{'SS':[1]}|ALOFT-244 ",
                "{'N':'101'}|{'N':'1','S':'1'}|ALOFT-244 ",
                "{'N':'101'}|{}|ALOFT-244 ",
                "{'N':'101'}|null|ALOFT-244 ",
                "{'N':'101'}|'101'|ALOFT-244 ",
                "'NewImage':{|'NewImage':7,'x':{|ALOFT-244 ",
                "'eventName':'MODIFY'|'eventName':'MOVE'|ALOFT-245 The aws:dynamodb record 4421584500000000017450439092 tells of the"
                        + " operation MOVE, which is no change of a document. It blocks what comes after it: skip it by the event source"
                        + " mapping's starting position or retry limits, or delete the mapping before such an operation.",
                "'eventName':'MODIFY'|'eventName':null|ALOFT-245 The aws:dynamodb record 4421584500000000017450439092 tells of no"
                        + " operation, which",
                "'c81e728d9d4c2f636f067f89cc14862c'|' '|ALOFT-215 Record 1 of the aws:dynamodb event has no eventID, so it has no"
            })
    void brokenRecordStopsTheShard(String good, String bad, String message) {
        MessageFunctions function = MessageFunctions.changes(NOTHING, ON);
        String[] records = Json.compact(Samples.text("dynamodb-update")).split("(?<=}),(?=\\{\"eventID)");
        records[1] = records[1].replace(good.replace('\'', '"'), bad.replace('\'', '"'));

        String reply = function.handle(String.join(",", records));

        assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"4421584500000000017450439092\"}]}");
        assertThat(function.changes).hasSize(1);
        assertThat(function.invocation.log).first().asString().contains(message);
    }

    @Test
    void recordWithoutSequenceNumberFailsTheBatch() {
        MessageFunctions function = MessageFunctions.changes(NOTHING, ON);

        assertThat(function.failure(Samples.text("dynamodb-update").replace("\"4421584500000000017450439091\"", "{}")))
                .hasMessageStartingWith("ALOFT-420 ");
        assertThat(function.invocation.log)
                .first()
                .asString()
                .contains("ALOFT-215 Record 0 of the aws:dynamodb event has no SequenceNumber, so it has no identity.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "arn:aws:dynamodb:eu-central-1:123456789012:table/orders",
                "arn:aws:dynamodb:eu-central-1:123456789012:table/orders/stream/2015-06-27T00:48:05.899"
            })
    void tableDecidesAmongSeveralFunctions(String source) {
        List<String> called = new ArrayList<>();
        FunctionRuntime functions = FunctionRuntime.start(
                "aws",
                Map.of("ALOFT_SOURCE_MINE", source),
                Functions.builder()
                        .change("a", "mine", Document.class, (change, context) -> called.add("a"))
                        .change("b", "products", Document.class, (change, context) -> called.add("b"))
                        .build());

        new LambdaRuntime(functions, Map.of()).handle(Samples.bytes("dynamodb-all-types"), new RecordingInvocation());

        assertThat(called).containsExactly("a");
    }

    @Test
    void windowIsRefused() {
        String event = Samples.text("dynamodb-update").replaceFirst("\\{", "{\"window\":{},\"state\":{},");

        assertThat(MessageFunctions.changes(NOTHING).failure(event))
                .hasMessageStartingWith(
                        "ALOFT-204 Function handle expects database changes of orders but got a batch of a tumbling"
                                + " window, whose state only a native handler can carry on.");
    }
}
