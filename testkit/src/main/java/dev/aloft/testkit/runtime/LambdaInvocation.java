package dev.aloft.testkit.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One event for a function, with what Lambda says about it.
 *
 * <pre>{@code
 * LambdaInvocation.of(sqsEvent).withRemaining(Duration.ofSeconds(3)).withTraceId("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700")
 * }</pre>
 *
 * @param payload the event's bytes, nearly always JSON
 * @param requestId Lambda's id of the invocation; unique within a harness
 * @param remaining how long the function has from the moment at which it gets the event
 * @param headers what the Runtime API sends beside it, by header name, for example {@code Lambda-Runtime-Trace-Id}
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda runtime API</a>
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LambdaInvocation(byte[] payload, String requestId, Duration remaining, Map<String, String> headers) {
    private static final Duration REMAINING = Duration.ofSeconds(30);
    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:aloft";

    /** Copies the headers. */
    public LambdaInvocation {
        headers = Map.copyOf(headers);
    }

    /**
     * An event with a new random request id and 30 seconds until its deadline.
     *
     * @param payload the event's bytes
     * @return the invocation
     */
    public static LambdaInvocation of(byte[] payload) {
        Map<String, String> headers = Map.of("Lambda-Runtime-Invoked-Function-Arn", ARN);
        return new LambdaInvocation(payload, UUID.randomUUID().toString(), REMAINING, headers);
    }

    /**
     * The same from a text.
     *
     * @param json the event, sent as UTF-8
     * @return the invocation
     */
    public static LambdaInvocation of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * This invocation with another request id.
     *
     * @param id the id, for example {@code 8476a536-e9f4-11e8-9739-2dfe598c3fcd}
     * @return a new invocation
     */
    public LambdaInvocation withRequestId(String id) {
        return new LambdaInvocation(payload, id, remaining, headers);
    }

    /**
     * This invocation with another deadline. The harness does not enforce it: the function only sees it.
     *
     * @param left the time from now until the deadline; may be negative
     * @return a new invocation
     */
    public LambdaInvocation withRemaining(Duration left) {
        return new LambdaInvocation(payload, requestId, left, headers);
    }

    /**
     * This invocation with an X-Ray trace header.
     *
     * @param traceId the header's value, for example {@code Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1}
     * @return a new invocation
     */
    public LambdaInvocation withTraceId(String traceId) {
        return withHeader("Lambda-Runtime-Trace-Id", traceId);
    }

    /**
     * This invocation with a header more, or with another value for one.
     *
     * @param name the Runtime API's header, for example {@code Lambda-Runtime-Client-Context}
     * @param value its value
     * @return a new invocation
     */
    public LambdaInvocation withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new LambdaInvocation(payload, requestId, remaining, more);
    }
}
