package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.KafkaEvent;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.RabbitMQEvent;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vendor's own event classes see the same in our samples as our mappers do. */
class VendorMessagesTest {
    /** The platform's own reader has mixins where names and the vendor's fields differ; ignoring case does the same. */
    private final ObjectMapper lenient = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .addMixIn(SNSEvent.SNSRecord.class, SnsRecord.class)
            .addMixIn(SNSEvent.SNS.class, WithoutTime.class)
            .addMixIn(KinesisEvent.Record.class, WithoutTime.class)
            .build();

    private final ObjectMapper strict = new ObjectMapper();

    /** Their times are of types that the platform's reader alone can make. */
    @JsonIgnoreProperties({"timestamp", "Timestamp", "approximateArrivalTimestamp"})
    private abstract static class WithoutTime {}

    private abstract static class SnsRecord {
        @JsonProperty("Sns")
        abstract void setSns(SNSEvent.SNS sns);
    }

    private static List<Message<Body>> read(Kind kind, String sample) {
        MessageFunctions functions = MessageFunctions.of(kind);
        functions.handleSample(sample);
        return functions.messages;
    }

    private <T> T vendor(String sample, Class<T> type) throws JsonProcessingException {
        return lenient.readValue(Samples.text(sample), type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqs-receive-message", "sqs-receive-message-attributes", "sqs-receive-message-fifo"})
    void queueMessagesAreReadAlike(String sample) throws JsonProcessingException {
        List<SQSEvent.SQSMessage> vendor = vendor(sample, SQSEvent.class).getRecords();

        List<Message<Body>> messages = read(Kind.QUEUE, sample);

        assertThat(messages).hasSameSizeAs(vendor);
        for (int i = 0; i < vendor.size(); i++) {
            SQSEvent.SQSMessage record = vendor.get(i);
            Message<Body> message = messages.get(i);
            assertThat(message.id()).isEqualTo(record.getMessageId());
            assertThat(message.body().text()).isEqualTo(record.getBody() == null ? "" : record.getBody());
            assertThat(message.attempt().orElseThrow())
                    .hasToString(record.getAttributes().get("ApproximateReceiveCount"));
            assertThat(message.enqueuedAt().orElseThrow().toEpochMilli())
                    .hasToString(record.getAttributes().get("SentTimestamp"));
            assertThat(record.getEventSourceArn()).endsWith(":" + message.source());
            record.getMessageAttributes().forEach((name, value) -> {
                if (value.getStringValue() == null) {
                    assertThat(message.attributes().bytes(name))
                            .contains(value.getBinaryValue().array());
                } else {
                    assertThat(message.attribute(name)).contains(value.getStringValue());
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sns-notification", "sns-notification-attributes"})
    void topicMessagesAreReadAlike(String sample) throws JsonProcessingException {
        SNSEvent.SNS vendor = vendor(sample, SNSEvent.class).getRecords().get(0).getSNS();

        Message<Body> message = read(Kind.TOPIC, sample).get(0);

        assertThat(message.id()).isEqualTo(vendor.getMessageId());
        assertThat(message.body().text()).isEqualTo(vendor.getMessage());
        assertThat(message.subject().orElse(null)).isEqualTo(vendor.getSubject());
        assertThat(vendor.getTopicArn()).endsWith(":" + message.source());
        assertThat(message.attributes().names())
                .containsExactlyInAnyOrderElementsOf(
                        vendor.getMessageAttributes().keySet());
    }

    @Test
    void streamRecordsAreReadAlike() throws JsonProcessingException {
        List<KinesisEvent.KinesisEventRecord> vendor =
                vendor("kinesis-get-records", KinesisEvent.class).getRecords();

        List<Message<Body>> messages = read(Kind.STREAM, "kinesis-get-records");

        for (int i = 0; i < vendor.size(); i++) {
            Message<Body> message = messages.get(i);
            assertThat(message.body().bytes())
                    .isEqualTo(vendor.get(i).getKinesis().getData().array());
            assertThat(message.sequence()).contains(vendor.get(i).getKinesis().getSequenceNumber());
            assertThat(message.orderingKey())
                    .contains(vendor.get(i).getKinesis().getPartitionKey());
            assertThat(message.partition().orElseThrow() + ":"
                            + message.sequence().orElseThrow())
                    .isEqualTo(vendor.get(i).getEventID());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka-msk", "kafka-self-managed"})
    void kafkaRecordsAreReadAlike(String sample) throws JsonProcessingException {
        List<KafkaEvent.KafkaEventRecord> vendor = vendor(sample, KafkaEvent.class).getRecords().values().stream()
                .flatMap(List::stream)
                .toList();

        List<Message<Body>> messages = read(Kind.STREAM, sample);

        for (int i = 0; i < vendor.size(); i++) {
            Message<Body> message = messages.get(i);
            String value = vendor.get(i).getValue();
            assertThat(message.partition().orElseThrow())
                    .hasToString(vendor.get(i).getPartition() + "");
            assertThat(message.sequence().orElseThrow())
                    .hasToString(vendor.get(i).getOffset() + "");
            assertThat(message.enqueuedAt().orElseThrow().toEpochMilli())
                    .isEqualTo(vendor.get(i).getTimestamp());
            assertThat(Base64.getEncoder().encodeToString(message.body().bytes()))
                    .isEqualTo(value == null ? "" : value);
            vendor.get(i)
                    .getHeaders()
                    .forEach(header -> header.forEach(
                            (name, bytes) -> assertThat(message.attributes().all(name))
                                    .contains(new String(bytes, StandardCharsets.UTF_8))));
        }
    }

    @Test
    void brokerMessagesAreReadAlike() throws JsonProcessingException {
        List<ActiveMQEvent.ActiveMQMessage> active =
                vendor("mq-activemq", ActiveMQEvent.class).getMessages();
        List<RabbitMQEvent.RabbitMessage> rabbit = vendor("mq-rabbitmq", RabbitMQEvent.class)
                .getRmqMessagesByQueue()
                .get("orders::/");

        List<Message<Body>> ofActive = read(Kind.QUEUE, "mq-activemq");
        List<Message<Body>> ofRabbit = read(Kind.QUEUE, "mq-rabbitmq");

        for (int i = 0; i < 2; i++) {
            assertThat(ofActive.get(i).id()).isEqualTo(active.get(i).getMessageID());
            assertThat(ofActive.get(i).source())
                    .isEqualTo(active.get(i).getDestination().getPhysicalName());
            assertThat(Base64.getEncoder().encodeToString(ofActive.get(i).body().bytes()))
                    .isEqualTo(active.get(i).getData());
            assertThat(ofRabbit.get(i).contentType().orElse(null))
                    .isEqualTo(rabbit.get(i).getBasicProperties().getContentType());
            assertThat(Base64.getEncoder().encodeToString(ofRabbit.get(i).body().bytes()))
                    .isEqualTo(rabbit.get(i).getData());
        }
    }

    @Test
    void reportsAreOfTheVendorsForm() throws JsonProcessingException {
        MessageFunctions queue = MessageFunctions.of(
                Kind.QUEUE,
                (message, context) -> {
                    throw new IllegalStateException("no");
                },
                "ALOFT_PARTIAL_BATCH",
                "on");
        MessageFunctions stream = MessageFunctions.of(
                Kind.STREAM,
                (message, context) -> {
                    throw new IllegalStateException("no");
                },
                "ALOFT_PARTIAL_BATCH",
                "on");

        SQSBatchResponse ofQueue = strict.readValue(queue.handleSample("sqs-receive-message"), SQSBatchResponse.class);
        StreamsEventResponse ofStream =
                strict.readValue(stream.handleSample("kinesis-get-records"), StreamsEventResponse.class);

        assertThat(ofQueue.getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("19dd0b57-b21e-4ac1-bd88-01bbb068cb78");
        assertThat(ofStream.getBatchItemFailures())
                .extracting(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("49590338271490256608559692538361571095921575989136588898");
    }
}
