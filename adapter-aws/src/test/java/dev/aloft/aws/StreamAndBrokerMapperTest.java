package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.TraceContext;
import dev.aloft.spi.MessageBinding.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamAndBrokerMapperTest {
    private static final byte[] BINARY = {-1, 0, (byte) 0x80};

    @Test
    void everyFieldOfAKinesisRecordIsRead() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);

        String reply = stream.handleSample("kinesis-get-records");

        assertThat(reply).isEqualTo("{\"batchItemFailures\":[]}");
        Message<Body> message = stream.messages.get(0);
        String sequence = "49590338271490256608559692538361571095921575989136588898";
        assertThat(message.id()).isEqualTo("clicks/shardId-000000000006/" + sequence);
        assertThat(message.body().text()).isEqualTo("Hello, this is a test.");
        assertThat(message.source()).isEqualTo("clicks");
        assertThat(message.orderingKey()).contains("customer-1");
        assertThat(message.partition()).contains("shardId-000000000006");
        assertThat(message.sequence()).contains(sequence);
        assertThat(message.enqueuedAt()).contains(Instant.ofEpochMilli(1_545_084_650_987L));
        assertThat(message.attempt()).isEmpty();
        assertThat(stream.messages.get(1).body().bytes()).isEqualTo(BINARY);
        assertThat(stream.messages.get(1).raw()).isPresent();
    }

    @Test
    void consumerWithItsOwnFanOutIsOfTheStream() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);

        stream.handle(
                Samples.text("kinesis-get-records").replace("stream/clicks", "stream/clicks/consumer/app:1529000000"));

        assertThat(stream.messages.get(0).source()).isEqualTo("clicks");
    }

    @ParameterizedTest
    @CsvSource({"1.5450846E9, 2018-12-17T22:10:00Z", "0, 1970-01-01T00:00:00Z", "1545084650, 2018-12-17T22:10:50Z"})
    void arrivalIsANumberInAnySpelling(String number, Instant instant) {
        assertThat(arrival(number).enqueuedAt()).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e999999999", "1e-999999999", "\"\"", "null", "[]"})
    void arrivalThatIsNoTimeIsLeftOut(String value) {
        assertThat(arrival(value).enqueuedAt()).isEmpty();
    }

    private static Message<Body> arrival(String value) {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);
        stream.handle(Samples.text("kinesis-get-records").replace("1545084650.987", value));
        return stream.messages.get(0);
    }

    @Test
    void everyFieldOfAKafkaRecordIsRead() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);

        String reply = stream.handleSample("kafka-msk");

        assertThat(reply).isEqualTo("null");
        assertThat(stream.messages).extracting(Message::id).containsExactly("clicks/0/15", "clicks/0/16", "clicks/1/7");
        Message<Body> message = stream.messages.get(0);
        assertThat(message.body().text()).isEqualTo("Hello, this is a test.");
        assertThat(message.source()).isEqualTo("clicks");
        assertThat(message.orderingKey()).contains("customer-1");
        assertThat(message.partition()).contains("0");
        assertThat(message.sequence()).contains("15");
        assertThat(message.enqueuedAt()).contains(Instant.ofEpochMilli(1_545_084_650_987L));
        assertThat(message.attribute("headerKey")).contains("h\u00e9");
        assertThat(message.attributes().all("tag")).containsExactly("1", "2");
    }

    @Test
    void kafkaKeyAndValueMayBeMissingOrBinary() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);

        stream.handleSample("kafka-msk");

        assertThat(stream.messages.get(1).orderingKey()).contains("/wA=");
        assertThat(stream.messages.get(1).body().bytes()).isEmpty();
        assertThat(stream.messages.get(2).orderingKey()).isEmpty();
        assertThat(stream.messages.get(2).body().bytes()).isEqualTo(new byte[] {0, 1});
    }

    @Test
    void selfManagedKafkaHasNoArn() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);

        stream.handleSample("kafka-self-managed");

        assertThat(stream.messages.get(0).id()).isEqualTo("clicks/0/15");
        assertThat(stream.messages.get(0).traceContext().map(TraceContext::parentId))
                .contains("00f067aa0ba902b7");
    }

    @Test
    void failureStopsItsPartitionOnly() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM, (message, context) -> {
            throw new IllegalStateException("no");
        });

        String failure = stream.failure(Samples.text("kafka-msk")).getMessage();

        assertThat(stream.messages).extracting(Message::id).containsExactly("clicks/0/15", "clicks/1/7");
        assertThat(failure)
                .startsWith("ALOFT-420 Function handle did not handle 3 of 3 messages (1 of them not attempted)");
    }

    @Test
    void everyFieldOfAnActiveMqMessageIsRead() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        String reply = queue.handleSample("mq-activemq");

        assertThat(reply).isEqualTo("null");
        Message<Body> message = queue.messages.get(0);
        assertThat(message.id()).startsWith("ID:b-9bcfa592").endsWith(":1");
        assertThat(message.body().text()).isEqualTo("ABC:AAAA");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.enqueuedAt()).contains(Instant.ofEpochMilli(1_598_827_811_959L));
        assertThat(message.attributes().names()).containsExactly("index", "doAlarm", "count");
        assertThat(message.attribute("doAlarm")).contains("false");
        assertThat(queue.messages.get(1).body().bytes()).isEqualTo(BINARY);
        assertThat(queue.messages.get(1).enqueuedAt()).contains(Instant.ofEpochMilli(1_598_827_811_958L));
    }

    @Test
    void otherSpellingOfActiveMqIsRead() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        queue.handle(Samples.text("mq-activemq").replace("aws:mq\"", "aws:amq\""));

        assertThat(queue.messages).hasSize(2);
    }

    @Test
    void everyFieldOfARabbitMqMessageIsRead() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        String reply = queue.handleSample("mq-rabbitmq");

        assertThat(reply).isEqualTo("null");
        Message<Body> message = queue.messages.get(0);
        assertThat(message.body().text()).startsWith("{\"timeout\":0,");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.contentType()).contains("text/plain");
        assertThat(message.enqueuedAt()).isEmpty();
        assertThat(message.attribute("header1")).contains("value1");
        assertThat(message.attributes().bytes("raw")).contains(new byte[] {-1, 0});
        assertThat(message.attribute("numberInHeader")).contains("10");
        assertThat(message.attribute("x-death")).contains("[{ \"queue\": \"retry\" }]");
        assertThat(queue.messages.get(1).id()).isEqualTo("order-7");
        assertThat(queue.messages.get(1).body().bytes()).isEqualTo(BINARY);
    }

    @Test
    void digestIsTheIdWithoutOneAndStaysAtRedelivery() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);
        String event = Samples.text("mq-rabbitmq");

        queue.handle(event);
        queue.handle(event.replace("\"redelivered\": false", "\"redelivered\": true"));
        queue.handle(event.replace("eyJ0aW1lb3V0IjowLC", "eyJ0aW1lb3V0IjoxLC"));

        List<String> ids = queue.messages.stream()
                .map(Message::id)
                .filter(id -> !id.equals("order-7"))
                .toList();
        assertThat(ids.get(0))
                .matches("sha-256:[0-9a-f]{64}")
                .isEqualTo(ids.get(1))
                .isNotEqualTo(ids.get(2));
    }

    /** The key in the vendor's sample, https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html: its last bits stand for no byte. */
    @Test
    void kafkaKeyMayHaveBitsLeft() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);
        String key = "abcDEFghiJKLmnoPQRstuVWXyz1234==";

        String reply = stream.handle(Samples.text("kafka-msk").replace("Y3VzdG9tZXItMQ==", key));

        assertThat(reply).isEqualTo("null");
        assertThat(stream.messages.get(0).orderingKey()).contains("abcDEFghiJKLmnoPQRstuVWXyz123w==");
    }

    /** https://github.com/aws/aws-lambda-java-libs, aws-lambda-java-tests, what its serialisation makes of an event of Kafka */
    @Test
    void kafkaHeaderMayBeBase64() {
        MessageFunctions stream = MessageFunctions.of(Kind.STREAM);

        stream.handle(
                "{\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"arn:aws:kafka:r:1:cluster/c/1\",\"records\":{\"clicks-0\":"
                        + "[{\"topic\":\"clicks\",\"partition\":0,\"offset\":15,\"value\":\"\",\"headers\":[{\"tenant\":\"YWNtZQ==\"}]}]}}");

        assertThat(stream.messages.get(0).attribute("tenant")).contains("acme");
    }

    @Test
    void digestDoesNotCountTheDeliveriesOfAQuorumQueue() {
        String first = rabbitMq("null");
        String tagged = rabbitMq("{\"tag\": 1}");

        List<String> ids = ids(first);

        assertThat(ids).hasSize(1);
        assertThat(ids(rabbitMq("{\"x-delivery-count\": 1}"))).isEqualTo(ids);
        assertThat(ids(rabbitMq("{\"x-acquired-count\": 3, \"x-delivery-count\": 2}")))
                .isEqualTo(ids);
        assertThat(ids(tagged)).isNotEqualTo(ids);
        assertThat(ids(rabbitMq("{\"tag\": 1, \"x-delivery-count\": 2}"))).isEqualTo(ids(tagged));
    }

    private static String rabbitMq(String headers) {
        return "{\"eventSource\":\"aws:rmq\",\"eventSourceArn\":\"arn:aws:mq:r:1:broker:b\",\"rmqMessagesByQueue\":{\"orders::/\":"
                + "[{\"basicProperties\":{\"headers\":" + headers
                + ",\"messageId\":null},\"redelivered\":false,\"data\":\"SGVsbG8=\"}]}}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinesis-get-records", "kafka-msk", "kafka-self-managed", "mq-activemq", "mq-rabbitmq"})
    void whiteSpaceAndOrderOfFieldsDoNotMatter(String sample) {
        List<String> asPublished = ids(Samples.text(sample));

        assertThat(ids(Json.compact(Samples.text(sample)))).hasSameSizeAs(asPublished);
        assertThat(ids(Json.allReversed(Samples.text(sample)))).hasSameSizeAs(asPublished);
    }

    private static List<String> ids(String event) {
        Kind kind = event.contains("clicks") ? Kind.STREAM : Kind.QUEUE;
        MessageFunctions functions = MessageFunctions.of(kind);
        functions.handle(event);
        return functions.messages.stream().map(Message::id).toList();
    }
}
