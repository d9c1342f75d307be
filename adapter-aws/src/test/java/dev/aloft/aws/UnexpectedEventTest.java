package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.AloftException;
import dev.aloft.spi.FunctionDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnexpectedEventTest {
    private static final List<FunctionDefinition> ONE =
            List.of(FunctionDefinition.http("get-order", "/orders/{id}", "GET"));
    private static final String WITHOUT_MARK =
            "an incomplete HTTP event: it has httpMethod, but neither requestContext.elb (load balancer) nor one of"
                    + " requestContext.stage, requestContext.resourcePath, requestContext.identity, or resource beside a"
                    + " requestContext (API Gateway)";

    @Test
    void messageNamesBothSidesAndTheNextStep() {
        AloftException failure = UnexpectedEvent.of(Samples.bytes("sns-notification"), ONE);

        assertThat(failure.kind()).isEqualTo(AloftException.Kind.NATIVE_EVENT);
        assertThat(failure)
                .hasMessage(
                        "ALOFT-204 Function get-order expects HTTP requests but got an event of aws:sns (topic messages). Take"
                                + " that source off this Lambda function; HTTP requests come from an API Gateway REST or HTTP API, a"
                                + " function URL or an Application Load Balancer.");
    }

    @Test
    void severalFunctionsAreListed() {
        List<FunctionDefinition> two = List.of(ONE.get(0), FunctionDefinition.http("place-order", "/orders", "POST"));

        AloftException failure = UnexpectedEvent.of(Samples.bytes("sqs-receive-message"), two);

        assertThat(failure)
                .hasMessageStartingWith(
                        "ALOFT-204 The functions [get-order, place-order] expect HTTP requests but got ");
    }

    @ParameterizedTest
    @CsvSource({
        "sqs-receive-message, an event of aws:sqs (queue messages)",
        "sns-notification, an event of aws:sns (topic messages)",
        "cloudwatch-scheduled-event, an EventBridge event (schedule)",
        "apigateway-websocket-connect, an API Gateway WebSocket event",
        "apigateway-authorizer, an API Gateway authorizer event"
    })
    void samplesAreNamed(String sample, String description) {
        assertThat(UnexpectedEvent.of(Samples.bytes(sample), ONE))
                .hasMessageContaining(" but got " + description + ". ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Records':[{'eventSource':'aws:s3'}]}|an event of aws:s3 (bucket changes)",
                "{'Records':[{'eventSource':'aws:dynamodb'},{}]}|an event of aws:dynamodb (table changes)",
                "{'Records':[{'eventSource':'aws:kinesis'}]}|an event of aws:kinesis (stream records)",
                "{'Records':[{'eventSource':'aws:ses'}]}|an event of aws:ses (received mail)",
                "{'Records':[{'eventSource':'aws:codecommit'}]}|an event of aws:codecommit (repository changes)",
                "{'Records':[{'eventSource':'evil'}]}|an event of a source that is not known here",
                "{'Records':[{'cf':{}}]}|a CloudFront event (Lambda@Edge)",
                "{'eventSource':'aws:kafka','records':{}}|an event of Kafka (topic records)",
                "{'eventSource':'SelfManagedKafka','records':{}}|an event of Kafka (topic records)",
                "{'eventSource':'aws:SelfManagedKafka','records':{}}|an event of Kafka (topic records)",
                "{'eventSource':'aws:amq','messages':[]}|an event of a message broker (queue messages)",
                "{'eventSource':'aws:rmq','rmqMessagesByQueue':{}}|an event of a message broker (queue messages)",
                "{'eventSource':'aws:docdb','events':[]}|an event of aws:docdb (document changes)",
                "{'deliveryStreamArn':'arn','records':[]}|a Firehose event (delivery stream records)",
                "{'awslogs':{'data':'H4s'}}|a CloudWatch Logs event",
                "{'detail-type':'Object Created','source':'aws.s3','detail':{}}|an EventBridge event (bus)",
                "{'detail-type':'Scheduled Event','source':'aws.scheduler'}|an EventBridge event (schedule)",
                "{'type':'TOKEN','methodArn':'arn'}|an API Gateway authorizer event",
                "{'version':'2.0','rawPath':'/'}|an incomplete HTTP event (without requestContext)",
                "{'httpMethod':'GET','path':'/','requestContext':null}|" + WITHOUT_MARK,
                "{'httpMethod':'GET','resource':'/','requestContext':null}|" + WITHOUT_MARK,
                "{'httpMethod':'GET','requestContext':{'stage':null,'identity':null,'accountId':'1'}}|" + WITHOUT_MARK,
                "{'httpMethod':'GET','requestContext':{'elb':{},'stage':'a'}}|an event with the marks of several kinds, or of none"
                        + " that is known",
                "{'version':'2.0','requestContext':{'serviceNetworkArn':'a','identity':{}}}|a VPC Lattice event",
                "{'triggerSource':'PreSignUp_SignUp','version':'1','request':{}}|a Cognito trigger event",
                "{'requestContext':{'http':{},'elb':{}}}|an event with the marks of several kinds, or of none that is known",
                "{'version':'2.0','requestContext':{'serviceArn':'a'}}|an event with the marks of several kinds, or of none that is"
                        + " known",
                "{'Records':[]}|an event of no known source with the fields [Records]",
                "{'Records':[null]}|an event of no known source with the fields [Records]",
                "{'Records':'x','eventSource':7}|an event of no known source with the fields [Records, eventSource]",
                "{'warmer':true}|an event of no known source with the fields [warmer]",
                "{}|an event of no known source with the fields []"
            })
    void whatCameIsNamed(String event, String description) {
        byte[] payload = event.replace('\'', '"').getBytes(StandardCharsets.UTF_8);

        assertThat(UnexpectedEvent.of(payload, ONE)).hasMessageContaining(" but got " + description + ". ");
    }

    @Test
    void namesOfTheEventCannotForgeLogLines() {
        byte[] payload = "{\"a\\nERROR forged\":1,\"\\u001b[2J\":2}".getBytes(StandardCharsets.UTF_8);

        assertThat(UnexpectedEvent.of(payload, ONE)).hasMessageContaining(" fields [a?ERROR?forged, ?[2J]. ");
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

        AloftException failure = UnexpectedEvent.of(event.append('}').toString().getBytes(StandardCharsets.UTF_8), ONE);

        assertThat(failure.getMessage()).contains("n".repeat(40) + ", …]").hasSizeLessThan(800);
    }

    @Test
    void contentIsNeverShown() {
        byte[] payload = "{\"secret\":\"value-1\",\"source\":\"value-2\",\"detail-type\":\"value-3\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(UnexpectedEvent.of(payload, ONE).getMessage()).doesNotContain("value");
    }
}
