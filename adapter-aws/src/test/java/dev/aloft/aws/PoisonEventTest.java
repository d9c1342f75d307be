package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as no service sends them: none is acknowledged, none chooses another function. */
class PoisonEventTest {
    private static final String SQS = "'eventSource':'aws:sqs','eventSourceARN':'arn:aws:sqs:r:1:orders'";

    private static String json(String event) {
        return event.replace("SQS", SQS).replace('\'', '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|ALOFT-204 Function handle expects queue messages of orders but got an event of no known source",
                "{'records':[{SQS,'messageId':'a','body':'x'}]}|ALOFT-204 Function handle expects queue messages of orders but got",
                "{'Records':[]}|ALOFT-210 The record event has no records. Compare what invokes the function",
                "{'Records':null}|ALOFT-210 The record event has no records.",
                "{'Records':'x'}|ALOFT-210 The record event has no records.",
                "{'Records':{}}|ALOFT-210 The record event has no records.",
                "{'Records':[null]}|ALOFT-210 The record event has a record that is no object.",
                "{'Records':[{SQS,'messageId':'a','body':'x'},null]}|ALOFT-210 The record event has a record that is no object.",
                "{'Records':[{'messageId':'a','body':'x'}]}|ALOFT-210 The record event has records that do not name their event",
                "{'Records':[{'messageId':'a','eventSource':7}]}|ALOFT-210 The record event has records that do not name their event",
                "{'Records':[{'messageId':'a','eventSource':' '}]}|ALOFT-210 The record event has records that do not name their event",
                "{'Records':[{'eventSource':'aws:sqs','EventSource':'aws:sns'}]}|ALOFT-210 The record event has records that do not",
                "{'Records':[{SQS,'messageId':'a'},{'eventSource':'aws:s3'}]}|ALOFT-210 The record event has records of several"
                        + " services, or some that name none.",
                "{'Records':[{'messageId':'a','eventSource':'aws:sqs'}]}|ALOFT-210 The aws:sqs event has a record (0) that does not"
                        + " name its source.",
                "{'Records':[{SQS,'messageId':'a'},{'messageId':'b','eventSource':'aws:sqs','eventSourceARN':'arn:aws:sqs:r:1:b'}]}|"
                        + "ALOFT-211 Record 1 of the aws:sqs event is of another source than the first. Which function it is for"
                        + " cannot be told.",
                "{'eventSource':'aws:rmq','eventSourceArn':'a','rmqMessagesByQueue':{}}|ALOFT-210 The aws:rmq event has no records.",
                "{'eventSource':'aws:rmq','eventSourceArn':'a','rmqMessagesByQueue':[]}|ALOFT-210 The aws:rmq event has no messages by"
                        + " queue.",
                "{'eventSource':'aws:rmq','rmqMessagesByQueue':{'q::/':[{'data':''}]}}|ALOFT-210 The aws:rmq event has no"
                        + " eventSourceArn.",
                "{'eventSource':'aws:rmq','eventSourceArn':'a','rmqMessagesByQueue':{'q::/':[{'data':''}],'p::/':[{'data':''}]}}|"
                        + "ALOFT-211 Record 1 of the aws:rmq event",
                "{'eventSource':'aws:mq','eventSourceArn':'a','messages':[]}|ALOFT-210 The aws:mq event has no records.",
                "{'eventSource':'aws:mq','eventSourceArn':'a','messages':[7]}|ALOFT-210 The aws:mq event has a record (0) that is no"
                        + " object.",
                "{'eventSource':'aws:mq','eventSourceArn':'a','messages':[{'messageID':'a','data':''}]}|ALOFT-210 The aws:mq event has"
                        + " a record (0) that does not name its source."
            })
    void queueEventWithoutWhatAwsSendsFails(String event, String message) {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, "ALOFT_PARTIAL_BATCH", "on");

