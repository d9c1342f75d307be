package dev.aloft.testkit.standins;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The few calls of SQS that a test makes.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html">requests
 *     in JSON</a>
 */
final class Sqs {
    private final JsonCalls calls;

    Sqs(int port) {
        this.calls = new JsonCalls(port, "sqs");
    }

    /** A message as ReceiveMessage gives it. */
    record Received(String messageId, String receiptHandle, String body, String md5, Map<String, String> attributes) {}

    /** The new queue's URL. */
    String createQueue(String name, Map<String, String> attributes) {
        JsonWriter request = new JsonWriter().beginObject();
        request.name("QueueName").string(name);
        request.name("Attributes").beginObject();
        attributes.forEach((attribute, value) -> request.name(attribute).string(value));
        request.endObject().endObject();
        Map<String, String> reply = new LinkedHashMap<>();
        JsonReader json = new JsonReader(call("CreateQueue", request));
        json.beginObject();
        while (json.hasNext()) {
            reply.put(json.name(), json.scalar());
        }
        return reply.get("QueueUrl");
    }

    void send(String queueUrl, String body, String group) {
        JsonWriter request = new JsonWriter().beginObject();
        request.name("QueueUrl").string(queueUrl);
        request.name("MessageBody").string(body);
        if (!group.isEmpty()) {
            request.name("MessageGroupId").string(group);
            request.name("MessageDeduplicationId").string(body);
        }
        call("SendMessage", request.endObject());
    }

    void delete(String queueUrl, Received message) {
        JsonWriter request = new JsonWriter().beginObject();
        request.name("QueueUrl").string(queueUrl);
        request.name("ReceiptHandle").string(message.receiptHandle());
        call("DeleteMessage", request.endObject());
    }

    List<Received> receive(String queueUrl) {
        JsonWriter request = new JsonWriter().beginObject();
        request.name("QueueUrl").string(queueUrl);
        request.name("MaxNumberOfMessages").number(10);
        request.name("AttributeNames").beginArray().string("All").endArray();
        List<Received> messages = new ArrayList<>();
        JsonReader json = new JsonReader(call("ReceiveMessage", request.endObject()));
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("Messages") && !json.isNull()) {
                json.beginArray();
                while (json.hasNext()) {
                    messages.add(received(json));
                }
                json.endArray();
            } else {
                json.skip();
            }
        }
        return messages;
    }

    private static Received received(JsonReader json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> attributes = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (name.equals("Attributes")) {
                json.beginObject();
                while (json.hasNext()) {
                    attributes.put(json.name(), json.scalar());
                }
                json.endObject();
            } else if (json.isString()) {
                fields.put(name, json.string());
            } else {
                json.skip();
            }
        }
        json.endObject();
        return new Received(
                fields.get("MessageId"),
                fields.get("ReceiptHandle"),
                fields.get("Body"),
                fields.get("MD5OfBody"),
                attributes);
    }

    private byte[] call(String action, JsonWriter body) {
        return calls.call("AmazonSQS." + action, body.toByteArray());
    }
}
