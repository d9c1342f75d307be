package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of buckets and tables as no service sends them: none is acknowledged, none chooses another function. */
class PoisonResourceEventTest {
    private static final String S3 = "'eventSource':'aws:s3','eventName':'ObjectCreated:Put'";
    private static final String TABLE =
            "'eventSource':'aws:dynamodb','eventSourceARN':'arn:aws:dynamodb:r:1:table/orders/stream/1'";

    private static String json(String event) {
        return event.replace("S3", S3).replace("TABLE", TABLE).replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|ALOFT-204 Function handle expects storage events (created, deleted, archived, metadata updated) of uploads but got an",
                "{'Records':[]}|ALOFT-210 The record event has no records.",
                "{'Records':[null]}|ALOFT-210 The record event has a record that is no object.",
                "{'Records':[{S3,'s3':{'bucket':{'name':'uploads'},'object':{'key':'a'}}},null]}|ALOFT-210 The record event has a record",
                "{'Records':[{S3}]}|ALOFT-204 Function handle expects storage events (created, deleted, archived, metadata updated) of"
                        + " uploads but got an event of aws:s3 (bucket changes).",
                "{'Records':[{S3,'s3':7}]}|ALOFT-210 The aws:s3 event has a record (0) that does not name its source.",
                "{'Records':[{S3,'s3':{'bucket':'uploads','object':{'key':'a'}}}]}|ALOFT-210 The aws:s3 event has a record (0) that does",
                "{'Records':[{S3,'s3':{'bucket':{'name':' '},'object':{'key':'a'}}}]}|ALOFT-210 ",
                "{'Records':[{S3,'s3':{'bucket':{'name':'uploads'}}}]}|ALOFT-242 The event of S3 has no object key, so what happened to"
                        + " which object cannot be told. Compare what invokes the function with the service's sample event;",
                "{'Records':[{S3,'s3':{'bucket':{'name':'uploads'},'object':{'key':''}}}]}|ALOFT-242 ",
                "{'Records':[{S3,'s3':{'bucket':{'name':'uploads'},'object':{'key':{}}}}]}|ALOFT-242 ",
                "{'Records':[{S3,'s3':{'bucket':{'name':'uploads'},'object':{'key':'a%'}}}]}|ALOFT-242 The event of S3 has an object key"
                        + " that is not form-encoded UTF-8",
                "{'Records':[{S3,'s3':{'bucket':{'name':'uploads'},'object':{'key':'%FF'}}}]}|ALOFT-242 ",
                "{'Records':[{'eventSource':'aws:s3','s3':{'bucket':{'name':'uploads'},'object':{'key':'a'}}}]}|ALOFT-242 The event of S3"
                        + " has no eventName",
                "{'Records':[{S3,'s3':{'bucket':{'name':'a'},'object':{'key':'a'}}},{S3,'s3':{'bucket':{'name':'b'},'object':"
                        + "{'key':'a'}}}]}|ALOFT-211 Record 1 of the aws:s3 event is of another source than the first.",
                "{'Records':[{S3,'s3':{}},{TABLE,'dynamodb':{}}]}|ALOFT-210 The record event has records of several services",
                "{'source':'aws.s3','detail-type':'Object Created','id':'e','detail':7}|ALOFT-242 The event of S3 has no bucket name",
                "{'source':'aws.s3','detail-type':'Object Created','detail':{'bucket':{'name':'a'},'object':{'key':'a'}}}|ALOFT-210 The"
                        + " aws:events event has no id.",
                "{'source':'acme','detail-type':'Object Created','id':'e','detail':{'bucket':{'name':'a'},'object':{'key':'a'}}}|"
                        + "ALOFT-204 "
            })
    void storageEventWithoutWhatAwsSendsFails(String event, String message) {
        MessageFunctions function = MessageFunctions.storage("ALOFT_PARTIAL_BATCH", "on");

        assertThat(function.failure(json(event))).hasMessageStartingWith(message);
        assertThat(function.objects).isEmpty();
    }

    /** What S3 sends has one record; of several the good ones are handled, and all come again. */
    @Test
    void brokenRecordAmongSeveralFailsTheInvocation() {
        MessageFunctions function = MessageFunctions.storage();
        String record = "{S3,'s3':{'bucket':{'name':'uploads'},'object':{'key':'KEY'}}}";

        assertThat(function.failure(
                        json("{'Records':[" + record.replace("KEY", "a") + "," + record.replace("KEY", "%") + "]}")))
                .hasMessageStartingWith("ALOFT-420 Function handle did not handle 1 of 2 events");
        assertThat(function.objects).hasSize(1);
        assertThat(function.invocation.log).singleElement().asString().contains("did not handle event without an id: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Records':[{TABLE}]}|ALOFT-204 Function handle expects database changes of orders but got an event of aws:dynamodb",
                "{'Records':[{TABLE,'dynamodb':7}]}|ALOFT-420 ",
                "{'Records':[{'eventSource':'aws:dynamodb','dynamodb':{}}]}|ALOFT-210 The aws:dynamodb event has a record (0) that does",
                "{'Records':[{TABLE,'dynamodb':{}},{'eventSource':'aws:dynamodb','eventSourceARN':'x','dynamodb':{}}]}|ALOFT-211 Record 1"
                        + " of the aws:dynamodb event",
                "{'Records':[{TABLE,'dynamodb':{'Keys':{'a':{'S':'1'},'a':{'S':'2'}}}}]}|ALOFT-201 "
            })
    void changeEventWithoutWhatAwsSendsFails(String event, String message) {
        MessageFunctions function = MessageFunctions.changes((change, context) -> {}, "ALOFT_PARTIAL_BATCH", "on");

        assertThat(function.failure(json(event))).hasMessageStartingWith(message);
        assertThat(function.changes).isEmpty();
    }

    @Test
    void unknownFieldsAreSkipped() {
        MessageFunctions bucket = MessageFunctions.storage();
        MessageFunctions table = MessageFunctions.changes((change, context) -> {});

        bucket.handle(json(
                "{'new':[{}],'Records':[{'new':{'Records':[]},S3,'s3':{'new':1e5,'bucket':{'name':'uploads','new':[]},"
                        + "'object':{'key':'a','new':{'a':null},'size':'large','eTag':[],'sequencer':{}}}}]}"));
        table.handle(json(
                "{'new':[{}],'Records':[{'new':{'Records':[]},TABLE,'eventName':'REMOVE','eventID':'1','userIdentity':7,"
                        + "'dynamodb':{'new':{'N':1},'SequenceNumber':'1','Keys':{}}}]}"));

        assertThat(bucket.objects).singleElement().hasToString("StorageEvent[CREATED uploads/a]");
        assertThat(table.changes).singleElement().hasToString("ChangeEvent[1 DELETE of orders]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"httpMethod", "requestContext", "detail-type", "eventSource", "awslogs", "methodArn"})
    void marksOfTwoKindsAreOfNone(String mark) {
        MessageFunctions bucket = MessageFunctions.storage();
        MessageFunctions table = MessageFunctions.changes((change, context) -> {});
        String beside = "\"" + mark + "\":" + (mark.equals("requestContext") ? "{\"stage\":\"x\"}" : "\"x\"") + ",";

        assertThat(bucket.failure(Samples.text("s3-put").replaceFirst("\\{", "{" + beside)))
                .hasMessageStartingWith("ALOFT-204 ");
        assertThat(table.failure(Samples.text("dynamodb-update").replaceFirst("\\{", "{" + beside)))
                .hasMessageStartingWith("ALOFT-204 ");
        assertThat(bucket.wasCalled() || table.wasCalled()).isFalse();
    }
}
