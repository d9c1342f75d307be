package dev.aloft.testkit.brokers;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What Google sends over HTTP, in the form of the page that is named with it, with values of our own. */
final class GoogleSamples {
    private static final String TOPIC = "//pubsub.googleapis.com/projects/acme/topics/news";
    private static final String PUBLISHED = "google.cloud.pubsub.topic.v1.messagePublished";
    private static final String MESSAGE = """
            {"message":{"attributes":{"tenant":"acme"},"data":"SGVsbG8=","messageId":"2070443601311540",
            "message_id":"2070443601311540","publishTime":"2026-07-10T08:00:00.789Z","publish_time":"2026-07-10T08:00:00.789Z"},
            "subscription":"projects/acme/subscriptions/news"}""";

    private GoogleSamples() {}

    /** https://cloud.google.com/eventarc/docs/cloudevents, a message of Pub/Sub in binary mode */
    static GoogleExchange pubSubEvent() {
        return binary(PUBLISHED, TOPIC, MESSAGE);
    }

    /** The same in structured mode, https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md */
    static GoogleExchange structuredPubSubEvent() {
        String event = "{\"specversion\":\"1.0\",\"id\":\"2070443601311540\",\"source\":\"" + TOPIC + "\",\"type\":\""
                + PUBLISHED + "\",\"time\":\"2026-07-10T08:00:00Z\",\"datacontenttype\":\"application/json\",\"data\":"
                + MESSAGE + "}";
        return post(event).header("Content-Type", "application/cloudevents+json; charset=utf-8");
    }

    /** The same as an object of the framework. */
    static GoogleCloudEvent pubSubObject() {
        return new GoogleCloudEvent(PUBLISHED, URI.create(TOPIC), MESSAGE);
    }

    /** https://cloud.google.com/pubsub/docs/push#receive_push */
    static GoogleExchange push() {
        return post(MESSAGE).header("Content-Type", "application/json");
    }

    /** https://cloud.google.com/pubsub/docs/payload-unwrapping, with metadata */
    static GoogleExchange unwrappedPush() {
        return post("Hello")
                .header("x-goog-pubsub-subscription-name", "projects/acme/subscriptions/news")
                .header("x-goog-pubsub-message-id", "2070443601311540")
                .header("x-goog-pubsub-publish-time", "2026-07-10T08:00:00.789Z");
    }

    /** https://cloud.google.com/tasks/docs/creating-http-target-tasks#handler */
    static GoogleExchange task() {
        return post("Hello")
                .header("Content-Type", "application/octet-stream")
                .header("X-CloudTasks-QueueName", "orders")
                .header("X-CloudTasks-TaskName", "7911317572")
                .header("X-CloudTasks-TaskRetryCount", "0")
                .header("X-CloudTasks-TaskExecutionCount", "0")
                .header("X-CloudTasks-TaskETA", "1783670400");
    }

    /** https://cloud.google.com/eventarc/docs/cloudevents */
    static GoogleExchange otherEvent() {
        return binary("com.acme.order.placed", "/shop", "{\"id\":\"o-1\"}");
    }

    /** The same as an object of the framework. */
    static GoogleCloudEvent otherObject() {
        return new GoogleCloudEvent("com.acme.order.placed", URI.create("/shop"), "{\"id\":\"o-1\"}");
    }

    static GoogleExchange request() {
        return post("{\"id\":\"o-1\"}").header("Content-Type", "application/json");
    }

    private static GoogleExchange binary(String type, String source, String data) {
        return post(data)
                .header("ce-specversion", "1.0")
                .header("ce-id", "2070443601311540")
                .header("ce-type", type)
                .header("ce-source", source)
                .header("ce-time", "2026-07-10T08:00:00Z")
                .header("Content-Type", "application/json");
    }

    private static GoogleExchange post(String body) {
        return GoogleExchange.post(body.getBytes(StandardCharsets.UTF_8));
    }
}
