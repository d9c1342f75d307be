package dev.aloft.benchmarks;

import dev.aloft.benchmarks.messages.MessageFunctions;
import java.util.List;
import java.util.Map;

/**
 * What a Lambda function is called with, and how a right answer is told.
 *
 * @param event the native event
 * @param signs what stands in every right answer
 * @param environment the function's settings
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record LambdaWork(byte[] event, List<String> signs, Map<String, String> environment) {

    static LambdaWork http(String path) {
        return new LambdaWork(HttpApiEvent.json(path), List.of(Running.EXPECTED, "\"statusCode\":200"), Map.of());
    }

    static LambdaWork sqs(String queue) {
        return new LambdaWork(
                SqsEvent.json(queue),
                List.of("\"batchItemFailures\":[]"),
                Map.of("ALOFT_INDEX", MessageFunctions.class.getName(), "ALOFT_PARTIAL_BATCH", "on"));
    }

    boolean isDoneBy(String answer) {
        return signs.stream().allMatch(answer::contains);
    }
}
