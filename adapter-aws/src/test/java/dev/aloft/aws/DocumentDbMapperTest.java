package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Binary;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.ChangeHandler;
import dev.aloft.Document;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentDbMapperTest {
    private static final ChangeHandler<Document> NOTHING = (change, context) -> {};
    private static final String ID = "63eeb6e7d418cd98afb1c1d7";

    private static List<ChangeEvent<Document>> read(String event) {
        MessageFunctions function = MessageFunctions.changes(NOTHING);
        assertThat(function.handle(event)).isEqualTo("null");
        return function.changes;
    }

    /** What {@code {"x": …}} as a whole document becomes. */
    private static Document document(String value) {
        String event =
                "{\"eventSource\":\"aws:docdb\",\"eventSourceArn\":\"arn\",\"events\":[{\"event\":{\"_id\":{\"_data\":\"01\"},"
                        + "\"operationType\":\"insert\",\"ns\":{\"db\":\"shop\",\"coll\":\"products\"},\"fullDocument\":{\"x\":"
                        + value.replace('\'', '"') + "}}}]}";
        return read(event).get(0).after().orElseThrow();
    }

    @Test
    void everyFieldOfAnInsertionIsRead() {
        ChangeEvent<Document> change =
                read(Samples.text("documentdb-change-stream")).get(0);

        assertThat(change.id()).isEqualTo("0163eeb6e7000000090100000009000041e1");
        assertThat(change.operation()).isEqualTo(Operation.INSERT);
        assertThat(change.source()).isEqualTo("products");
        assertThat(change.key()).isEqualTo(Document.builder().set("_id", ID).build());
        assertThat(change.before()).isEmpty();
        assertThat(change.changedFields()).isEmpty();
        assertThat(change.sequence()).contains("0163eeb6e7000000090100000009000041e1");
        assertThat(change.time()).contains(Instant.parse("2023-02-16T23:06:15Z"));
        assertThat(change.isExpiry()).isFalse();
        assertThat(Json.tree(new String(change.raw().orElseThrow(), StandardCharsets.UTF_8)))
                .isEqualTo(Json.tree(Samples.text("documentdb-change-stream")).at("/events/0"));
    }

    @Test
    void extendedJsonBecomesPlainValues() {
        Document pattern =
                Document.builder().set("pattern", "^a").set("options", "i").build();

        assertThat(read(Samples.text("documentdb-change-stream")).get(0).after())
                .contains(Document.builder()
                        .set("_id", ID)
                        .set("name", "tea")
                        .set("stock", Long.MAX_VALUE)
                        .set("price", new BigDecimal("9.90"))
                        .set("weight", 0.1)
                        .set("limit", Double.POSITIVE_INFINITY)
                        .set("count", 7)
                        .set("plain", 5)
                        .set("soldAt", Instant.parse("2023-02-16T23:06:15.123Z"))
                        .set("madeAt", Instant.parse("2023-02-16T23:06:15.500Z"))
                        .set("photo", Binary.of((byte) 0, (byte) 0xff, (byte) 0xfe))
                        .set("tags", Arrays.asList("new", "63eeb6e7d418cd98afb1c1d8", null))
                        .set("address", Document.builder().set("city", "Berlin").build())
                        .set(
                                "pattern",
                                Document.builder()
                                        .set("$regularExpression", pattern)
                                        .build())
                        .set("sold", false)
                        .build());
    }

    @Test
    void operationsAreNamedAlike() {
        List<ChangeEvent<Document>> changes = read(Samples.text("documentdb-change-stream"));

        assertThat(changes)
                .extracting(ChangeEvent::operation)
                .containsExactly(Operation.INSERT, Operation.UPDATE, Operation.UPDATE, Operation.DELETE);
        assertThat(changes.get(1).changedFields()).contains(List.of("price", "address.city", "sold"));
        assertThat(changes.get(1).after()).isEmpty();
        assertThat(changes.get(2).after()).contains(changes.get(2).key());
        assertThat(changes.get(3).after()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'$numberDouble':'-0.0'}|-0.0",
                "{'$numberDouble':'NaN'}|NaN",
                "{'$numberDouble':'-Infinity'}|-Infinity",
                "{'$numberDouble':'1.5E300'}|1.5E300",
                "{'$numberDecimal':'NaN'}|NaN",
                "{'$numberDecimal':'Infinity'}|Infinity"
            })
    void doublesAreDoubles(String value, double expected) {
        assertThat(document(value).get("x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'$numberDecimal':'1234567890123456789012345678901234.5'}|1234567890123456789012345678901234.5",
                "{'$numberLong':'-9223372036854775808'}|-9223372036854775808",
                "{'$numberInt':'0'}|0",
                "1.50|1.50"
            })
    void exactNumbersAreExact(String value, BigDecimal expected) {
        assertThat(document(value).get("x")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'$date':{'$numberLong':'-1'}}|1969-12-31T23:59:59.999Z",
                "{'$date':0}|1970-01-01T00:00:00Z",
                "{'$date':'2023-02-16T23:06:15Z'}|2023-02-16T23:06:15Z"
            })
    void datesAreTimes(String value, Instant expected) {
        assertThat(document(value).get("x")).isEqualTo(expected);
    }

    @Test
    void formerFormOfBytesIsReadToo() {
        assertThat(document("{'$binary':'AP8=','$type':'00'}").get("x")).isEqualTo(Binary.of((byte) 0, (byte) 0xff));
    }

    /** Nothing of it is lost, and a document of the user's may look like that. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$timestamp':{'t':1,'i':2}}",
                "{'$minKey':1}",
                "{'$oid':7}",
                "{'$oid':'a','b':1}",
                "{'$numberLong':'five'}",
                "{'$numberLong':null}",
                "{'$numberDouble':'Inf'}",
                "{'$date':'soon'}",
                "{'$date':{}}",
                "{'$date':1.5}",
                "{'$date':'\\u0000'}",
                "{'$binary':'?'}",
                "{'$binary':{'subType':'00'}}",
                "{'$binary':'AP8=','type':'00'}",
                "{}"
            })
    void whatIsNoValueStaysAsItIs(String value) {
        assertThat(document(value).get("x")).isInstanceOf(Document.class);
        assertThat(document(value).document("x").orElseThrow().fields().keySet())
                .hasSameSizeAs(Json.tree(value.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'replace'|'drop'|ALOFT-245 The aws:docdb record 0163eeb6e7000000090100000009000041e3 tells of the operation drop, which"
                        + " is no change of a document.",
                "'replace'|7|ALOFT-245 ",
                "{ '_data': '0163eeb6e7000000090100000009000041e3' }|7|ALOFT-215 Record 2 of the aws:docdb event has no _id"
            })
    void brokenRecordStopsTheStream(String good, String bad, String message) {
        MessageFunctions function = MessageFunctions.changes(NOTHING, "ALOFT_PARTIAL_BATCH", "on");
        String event = Json.compact(Samples.text("documentdb-change-stream"))
                .replace(good.replace('\'', '"').replace(" ", ""), bad.replace('\'', '"'));

        assertThat(function.failure(event))
                .hasMessageStartingWith("ALOFT-420 Function handle did not handle 2 of 4 changes");
        assertThat(function.changes).hasSize(2);
        assertThat(function.invocation.log).first().asString().contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'eventSource':'aws:docdb','events':[]}|ALOFT-210 The aws:docdb event has no records.",
                "{'eventSource':'aws:docdb','events':{}}|ALOFT-210 The aws:docdb event has no list of records.",
                "{'eventSource':'aws:docdb','events':[null]}|ALOFT-210 The aws:docdb event has a record (0) that is no object.",
                "{'eventSource':'aws:docdb','events':[{}]}|ALOFT-210 The aws:docdb event has a record (0) that does not name its source.",
                "{'eventSource':'aws:docdb','events':[{'event':7}]}|ALOFT-210 ",
                "{'eventSource':'aws:docdb','events':[{'event':{'ns':{'db':'shop'},'operationType':'insert'}}]}|ALOFT-210 ",
                "{'eventSource':'aws:docdb','events':[{'event':{'ns':{'db':'shop'},'operationType':'dropDatabase'}}]}|ALOFT-245 The"
                        + " aws:docdb record without id tells of the operation dropDatabase, which is no change of a document.",
                "{'eventSource':'aws:docdb','events':[{'event':{'_id':{'_data':'01'},'operationType':'invalidate'}}]}|ALOFT-245 The"
                        + " aws:docdb record 01 tells of the operation invalidate, which",
                "{'eventSource':'aws:docdb','events':[{'event':{'ns':{'db':'a','coll':'b'}}},{'event':{'ns':{'db':'a','coll':'c'}}}]}|"
                        + "ALOFT-211 Record 1 of the aws:docdb event is of another source than the first.",
                "{'eventSource':'aws:docdb','event':{}}|ALOFT-204 Function handle expects database changes of orders but got an event of"
                        + " aws:docdb (document changes)."
            })
    void eventWithoutWhatAwsSendsFails(String event, String message) {
        MessageFunctions function = MessageFunctions.changes(NOTHING);

        assertThat(function.failure(event.replace('\'', '"'))).hasMessageStartingWith(message);
        assertThat(function.changes).isEmpty();
    }
}
