package dev.aloft.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What Lambda calls. The function's handler setting is {@code dev.aloft.aws.LambdaEntryPoint}, without a method.
 *
 * <p>It answers the HTTP events of REST APIs, HTTP APIs (payload formats 1.0 and 2.0), function URLs and Application Load
 * Balancers, each in its own dialect. It hands the messages of SQS, SNS (also through SQS), Kinesis, Kafka (MSK and self-managed),
 * ActiveMQ and RabbitMQ to functions with a queue, topic or stream trigger; what S3 tells, itself, in those of SQS and SNS or by
 * EventBridge, to functions with a storage trigger; the firings of EventBridge's rules and schedules to those with a schedule
 * trigger; changes of DynamoDB and DocumentDB to those with a change trigger; and other EventBridge events, as well as JSON objects
 * of services that Aloft does not model, to those with an event trigger. Everything else fails the invocation.
 *
 * <p>A message that was not handled comes again. Set {@code ALOFT_PARTIAL_BATCH=on} exactly where the event source mapping has
 * {@code FunctionResponseTypes: [ReportBatchItemFailures]}: then SQS, Kinesis and DynamoDB Streams learn what failed. Otherwise one failed
 * message fails the invocation, and its whole batch comes again; a mere report would have Lambda delete it. A queue to which SNS
 * delivers raw messages needs {@code ALOFT_SNS_RAW=on} for a function with a topic trigger.
 *
 * <p>A REST API delivers binary answers only if its {@code binaryMediaTypes} has the type,
 * for example {@code *}{@code /*}; a load balancer delivers several cookies reliably only with the target group's attribute
 * {@code lambda.multi_value_headers.enabled}.
 *
 * <p>Lambda may call one object from several threads; it is thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Lambda function handlers in Java</a>
 */
public final class LambdaEntryPoint implements RequestStreamHandler {
    private final LambdaRuntime runtime = LambdaRuntime.start(System.getenv());

    /**
     * Finds the application's functions, once per execution environment.
     *
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-117); Lambda reports it
     *     as an initialisation error with the message and does not serve the deployment
     */
    public LambdaEntryPoint() {}

    /**
     * Answers one event. What an HTTP function throws becomes an HTTP answer; what another one throws has its message or event
     * delivered again.
     *
     * @param payload the event
     * @param reply receives the answer in the dialect of whoever sent the event, for messages which of them failed
     * @param lambda what Lambda tells of the invocation
     * @throws IOException if the streams fail
     * @throws dev.aloft.AloftException if the event is not JSON (ALOFT-201), not an object (ALOFT-202), a broken HTTP event
     *     (ALOFT-203), one that no function expects (ALOFT-204, ALOFT-207, ALOFT-208) or one without what AWS always sends
     *     (ALOFT-210, ALOFT-211, ALOFT-240, ALOFT-242, ALOFT-243, ALOFT-245), or if something was not handled (ALOFT-420); Lambda records a function error with the message
     */
    @Override
    public void handleRequest(InputStream payload, OutputStream reply, Context lambda) throws IOException {
        byte[] event = payload.readAllBytes();
        runtime.handle(event, new LambdaContext(lambda, event)).writeTo(reply);
    }
}
