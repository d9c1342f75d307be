package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.spi.MessageBinding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What S3 tells in the messages of a queue or topic. */
class CarriedStorageEventTest {
    private static final String[] ON = {"ALOFT_PARTIAL_BATCH", "on"};
    private static final String RECORD =
            "{'eventSource':'aws:s3','eventName':'ObjectCreated:Put','s3':{'bucket':{'name':'uploads'},"
                    + "'object':{'key':'KEY','sequencer':'1'}}}";
    private static final String TRIAL =
            "{'Service':'Amazon S3','Event':'s3:TestEvent','Time':'2014-10-13T15:57:02.089Z',"
                    + "'Bucket':'uploads','RequestId':'5582815E1AEA5ADF','HostId':'8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR'}";

    private static String body(String... keys) {
        StringBuilder records = new StringBuilder("{'Records':[");
        for (String key : keys) {
            records.append(records.charAt(records.length() - 1) == '[' ? "" : ",")
                    .append(RECORD.replace("KEY", key));
        }
        return records.append("]}").toString();
    }

    private static String notification(String message) {
        return "{'Type':'Notification','MessageId':'n-1','TopicArn':'t','Message':" + quoted(message) + "}";
    }

    private static String quoted(String text) {
        return '"' + text.replace('\'', '"').replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Messages m-1, m-2 and so on. */
    private static String queue(String name, String... bodies) {
        StringBuilder event = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < bodies.length; i++) {
            event.append(i == 0 ? "" : ",")
                    .append("{\"messageId\":\"m-")
                    .append(i + 1)
                    .append("\",\"body\":")
                    .append(quoted(bodies[i]))
                    .append(
                            ",\"attributes\":{\"MessageGroupId\":\"g\"},\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:r:1:")
                    .append(name)
                    .append("\"}");
        }
        return event.append("]}").toString();
    }

    private static String failures(String... ids) {
        StringBuilder reply = new StringBuilder();
        for (String id : ids) {
            reply.append(reply.isEmpty() ? "" : ",")
                    .append("{\"itemIdentifier\":\"")
                    .append(id)
                    .append("\"}");
        }
        return "{\"batchItemFailures\":[" + reply + "]}";
    }

