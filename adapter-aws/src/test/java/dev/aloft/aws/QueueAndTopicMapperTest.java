package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.TraceContext;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueAndTopicMapperTest {
    private static final String NOTHING_FAILED = "{\"batchItemFailures\":[]}";

    @Test
    void everyFieldOfAQueueMessageIsRead() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        String reply = queue.handleSample("sqs-receive-message-attributes");

        assertThat(reply).isEqualTo(NOTHING_FAILED);
        Message<Body> message = queue.messages.get(0);
        assertThat(message.id()).isEqualTo("2e1424d4-f796-459a-8184-9c92662be6da");
        assertThat(message.body().text()).isEqualTo("Tee für zwei");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.contentType()).contains("text/plain");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2018-12-17T21:37:30.636Z"));
        assertThat(message.attempt()).hasValue(3);
        assertThat(message.attributes().names()).containsExactly("tenant", "weight", "signature", "content-type");
        assertThat(message.attribute("weight")).contains("12.5");
        assertThat(message.attributes().bytes("signature")).contains(new byte[] {0, -1, (byte) 0x80});
        assertThat(message.attributes().isBinary(2)).isTrue();
        assertThat(message.traceContext().map(TraceContext::traceparent))
                .contains("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01");
        assertThat(message.subject()).isEmpty();
        assertThat(message.partition()).isEmpty();
    }

    @Test
    void groupOfAStandardQueueIsForFairnessAndNotForOrder() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        queue.handleSample("sqs-receive-message-attributes");

        assertThat(queue.messages.get(0).orderingKey()).isEmpty();
    }

    @Test
    void messageWithoutBodyIsEmpty() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        queue.handleSample("sqs-receive-message-attributes");

        assertThat(queue.messages.get(1).body().bytes()).isEmpty();
        assertThat(queue.messages.get(1).traceContext()).isEmpty();
    }

    @Test
    void rawIsTheRecordAsItStandsInTheEvent() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);
        String event = Samples.text("sqs-receive-message-attributes");

        queue.handle(event);

        String raw = new String(queue.messages.get(1).raw().orElseThrow(), StandardCharsets.UTF_8);
        assertThat(event).contains(raw);
        assertThat(raw).startsWith("{\n      \"messageId\": \"7a1b").endsWith("\"awsRegion\": \"eu-central-1\"\n    }");
    }

    @Test
    void fifoQueueHasGroupsAndSequences() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        queue.handleSample("sqs-receive-message-fifo");

        assertThat(queue.messages).hasSize(3);
        assertThat(queue.messages.get(2).source()).isEqualTo("orders.fifo");
        assertThat(queue.messages.get(2).orderingKey()).contains("a");
        assertThat(queue.messages.get(2).sequence()).contains("18849496460467696130");
    }

    @Test
    void bodyThatIsANotificationStaysAsItIsForAQueueFunction() {
        MessageFunctions queue = MessageFunctions.of(Kind.QUEUE);

        queue.handleSample("sqs-receive-message-sns");

        assertThat(queue.messages.get(0).id()).isEqualTo("5c0e7f0b-1c8e-4a0e-9d49-000000000001");
        assertThat(queue.messages.get(0).body().text()).startsWith("{\n  \"Type\" : \"Notification\"");
        assertThat(queue.messages.get(0).subject()).isEmpty();
    }

    @Test
    void topicFunctionGetsWhatIsInTheNotification() {
        MessageFunctions topic = MessageFunctions.of(Kind.TOPIC);

        String reply = topic.handleSample("sqs-receive-message-sns");

        assertThat(reply).isEqualTo(NOTHING_FAILED);
        Message<Body> message = topic.messages.get(0);
        assertThat(message.id()).isEqualTo("22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324");
        assertThat(message.body().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.subject()).contains("Order placed");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2012-05-02T00:54:06.655Z"));
        assertThat(message.attempt()).hasValue(2);
        assertThat(message.attribute("tenant")).contains("acme");
        assertThat(message.raw()
                        .map(raw -> new String(raw, StandardCharsets.UTF_8))
                        .orElseThrow())
                .startsWith("{\n      \"messageId\"");
    }

    @Test
    void rawDeliveryMakesTheBodyThePayload() {
        MessageFunctions topic = MessageFunctions.of(Kind.TOPIC, "ALOFT_SNS_RAW", "on");

        topic.handleSample("sqs-receive-message-attributes");

        assertThat(topic.messages.get(0).body().text()).isEqualTo("Tee für zwei");
        assertThat(topic.messages.get(0).attribute("tenant")).contains("acme");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "",
                "[1]",
                "{",
                "{\\\"Type\\\":\\\"Notification\\\"}",
                "{\\\"Type\\\":\\\"SubscriptionConfirmation\\\",\\\"MessageId\\\":\\\"1\\\",\\\"TopicArn\\\":\\\"t\\\",\\\"Message\\\":\\\"m\\\"}",
                "{\\\"Type\\\":\\\"Notification\\\",\\\"MessageId\\\":\\\"1\\\",\\\"TopicArn\\\":\\\"t\\\",\\\"Message\\\":\\\"m\\\"} more"
            })
    void whatIsNoNotificationComesAgain(String body) {
        MessageFunctions topic = MessageFunctions.of(Kind.TOPIC, "ALOFT_PARTIAL_BATCH", "on");

        String reply = topic.handle("{\"Records\":[{\"messageId\":\"m-1\",\"body\":\"" + body
                + "\",\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:r:1:orders\"}]}");

        assertThat(topic.messages).isEmpty();
        assertThat(reply).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m-1\"}]}");
        assertThat(topic.invocation.log)
                .singleElement()
                .asString()
                .contains("ALOFT-214 The body of the aws:sqs record m-1 is not a notification of SNS,");
    }

    @Test
    void everyFieldOfATopicMessageIsRead() {
        MessageFunctions topic = MessageFunctions.of(Kind.TOPIC);

        String reply = topic.handleSample("sns-notification-attributes");

        assertThat(reply).isEqualTo("null");
        Message<Body> message = topic.messages.get(0);
        assertThat(message.id()).isEqualTo("95df01b4-ee98-5cb9-9903-4c221d41eb5e");
        assertThat(message.body().text()).isEqualTo("{\"Records\":[{\"eventSource\":\"aws:sqs\"}]}");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.subject()).contains("Order placed");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2019-01-02T12:45:07.250Z"));
        assertThat(message.attempt()).isEmpty();
        assertThat(message.attributes().isBinary(1)).isTrue();
        assertThat(message.traceContext().map(TraceContext::parentId)).contains("00f067aa0ba902b7");
    }

    /** The value in the vendor's sample, https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html#sns-sample-event */
    @Test
    void binaryAttributeOfATopicMessageThatIsNoBase64IsText() {
        MessageFunctions topic = MessageFunctions.of(Kind.TOPIC);

        topic.handle(Samples.text("sns-notification-attributes").replace("AP+A", "TestBinary"));

        Message<Body> message = topic.messages.get(0);
        assertThat(message.attributes().name(1)).isEqualTo("signature");
        assertThat(message.attributes().value(1)).isEqualTo("TestBinary");
        assertThat(message.attributes().isBinary(1)).isFalse();
    }

    @Test
    void subjectMayBeNull() {
        MessageFunctions topic = MessageFunctions.of(Kind.TOPIC);

        topic.handleSample("sns-notification");

        assertThat(topic.messages.get(0).subject()).isEmpty();
        assertThat(topic.messages.get(0).enqueuedAt()).contains(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqs-receive-message-attributes",
                "sqs-receive-message-fifo",
                "sns-notification-attributes",
                "sqs-receive-message-sns"
            })
    void whiteSpaceAndOrderOfFieldsDoNotMatter(String sample) {
        List<Message<Body>> asPublished = messages(Samples.text(sample));

        assertThat(messages(Json.compact(Samples.text(sample)))).isEqualTo(asPublished);
        assertThat(messages(Json.allReversed(Samples.text(sample)))).hasSameSizeAs(asPublished);
    }

    private static List<Message<Body>> messages(String event) {
        MessageFunctions functions = MessageFunctions.of(Kind.TOPIC, "ALOFT_SNS_RAW", "on");
        functions.handle(event);
        return functions.messages;
    }
}
