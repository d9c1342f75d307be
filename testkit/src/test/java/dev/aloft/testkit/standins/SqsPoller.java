package dev.aloft.testkit.standins;

import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.testkit.runtime.LambdaResult;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.util.List;
import java.util.Set;

/**
 * What AWS's event source mapping does: receives a batch, invokes the function with it, and deletes what the answer does not name.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with SQS</a>
 */
final class SqsPoller {
    private final Sqs sqs;
    private final String queueUrl;
    private final String queueName;
    private final boolean partialResponses;

    SqsPoller(Sqs sqs, String queueUrl, String queueName, boolean partialResponses) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.queueName = queueName;
        this.partialResponses = partialResponses;
    }

    /** How many messages were received. */
    int poll(LambdaRuntimeHarness function) {
        List<Sqs.Received> batch = sqs.receive(queueUrl);
        if (batch.isEmpty()) {
            return 0;
        }
        LambdaResult result = function.invoke(event(batch));
        if (result instanceof LambdaResult.Success response) {
            Set<String> failed = partialResponses ? BatchFailures.of(response.text()) : Set.of();
            batch.stream()
                    .filter(message -> !failed.contains(message.messageId()))
                    .forEach(message -> sqs.delete(queueUrl, message));
        }
        return batch.size();
    }

    private byte[] event(List<Sqs.Received> batch) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("Records").beginArray();
        for (Sqs.Received message : batch) {
            json.beginObject();
            json.name("messageId").string(message.messageId());
            json.name("receiptHandle").string(message.receiptHandle());
            json.name("body").string(message.body());
            json.name("attributes").beginObject();
            message.attributes().forEach((name, value) -> json.name(name).string(value));
            json.endObject();
            json.name("messageAttributes").beginObject().endObject();
            json.name("md5OfBody").string(message.md5());
            json.name("eventSource").string("aws:sqs");
            json.name("eventSourceARN").string("arn:aws:sqs:eu-central-1:000000000000:" + queueName);
            json.name("awsRegion").string("eu-central-1");
            json.endObject();
        }
        return json.endArray().endObject().toByteArray();
    }
}
