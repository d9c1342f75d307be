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

    private static final String BUCKET = "//storage.googleapis.com/projects/_/buckets/uploads";
    private static final String FINALIZED = "google.cloud.storage.object.v1.finalized";
    private static final String OBJECT = """
            {"kind":"storage#object","bucket":"uploads","name":"cats/tom 1.png","generation":"1783670400123456",
            "metageneration":"1","contentType":"image/png","size":"4711","etag":"CMDEqKbZ6vUCEAE=",
            "timeCreated":"2026-07-10T08:00:00.123Z","updated":"2026-07-10T08:00:00.123Z"}""";

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

    /** https://docs.cloud.google.com/eventarc/docs/reference/supported-events, an object of Cloud Storage */
    static GoogleExchange storageEvent() {
        return binary(FINALIZED, BUCKET, OBJECT);
    }

    /** The same as an object of the framework. */
    static GoogleCloudEvent storageObject() {
        return new GoogleCloudEvent(FINALIZED, URI.create(BUCKET), OBJECT);
    }

    /** https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/firestore/v1/data.proto, as JSON */
    static GoogleExchange firestoreEvent() {
        return binary("google.cloud.firestore.document.v1.created", "//firestore.googleapis.com/projects/acme", """
                {"value":{"name":"projects/acme/databases/(default)/documents/products/p-1",
                "fields":{"name":{"stringValue":"Mug"}},"createTime":"2026-07-10T08:00:00Z","updateTime":"2026-07-10T08:00:00Z"},
                "updateMask":{}}""");
    }

    /** https://docs.cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs#HttpTarget */
    static GoogleExchange firing() {
        return post("{}")
                .header("User-Agent", "Google-Cloud-Scheduler")
                .header("X-CloudScheduler", "true")
                .header("X-CloudScheduler-JobName", "clean-up")
                .header("X-CloudScheduler-ScheduleTime", "2026-07-10T03:30:00Z")
                .header("Content-Type", "application/octet-stream");
    }

    /** https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/cloud/scheduler/v1/events.proto */
    static GoogleExchange firingEvent() {
        return binary(
                "google.cloud.scheduler.job.v1.executed",
                "//cloudscheduler.googleapis.com/projects/acme/locations/europe-west3/jobs/clean-up",
                "{\"customData\":\"e30=\"}");
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
