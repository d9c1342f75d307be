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
 * Balancers, each in its own dialect. A REST API delivers binary answers only if its {@code binaryMediaTypes} has the type,
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
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-111); Lambda reports it
     *     as an initialisation error with the message and does not serve the deployment
     */
    public LambdaEntryPoint() {}

    /**
     * Answers one event. What a function throws becomes an HTTP answer.
     *
     * @param payload the event
     * @param reply receives the answer in the dialect of whoever sent the event
     * @param lambda what Lambda tells of the invocation
     * @throws IOException if the streams fail
     * @throws dev.aloft.AloftException if the event is not JSON (ALOFT-201), not an object (ALOFT-202), a broken HTTP event
     *     (ALOFT-203) or none at all (ALOFT-204); Lambda records a function error with the message
     */
    @Override
    public void handleRequest(InputStream payload, OutputStream reply, Context lambda) throws IOException {
        byte[] event = payload.readAllBytes();
        runtime.handle(event, new LambdaContext(lambda, event)).writeTo(reply);
    }
}
