package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.aloft.Event;
import dev.aloft.Functions;
import dev.aloft.runtime.FunctionRuntime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventMapperTest {
    @Test
    void everyFieldOfAnEventBridgeEventIsRead() {
        MessageFunctions function = MessageFunctions.events();

        String reply = function.handleSample("eventbridge-custom-event");

        assertThat(reply).isEqualTo("null");
        Event event = function.events.get(0);
        assertThat(event.id()).isEqualTo("6a7e8feb-b491-4cf7-a9f1-bf3703467718");
        assertThat(event.type()).isEqualTo("com.acme.order.placed");
        assertThat(event.source()).isEqualTo("com.acme.shop");
        assertThat(event.time()).contains(Instant.parse("2017-12-22T18:43:48Z"));
        assertThat(event.contentType()).contains("application/json");
        assertThat(event.data().text()).isEqualTo("{ \"id\": \"o-1\", \"httpMethod\": \"GET\", \"Records\": [] }");
        assertThat(event.extensions())
                .isEqualTo(Map.of(
                        "account",
                        "123456789012",
                        "region",
                        "eu-central-1",
                        "resources",
                        "[\"arn:aws:ec2:eu-central-1:123456789012:instance/i-1234567890abcdef0\"]"));
    }

    @Test
    void schedulerWritesItsDetailAsText() {
        MessageFunctions function = MessageFunctions.events();

        function.handleSample("eventbridge-scheduler");

        assertThat(function.events.get(0).data().text()).isEqualTo("{}");
        assertThat(function.events.get(0).source()).isEqualTo("aws.scheduler");
    }

    @Test
    void textOfOthersStaysJson() {
        MessageFunctions function = MessageFunctions.events();

        function.handle(Samples.text("eventbridge-scheduler").replace("aws.scheduler", "acme.scheduler"));

        assertThat(function.events.get(0).data().text()).isEqualTo("\"{}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "detail-type", "source"})
    void eventWithoutIdentityFails(String field) {
        String event = Samples.text("eventbridge-custom-event")
                .replace("\"" + field + "\": \"", "\"" + field + "\": \" \", \"x\": \"");

        assertThat(MessageFunctions.events().failure(event))
                .hasMessageStartingWith("ALOFT-210 The aws:events event has no " + field + ". Compare what invokes");
    }

    @ParameterizedTest
    @CsvSource({"ses-email-receiving, aws:ses", "cloudwatch-logs, aws:logs"})
    void serviceWithoutAShapeOfItsOwnIsAnEvent(String sample, String service) {
        MessageFunctions function = MessageFunctions.events();

        function.handleSample(sample);

        Event event = function.events.get(0);
        assertThat(event.id()).isEqualTo("i-1");
        assertThat(event.type()).isEqualTo(service);
        assertThat(event.source()).isEqualTo(service);
        assertThat(event.data().text()).isEqualTo(Samples.text(sample));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"order\":\"o-1\"}",
                "{\"payload\":{\"id\":1}}",
                "{\"source\":\"x\"}",
                "{\"eventSource\":\" \"}"
            })
    void directInvocationIsAnEvent(String payload) {
        MessageFunctions function = MessageFunctions.events();

        function.handle(payload);

        assertThat(function.events.get(0).type()).isEqualTo("aws:lambda:invoke");
        assertThat(function.events.get(0).data().text()).isEqualTo(payload);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'httpMethod':'GET','order':'o-1'}|an incomplete HTTP event: it has httpMethod, but neither requestContext.elb (load"
                        + " balancer) nor one of requestContext.stage, requestContext.resourcePath, requestContext.identity, or"
                        + " resource beside a requestContext (API Gateway)",
                "{'rawPath':'/'}|an incomplete HTTP event (without requestContext)",
                "{'requestContext':{'connectionId':'c'}}|an API Gateway WebSocket event",
                "{'methodArn':'arn','type':'TOKEN'}|an API Gateway authorizer event",
                "{'deliveryStreamArn':'arn','records':[]}|a Firehose event (delivery stream records)",
                "{'Records':[{'cf':{}}]}|a CloudFront event (Lambda@Edge)"
            })
    void whatWantsAnAnswerIsNoEvent(String event, String got) {
        MessageFunctions function = MessageFunctions.events();

        assertThat(function.failure(event.replace('\'', '"')))
                .hasMessageStartingWith("ALOFT-204 Function handle expects events of every type but got " + got + ".");
        assertThat(function.events).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dynamodb-update",
                "s3-put",
                "documentdb-change-stream",
                "sqs-receive-message",
                "sns-notification",
                "kinesis-get-records",
                "kafka-msk",
                "kafka-self-managed",
                "mq-activemq",
                "mq-rabbitmq"
            })
    void whatHasATriggerOfItsOwnIsNoEvent(String sample) {
        MessageFunctions function = MessageFunctions.events();

        assertThat(function.failure(Samples.text(sample)))
                .hasMessageStartingWith("ALOFT-204 Function handle expects events of every type but got ");
        assertThat(function.events).isEmpty();
    }

    @Test
    void typeDecidesAmongSeveralFunctions() {
        List<String> called = new ArrayList<>();
        LambdaRuntime runtime = new LambdaRuntime(
                FunctionRuntime.start(
                        "aws",
                        Map.of(),
                        Functions.builder()
                                .event(
                                        "orders",
                                        List.of("com.acme.order.placed"),
                                        (event, context) -> called.add("orders"))
                                .event("mail", List.of("aws:ses"), (event, context) -> called.add("mail"))
                                .build()),
                Map.of());

        runtime.handle(Samples.bytes("ses-email-receiving"), new RecordingInvocation());
        runtime.handle(Samples.bytes("eventbridge-custom-event"), new RecordingInvocation());

        assertThat(called).containsExactly("mail", "orders");
        assertThat(catchThrowable(() ->
                        runtime.handle("{\"order\":1}".getBytes(StandardCharsets.UTF_8), new RecordingInvocation())))
                .hasMessageStartingWith(
                        "ALOFT-207 No function declares the source aws:lambda:invoke (an event of type");
    }

    @Test
    void failedEventFailsTheInvocation() {
        LambdaRuntime runtime = new LambdaRuntime(
                FunctionRuntime.start(
                        "aws",
                        Map.of(),
                        Functions.builder()
                                .event("orders", List.of(), (event, context) -> {
                                    throw new IllegalStateException("no");
                                })
                                .build()),
                Map.of());

        assertThat(catchThrowable(
                        () -> runtime.handle(Samples.bytes("eventbridge-custom-event"), new RecordingInvocation())))
                .hasMessageStartingWith("ALOFT-420 Function orders did not handle 1 of 1 events");
    }
}
