package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a deployment that only answers HTTP says to everything else. */
class UnexpectedEventTest {
    private static final String WITHOUT_MARK =
            "an incomplete HTTP event: it has httpMethod, but neither requestContext.elb (load balancer) nor one of"
                    + " requestContext.stage, requestContext.resourcePath, requestContext.identity, or resource beside a"
                    + " requestContext (API Gateway)";
    private static final HttpHandler OK = (request, context) -> HttpResponse.ok();

    private final LambdaRuntime one = runtime(
            Functions.builder().http("get-order", "GET", "/orders/{id}", OK).build());

    private static LambdaRuntime runtime(Functions functions) {
        return new LambdaRuntime(FunctionRuntime.start("aws", Map.of(), functions), Map.of());
    }

    private static void refuses(LambdaRuntime runtime, String event, String message) {
        byte[] payload = event.getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> runtime.handle(payload, new RecordingInvocation()))
                .withMessageStartingWith(message)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(AloftException.Kind.NATIVE_EVENT));
    }

    @Test
    void messageNamesBothSidesAndTheNextStep() {
        refuses(
                one,
                Samples.text("s3-put"),
                "ALOFT-204 Function get-order expects HTTP requests but got aws:s3 (storage events (created) of uploads). Bind"
                        + " that source to a function with the trigger for it, or set ALOFT_FUNCTION for this deployment.");
    }

    @Test
    void severalFunctionsAreListed() {
        LambdaRuntime two = runtime(Functions.builder().http("get-order", "GET", "/orders/{id}", OK).stream(
                        "count", "clicks", String.class, (message, context) -> {})
                .build());

        refuses(
                two,
                Samples.text("sqs-receive-message"),
                "ALOFT-204 The functions expect something else: [get-order (HTTP requests), count (stream records of clicks)], but"
                        + " got aws:sqs (queue messages of orders). ");
    }

    @ParameterizedTest
    @CsvSource({
        "sqs-receive-message, aws:sqs (queue messages of orders)",
        "sns-notification, aws:sns (topic messages of orders)",
        "kinesis-get-records, aws:kinesis (stream records of clicks)",
        "kafka-msk, aws:kafka (stream records of clicks)",
        "kafka-self-managed, SelfManagedKafka (stream records of clicks)",
        "mq-activemq, aws:mq (queue messages of orders)",
        "mq-rabbitmq, aws:rmq (queue messages of orders)",
        "eventbridge-custom-event, aws:events (an event of type com.acme.order.placed from com.acme.shop)",
        "cloudwatch-scheduled-event, aws:events (an event of type Scheduled Event from aws.events)",
        "apigateway-websocket-connect, an API Gateway WebSocket event",
        "apigateway-authorizer, an API Gateway authorizer event",
        "dynamodb-update, aws:dynamodb (database changes of orders)",
        "documentdb-change-stream, aws:docdb (database changes of products)",
        "eventbridge-s3-object-created, aws:events (an event of type Object Created from aws.s3)",
        "ses-email-receiving, an event of aws:ses (received mail)",
        "cloudwatch-logs, a CloudWatch Logs event"
    })
    void samplesAreNamed(String sample, String description) {
        refuses(
                one,
                Samples.text(sample),
                "ALOFT-204 Function get-order expects HTTP requests but got " + description + ". ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Records':[{'eventSource':'aws:codecommit'}]}|an event of aws:codecommit (repository changes)",
                "{'Records':[{'eventSource':'evil'}]}|an event of a source that is not known here",
                "{'Records':[{'eventSource':'aws:sns'}]}|an event of aws:sns (topic messages)",
                "{'Records':[{'eventSource':'aws:kinesis'}]}|an event of aws:kinesis (stream records)",
                "{'Records':[{'eventSource':'aws:kafka'}]}|an event of Kafka (topic records)",
                "{'Records':[{'cf':{}}]}|a CloudFront event (Lambda@Edge)",
                "{'eventSource':'aws:sqs'}|an event of aws:sqs (queue messages)",
                "{'eventSource':'aws:kafka'}|an event of Kafka (topic records)",
                "{'eventSource':'aws:amq'}|an event of a message broker (queue messages)",
                "{'eventSource':'aws:rmq'}|an event of a message broker (queue messages)",
                "{'eventSource':'aws:docdb'}|an event of aws:docdb (document changes)",
                "{'Records':[{'eventSource':'aws:s3'}]}|an event of aws:s3 (bucket changes)",
                "{'Records':[{'eventSource':'aws:dynamodb'}]}|an event of aws:dynamodb (table changes)",
                "{'eventSource':'aws:docdb','Events':[]}|an event of aws:docdb (document changes)",
                "{'deliveryStreamArn':'arn','records':[]}|a Firehose event (delivery stream records)",
                "{'detail-type':'Object Created','source':'aws.s3'}|an incomplete EventBridge event (without source or detail)",
                "{'type':'TOKEN','methodArn':'arn'}|an API Gateway authorizer event",
                "{'version':'2.0','rawPath':'/'}|an incomplete HTTP event (without requestContext)",
                "{'httpMethod':'GET','path':'/','requestContext':null}|" + WITHOUT_MARK,
                "{'httpMethod':'GET','resource':'/','requestContext':null}|" + WITHOUT_MARK,
                "{'httpMethod':'GET','requestContext':{'stage':null,'identity':null,'accountId':'1'}}|" + WITHOUT_MARK,
                "{'httpMethod':'GET','requestContext':{'elb':{},'stage':'a'}}|an event with the marks of several kinds, or of none"
                        + " that is known",
                "{'httpMethod':7,'resource':'/','requestContext':{}}|an event with the marks of several kinds, or of none that is"
                        + " known",
                "{'version':'2.0','requestContext':{'serviceNetworkArn':'a','identity':{}}}|a VPC Lattice event",
                "{'triggerSource':'PreSignUp_SignUp','version':'1','request':{}}|a Cognito trigger event",
                "{'eventSource':'aws:SelfManagedKafka'}|an event of Kafka (topic records)",
                "{'requestContext':{'http':{},'elb':{}}}|an event with the marks of several kinds, or of none that is known",
                "{'version':'2.0','requestContext':{'serviceArn':'a'}}|an event with the marks of several kinds, or of none that is"
                        + " known",
                "{'Records':[{'eventSource':'aws:sqs'}],'detail-type':'a'}|an event with the marks of several kinds",
                "{'Records':[{'eventSource':'aws:kinesis'}],'window':{}}|a batch of a tumbling window, whose state only a native"
                        + " handler can carry on",
                "{'warmer':true}|an event of no known source with the fields [warmer]",
                "{}|an event of no known source with the fields []"
            })
    void whatCameIsNamed(String event, String description) {
        refuses(
                one,
                event.replace('\'', '"'),
                "ALOFT-204 Function get-order expects HTTP requests but got " + description + ". ");
    }

    @Test
    void namesOfTheEventCannotForgeLogLines() {
        assertThat(described("{\"a\\nERROR forged\":1,\"\\u001b[2J\":2}")).endsWith(" fields [a?ERROR?forged, ?[2J]");
    }

    @Test
    void longEventsAreShortened() {
        StringBuilder event = new StringBuilder("{");
        for (int i = 0; i < 100; i++) {
            event.append(i == 0 ? "\"" : ",\"")
                    .append("n".repeat(100))
                    .append(i)
                    .append("\":")
                    .append(i);
        }

        assertThat(described(event.append('}').toString()))
                .contains("n".repeat(40) + ", …]")
                .hasSizeLessThan(500);
    }

    @Test
    void contentIsNeverShown() {
        assertThat(described("{\"secret\":\"value-1\",\"source\":\"value-2\",\"detail-type\":\"value-3\"}"))
                .doesNotContain("value");
    }

    private static String described(String event) {
        return EventMarks.of(event.getBytes(StandardCharsets.UTF_8)).described();
    }
}