    private static MessageFunctions failingFor(String key) {
        return MessageFunctions.storage(
                List.of(Kind.CREATED),
                (event, context) -> {
                    if (event.key().equals(key)) {
                        throw new IllegalStateException("no");
                    }
                },
                ON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs-receive-message-s3", "sqs-receive-message-sns-s3", "sns-notification-s3"})
    void carriedEventIsTheDirectOne(String sample) {
        MessageFunctions direct = MessageFunctions.storage();
        direct.handleSample("s3-put");
        MessageFunctions function = MessageFunctions.storage(ON);

        String reply = function.handleSample(sample);

        assertThat(reply).isEqualTo(sample.startsWith("sqs") ? failures() : "null");
        assertThat(function.objects).isEqualTo(direct.objects);
        byte[] raw = function.objects.get(0).raw().orElseThrow();
        assertThat(Json.tree(new String(raw, StandardCharsets.UTF_8)))
                .isEqualTo(Json.tree(Samples.text(sample)).at("/Records/0"));
    }

    @Test
    void eventBridgeMaySendToAQueueOrTopicToo() {
        String event = Json.compact(Samples.text("eventbridge-s3-object-created"));
        MessageFunctions function = MessageFunctions.storage(ON);

        String reply = function.handle(queue("q", event, notification(event)));

        assertThat(reply).isEqualTo(failures());
        assertThat(function.objects)
                .hasSize(2)
                .extracting(StorageEvent::id)
                .containsOnly("uploads/test/a+b é%2B.txt/00617F08299329D189");
    }

    @Test
    void testEventIsAcknowledgedAndSkipped() {
        MessageFunctions function = MessageFunctions.storage(ON);

        assertThat(function.handle(queue("q", TRIAL, body("a"), notification(TRIAL))))
                .isEqualTo(failures());
        assertThat(function.objects).extracting(StorageEvent::key).containsExactly("a");
        assertThat(function.handle(queue("q", TRIAL))).isEqualTo(failures());
        assertThat(function.handle(Samples.text("sns-notification-s3")
                        .replaceFirst(
                                "\"Message\": \".*\",",
                                "\"Message\": " + quoted(TRIAL).replace("\\", "\\\\") + ",")))
                .isEqualTo("null");
        assertThat(function.objects).hasSize(1);
    }

    /** A message cannot come again in part. */
    @Test
    void messageOfSeveralEventsFailsIfOneFails() {
        MessageFunctions function = failingFor("b");

        String reply = function.handle(queue("q", body("a", "b", "c"), body("d")));

        assertThat(reply).isEqualTo(failures("m-1"));
        assertThat(function.objects).extracting(StorageEvent::key).containsExactly("a", "b", "c", "d");
    }

    @Test
    void messageIsReportedOnce() {
        MessageFunctions function = MessageFunctions.storage(
                List.of(Kind.CREATED),
                (event, context) -> {
                    throw new IllegalStateException("no");
                },
                ON);

        assertThat(function.handle(queue("q", body("a", "b"), body("c", "d")))).isEqualTo(failures("m-1", "m-2"));
    }

    @Test
    void failureStopsTheGroupOfAFifoQueue() {
        MessageFunctions function = failingFor("a");

        assertThat(function.handle(queue("q.fifo", body("a", "b"), body("c")))).isEqualTo(failures("m-1", "m-2"));
        assertThat(function.objects).extracting(StorageEvent::key).containsExactly("a");
    }

    @Test
    void kindThatTheFunctionDoesNotAskForFailsItsMessageAlone() {
        MessageFunctions function = failingFor("");
        String deleted = body("a").replace("ObjectCreated:Put", "ObjectRemoved:Delete");

        assertThat(function.handle(queue("q", deleted, body("b")))).isEqualTo(failures("m-1"));
        assertThat(function.objects).extracting(StorageEvent::key).containsExactly("b");
        assertThat(function.invocation.log)
                .singleElement()
                .asString()
                .contains(
                        "ALOFT-204 The function expects storage events (created) of uploads but got aws:s3 (storage events (deleted)"
                                + " of uploads). Take that event type out of what the bucket sends there, or ask for it in the function's"
                                + " trigger.");
    }

    @Test
    void withoutPartialResponsesTheWholeBatchComesAgain() {
        MessageFunctions function = MessageFunctions.storage();

        assertThat(function.failure(queue("q", body("a"), "broken")))
                .hasMessageStartingWith("ALOFT-420 Function handle did not handle 1 of 2 events");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello|ALOFT-241 ",
                "{}|ALOFT-241 The aws:sqs record m-1 holds no event of S3, which a function with a storage trigger expects from a queue"
                        + " or topic. Let nothing but the bucket's notifications, or a rule of EventBridge for them, send to it;"
                        + " for other messages, use a queue or topic trigger.",
                "[]|ALOFT-241 ",
                "{'Records':[]}|ALOFT-241 ",
                "{'Records':[null]}|ALOFT-241 ",
                "{'Records':[7]}|ALOFT-241 ",
                "{'Records':{}}|ALOFT-241 ",
                "{'Records':[{'eventSource':'aws:sqs'}]}|ALOFT-241 ",
                "{'Records':[{'eventSource':'aws:s3'}]}|ALOFT-242 The event of S3 has no eventName, so what happened to which",
                "{'Records':[{'eventSource':'aws:s3','eventName':'ObjectCreated:Put','s3':7}]}|ALOFT-242 The event of S3 has no bucket",
                "{'Records':[],'Records':[]}|ALOFT-241 ",
                "{'Type':'Notification','Message':'Hello'}|ALOFT-241 ",
                "{'Type':'Notification','Message':'{}'}|ALOFT-241 ",
                "{'Type':'Notification','Message':null}|ALOFT-241 ",
                "{'Type':'SubscriptionConfirmation','Message':'Hello'}|ALOFT-241 ",
                "{'Event':'s3:TestEvent'}|ALOFT-241 ",
                "{'Service':'Amazon S3','Event':'other'}|ALOFT-241 ",
                "{'source':'aws.s3','detail-type':'Object Created','id':'e'}|ALOFT-242 The event of S3 has no bucket name",
                "{'source':'aws.s3','detail-type':'Object Created'}|ALOFT-241 ",
                "{'source':'acme','detail-type':'Object Created','id':'e'}|ALOFT-241 ",
                "{'source':'aws.s3','detail-type':'Object Restore Completed','id':'e','detail':{'bucket':{'name':'b'},"
                        + "'object':{'key':'k'}}}|ALOFT-240 S3 tells of Object?Restore?Completed, which",
            })
    void messageWithoutEventFailsAlone(String body, String failure) {
        MessageFunctions function = failingFor("");

        assertThat(function.handle(queue("q", body, body("b")))).isEqualTo(failures("m-1"));
        assertThat(function.objects).hasSize(1);
        assertThat(function.invocation.log).singleElement().asString().contains(failure);
    }

    @Test
    void testEventMayComeDirectlyToo() {
        String trial = TRIAL.replace('\'', '"');
        MessageFunctions function = failingFor("");
        MessageFunctions events = MessageFunctions.events();

        assertThat(function.handle(trial)).isEqualTo("null");
        assertThat(function.failure(trial.replace("Amazon S3", "acme"))).hasMessageStartingWith("ALOFT-204 ");
        assertThat(function.failure(trial.replace("TestEvent", "Other"))).hasMessageStartingWith("ALOFT-204 ");
        assertThat(MessageFunctions.schedule().failure(trial)).hasMessageStartingWith("ALOFT-243 ");
        assertThat(events.handle(trial)).isEqualTo("null");

        assertThat(function.wasCalled()).isFalse();
        assertThat(events.events).hasSize(1);
    }

    @Test
    void secondBrokenEventFailsTheMessage() {
        MessageFunctions function = failingFor("");

        assertThat(function.handle(queue("q", body("a", "%F"), body("b")))).isEqualTo(failures("m-1"));
        assertThat(function.invocation.log)
                .singleElement()
                .asString()
                .contains(
                        "ALOFT-242 The event of S3 has an object key that is not form-encoded UTF-8, so what happened");
    }

    @Test
    void functionForMessagesGetsTheMessages() {
        MessageFunctions function = MessageFunctions.of(MessageBinding.Kind.QUEUE, ON);

        function.handle(queue("q", TRIAL, body("a")));

        assertThat(function.messages).hasSize(2);
    }

    @Test
    void messageWithoutIdFailsTheBatch() {
        MessageFunctions function = failingFor("");

        assertThat(function.failure(queue("q", body("a")).replace("\"m-1\"", "null")))
                .hasMessageStartingWith("ALOFT-420 ");
        assertThat(function.objects).isEmpty();
    }
}