        assertThat(function.failure(json(event))).hasMessageStartingWith(message);
        assertThat(function.messages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'eventSource':'aws:kafka','eventSourceArn':'a','records':{}}|ALOFT-210 The aws:kafka event has no records.",
                "{'eventSource':'aws:kafka','eventSourceArn':'a','records':{'t-0':[]}}|ALOFT-210 The aws:kafka event has no records.",
                "{'eventSource':'aws:kafka','eventSourceArn':'a','records':{'t-0':null}}|ALOFT-210 The aws:kafka event has no list",
                "{'eventSource':'aws:kafka','eventSourceArn':'a','records':[]}|ALOFT-210 The aws:kafka event has no records by",
                "{'eventSource':'aws:kafka','eventSourceArn':'a','records':{'t-0':[null]}}|ALOFT-210 The aws:kafka event has a record",
                "{'eventSource':'aws:kafka','records':{'t-0':[{'topic':'t','partition':0,'offset':1}]}}|ALOFT-210 The aws:kafka event"
                        + " has no eventSourceArn.",
                "{'eventSource':'SelfManagedKafka','records':{'t-0':[{'topic':'t','partition':0,'offset':1}],'u-0':[{'topic':'u',"
                        + "'partition':0,'offset':1}]}}|ALOFT-211 Record 1 of the SelfManagedKafka event",
                "{'Records':[{'kinesis':{},'eventSource':'aws:kinesis'}]}|ALOFT-210 The aws:kinesis event has a record (0) that does"
            })
    void streamEventWithoutWhatAwsSendsFails(String event, String message) {
        MessageFunctions function = MessageFunctions.of(Kind.STREAM, "ALOFT_PARTIAL_BATCH", "on");

        assertThat(function.failure(json(event))).hasMessageStartingWith(message);
        assertThat(function.messages).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'messageAttributes':7|ALOFT-213 An attribute of the aws:sqs record m-1 cannot be read: it has no type or no value",
                "'messageAttributes':{'a':7}|ALOFT-213 ",
                "'messageAttributes':{'a':{'dataType':'Binary','binaryValue':'AP+'}}|ALOFT-213 ",
                "'messageAttributes':{'a':{'dataType':'Binary','binaryValue':'????'}}|ALOFT-213 ",
                "'messageAttributes':{'a':{'dataType':'String'}}|ALOFT-213 ",
                "'messageAttributes':{'a':{'stringValue':'x'}}|ALOFT-213 ",
                "'messageAttributes':{'a':{'dataType':'Stringent','stringValue':'x'}}|ALOFT-213 ",
                "'body':{'id':1}|ALOFT-212 The payload of the aws:sqs record m-1 is not text. Compare"
            })
    void brokenMessageFailsAlone(String broken, String message) {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, "ALOFT_PARTIAL_BATCH", "on");

        String reply = function.handle(
                json("{'Records':[{'messageId':'m-1'," + broken + ",SQS},{'messageId':'m-2','body':'x',SQS}]}"));

        assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
        assertThat(function.messages).singleElement().hasToString("Message[m-2 of orders]");
        assertThat(function.invocation.log).singleElement().asString().contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kinesis-get-records|/wCA|/wC|ALOFT-212 The payload of the aws:kinesis record 495903382714902566085596925409257027593"
                        + "24208523137515618 is not base64.",
                "kinesis-get-records|'/wCA'|7|ALOFT-212 ",
                "kinesis-get-records|'eventID': 'shardId-000000000006:49590338271490256608559692540925702759324208523137515618'|"
                        + "'eventID': null|ALOFT-215 Record 1 of the aws:kinesis event has no eventID with its shard",
                "kinesis-get-records|'sequenceNumber': '49590338271490256608559692540925702759324208523137515618'|'x': 1|ALOFT-215"
                        + " Record 1 of the aws:kinesis event has no sequenceNumber",
                "kafka-msk|'AAE='|'AAE'|ALOFT-212 The payload of the aws:kafka record clicks/1/7 is not base64 or null",
                "kafka-msk|'/wA='|{}|ALOFT-212 ",
                "kafka-msk|'offset': 7|'offset': null|ALOFT-215 Record 2 of the aws:kafka event has no partition and offset",
                "kafka-msk|[104, -61, -87]|[104, 256]|ALOFT-213 An attribute of the aws:kafka record clicks/0/15",
                "kafka-msk|[104, -61, -87]|7|ALOFT-213 ",
                "kafka-msk|{ 'tag': [49] }|7|ALOFT-213 "
            })
    void brokenRecordOfAStreamComesAgain(String sample, String good, String bad, String message) {
        MessageFunctions function = MessageFunctions.of(Kind.STREAM);
        String event = Samples.text(sample).replace(json(good), json(bad));

        assertThat(function.failure(event)).hasMessageStartingWith("ALOFT-420 ");
        assertThat(function.invocation.log).first().asString().contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mq-activemq|'QUJDOkFBQUE='|'?'|ALOFT-212 The payload of the aws:mq record ID:b-9bcfa592",
                "mq-activemq|'doAlarm': false|'doAlarm': []|ALOFT-213 An attribute of the aws:mq record ID:b-9bcfa592",
                "mq-activemq|messageID|messageNumber|ALOFT-215 Record 0 of the aws:mq event has no messageID",
                "mq-rabbitmq|'/wCA'|'/wC'|ALOFT-212 The payload of the aws:rmq record order-7 is not base64.",
                "mq-rabbitmq|'headers': {}|'headers': 7|ALOFT-213 An attribute of the aws:rmq record order-7"
            })
    void brokenMessageOfABrokerComesAgain(String sample, String good, String bad, String message) {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE);
        String event = Samples.text(sample).replace(json(good), json(bad));

        assertThat(function.failure(event)).hasMessageStartingWith("ALOFT-420 ");
        assertThat(function.invocation.log).first().asString().contains(message);
    }

    @Test
    void brokenAttributeOfATopicMessageFailsTheInvocation() {
        MessageFunctions function = MessageFunctions.of(Kind.TOPIC);

        assertThat(function.failure(Samples.text("sns-notification-attributes").replace("\"AP+A\"", "[]")))
                .hasMessageStartingWith("ALOFT-420 ");
        assertThat(function.invocation.log)
                .singleElement()
                .asString()
                .contains(
                        "ALOFT-213 An attribute of the aws:sns record 95df01b4-ee98-5cb9-9903-4c221d41eb5e cannot be read");
    }

    @ParameterizedTest
    @CsvSource({
        "'MessageId': '95df01b4-ee98-5cb9-9903-4c221d41eb5e', 'MessageId': ' ', ALOFT-215 Record 0 of the aws:sns event has no"
                + " MessageId",
        "'Message': 'tea', 'Message': 7, ALOFT-212 The payload of the aws:sns record"
    })
    void brokenTopicMessageFailsTheInvocation(String good, String bad, String message) {
        MessageFunctions function = MessageFunctions.of(Kind.TOPIC);

        String event = Samples.text("sns-notification").replace(json(good), json(bad));

        assertThat(function.failure(event)).hasMessageStartingWith("ALOFT-420 ");
        assertThat(function.invocation.log).singleElement().asString().contains(message);
    }

    @Test
    void unknownFieldsAreSkipped() {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE);

        function.handle(json(
                "{'new':{'Records':[]},'Records':[{'new':[1,{}],'messageId':'m-1','body':'x','attributes':7,SQS}]}"));

        assertThat(function.messages).singleElement().hasToString("Message[m-1 of orders]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\\"httpMethod\\\":\\\"GET\\\",\\\"requestContext\\\":{\\\"stage\\\":\\\"x\\\"}}",
                "{\\\"Records\\\":[{\\\"eventSource\\\":\\\"aws:s3\\\"}]}",
                "{\\\"payload\\\":{},\\\"specversion\\\":\\\"1.0\\\"}",
                "{\\\"Type\\\":\\\"Notification\\\",\\\"MessageId\\\":\\\"1\\\",\\\"TopicArn\\\":\\\"t\\\",\\\"Message\\\":\\\"m\\\"}"
            })
    void payloadThatImitatesAnotherEventIsAPayload(String body) {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE);

        function.handle(
                json("{'Records':[{'messageId':'m-1','body':'BODY',SQS}]}").replace("BODY", body));

        assertThat(function.messages.get(0).body().text()).isEqualTo(body.replace("\\", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"httpMethod", "requestContext", "detail-type", "eventSource", "awslogs", "window", "methodArn"})
    void marksOfTwoKindsAreOfNone(String mark) {
        for (Kind kind : List.of(Kind.QUEUE, Kind.TOPIC, Kind.STREAM)) {
            MessageFunctions function = MessageFunctions.of(kind);
            String value = mark.equals("requestContext") ? "{'stage':'x'}" : "'x'";

            assertThat(function.failure(
                            json("{'Records':[{'messageId':'m-1','body':'x',SQS}],'" + mark + "':" + value + "}")))
                    .hasMessageStartingWith("ALOFT-204 Function handle expects ");
            assertThat(function.messages).isEmpty();
        }
    }

    @Test
    void repeatedNameFailsTheInvocation() {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE);

        assertThat(function.failure(json("{'Records':[{'messageId':'m-1','messageId':'m-2','body':'x',SQS}]}")))
                .hasMessageStartingWith("ALOFT-201 ");
    }
}
