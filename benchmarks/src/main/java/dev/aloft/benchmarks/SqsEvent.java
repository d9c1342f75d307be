package dev.aloft.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ten messages with {@code {"name":"Ada"}} as SQS hands them over.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with SQS</a>
 */
final class SqsEvent {
    private static final int MESSAGES = 10;

    private SqsEvent() {}

    static byte[] json(String queue) {
        return IntStream.range(0, MESSAGES)
                .mapToObj(number ->
                        """
                        {"messageId":"059f36b4-87a3-44ab-83d2-66197501a7NN","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",\
                        "body":"{\\"name\\":\\"Ada\\"}","attributes":{"ApproximateReceiveCount":"1",\
                        "SentTimestamp":"1795600800123","SenderId":"AIDAIENQZJOLO23YVJ4VO",\
                        "ApproximateFirstReceiveTimestamp":"1795600800185"},"messageAttributes":{"tenant":{"stringValue":"acme",\
                        "stringListValues":[],"binaryListValues":[],"dataType":"String"}},\
                        "md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs",\
                        "eventSourceARN":"arn:aws:sqs:eu-central-1:123456789012:QUEUE","awsRegion":"eu-central-1"}""".replace("NN", Integer.toString(10 + number)).replace("QUEUE", queue))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
