package dev.aloft.testkit.brokers;

import static dev.aloft.testkit.brokers.FunctionKind.CHANGE;
import static dev.aloft.testkit.brokers.FunctionKind.EVENT;
import static dev.aloft.testkit.brokers.FunctionKind.HTTP;
import static dev.aloft.testkit.brokers.FunctionKind.QUEUE;
import static dev.aloft.testkit.brokers.FunctionKind.SCHEDULE;
import static dev.aloft.testkit.brokers.FunctionKind.STORAGE;
import static dev.aloft.testkit.brokers.FunctionKind.STREAM;
import static dev.aloft.testkit.brokers.FunctionKind.TOPIC;

import dev.aloft.HttpRequest;
import dev.aloft.spi.MessageBinding;
import dev.aloft.testkit.aws.AlbEncoder;
import dev.aloft.testkit.aws.FunctionUrlEncoder;
import dev.aloft.testkit.aws.HttpApiV2Encoder;
import dev.aloft.testkit.aws.LambdaGateway;
import dev.aloft.testkit.aws.RestApiV1Encoder;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One native event, which functions take it, and how it is named to those that do not.
 *
 * @param title for the test's name
 * @param sender hands it to a deployment of one function
 * @param named what the refusal calls it
 * @param takers the kinds of functions that get it
 */
record Pairing(String title, Function<FunctionKind, Attempt> sender, String named, Set<FunctionKind> takers) {
    private static final HttpRequest REQUEST =
            HttpRequest.builder("GET", "/orders").build();

    static List<Pairing> all() {
        return List.of(
                gateway("REST API", new RestApiV1Encoder()),
                gateway("HTTP API", new HttpApiV2Encoder()),
                gateway("function URL", new FunctionUrlEncoder()),
                gateway("load balancer", AlbEncoder.single()),
                lambda("SQS", AwsSamples.SQS, "aws:sqs", QUEUE),
                lambda("SQS FIFO", AwsSamples.SQS_FIFO, "aws:sqs", QUEUE),
                lambda("SNS in SQS", AwsSamples.SNS_IN_SQS, "aws:sqs", QUEUE, TOPIC),
                lambda("SNS", AwsSamples.SNS, "aws:sns", TOPIC),
                lambda("Kinesis", AwsSamples.KINESIS, "aws:kinesis", STREAM),
                lambda("Kafka of MSK", AwsSamples.KAFKA, "aws:kafka", STREAM),
                lambda("own Kafka", AwsSamples.SELF_MANAGED_KAFKA, "Kafka", STREAM),
                lambda("ActiveMQ", AwsSamples.ACTIVE_MQ, "aws:mq", QUEUE),
                lambda("RabbitMQ", AwsSamples.RABBIT_MQ, "aws:rmq", QUEUE),
                lambda("EventBridge", AwsSamples.EVENT_BRIDGE, "aws:events", EVENT),
                lambda("schedule", AwsSamples.SCHEDULED, "aws:events", EVENT, SCHEDULE),
                lambda("scheduler", AwsSamples.SCHEDULER, "aws:events", EVENT, SCHEDULE),
                lambda("S3", AwsSamples.S3, "aws:s3", STORAGE),
                lambda("S3 in SQS", AwsSamples.S3_IN_SQS, "aws:sqs", QUEUE, STORAGE),
                lambda("S3 in SNS", AwsSamples.S3_IN_SNS, "aws:sns", TOPIC, STORAGE),
                lambda("S3 by EventBridge", AwsSamples.S3_EVENT_BRIDGE, "aws:events", EVENT, STORAGE),
                lambda("DynamoDB", AwsSamples.DYNAMODB, "aws:dynamodb", CHANGE),
                lambda("DocumentDB", AwsSamples.DOCUMENTDB, "aws:docdb", CHANGE),
                lambda("SES", AwsSamples.SES, "aws:ses", EVENT),
                azure("http", new AzureHttpRequest(), "azure:http", HTTP),
                azure("storageQueue", bytes("Hello"), "azure:storage-queue", QUEUE),
                azure("serviceBus", bytes("Hello"), "azure:service-bus", QUEUE, TOPIC),
                azure("eventHubs", new byte[][] {bytes("Hello")}, "azure:event-hubs", STREAM),
                azure("kafka", bytes("Hello"), "azure:kafka", STREAM),
                azure("eventGrid", EVENT_GRID, "azure:event-grid", TOPIC, EVENT),
                azure("storage", STORAGE_EVENT, "azure:event-grid", STORAGE),
                azure("blob", bytes("Hello"), Map.of("BlobTrigger", "uploads/a.png"), "azure:blob", STORAGE),
                azure("timer", "{\"ScheduleStatus\":null,\"IsPastDue\":false}", "azure:timer", SCHEDULE),
                azure("cosmosDb", "[{\"id\":\"p-1\",\"_etag\":\"e-1\"}]", "azure:cosmos-db", CHANGE),
                azure("sql", "[{\"Operation\":1,\"Item\":{\"Id\":\"p-1\"}}]", "azure:sql", CHANGE),
                google("Pub/Sub event", GoogleSamples::pubSubEvent, "pubsub", TOPIC, QUEUE, STREAM, EVENT, SCHEDULE),
                google(
                        "structured",
                        GoogleSamples::structuredPubSubEvent,
                        "pubsub",
                        TOPIC,
                        QUEUE,
                        STREAM,
                        EVENT,
                        SCHEDULE),
                google("Pub/Sub push", GoogleSamples::push, "google:pubsub", TOPIC, QUEUE, STREAM, SCHEDULE),
                google("unwrapped push", GoogleSamples::unwrappedPush, "google:pubsub", TOPIC, QUEUE, STREAM, SCHEDULE),
                google("Cloud Tasks", GoogleSamples::task, "google:cloud-tasks", QUEUE),
                google("Cloud Storage", GoogleSamples::storageEvent, "cloud.storage", EVENT, STORAGE),
                google("Firestore", GoogleSamples::firestoreEvent, "cloud.firestore", EVENT, CHANGE),
                google("Cloud Scheduler", GoogleSamples::firing, "google:cloud-scheduler", SCHEDULE),
                google("Scheduler event", GoogleSamples::firingEvent, "cloud.scheduler", EVENT, SCHEDULE),
                google("CloudEvent", GoogleSamples::otherEvent, "google:cloudevents", EVENT),
                google("HTTP request", GoogleSamples::request, "request"),
                object("Pub/Sub object", GoogleSamples.pubSubObject(), "pubsub", TOPIC, QUEUE, STREAM, EVENT, SCHEDULE),
                object("Cloud Storage object", GoogleSamples.storageObject(), "cloud.storage", EVENT, STORAGE),
                object("CloudEvent object", GoogleSamples.otherObject(), "google:cloudevents", EVENT));
    }

    /** https://learn.microsoft.com/azure/event-grid/event-schema */
    private static final String EVENT_GRID = """
            {"id":"e-1","topic":"/subscriptions/s/resourceGroups/g/providers/Microsoft.EventGrid/topics/news",
            "subject":"orders/o-1","eventType":"com.acme.order.placed","eventTime":"2026-07-10T08:00:00Z","dataVersion":"1.0",
            "metadataVersion":"1","data":{"id":"o-1"}}""";

    /** https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage */
    private static final String STORAGE_EVENT = """
            {"id":"e-1","topic":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/files",
            "subject":"/blobServices/default/containers/uploads/blobs/a.png","eventType":"Microsoft.Storage.BlobCreated",
            "eventTime":"2026-07-10T08:00:00Z","dataVersion":"","metadataVersion":"1","data":{"api":"PutBlob","contentLength":5}}""";

    /**
     * What the refusal must hold: a code and both sides. That a queue holds no notifications of SNS shows in its messages alone, so
     * these fail one by one, as do those that hold no event of a bucket; and a request that is no message may be one that Pub/Sub was told to send bare.
     */
    List<String> refusal(FunctionKind kind) {
        String function = kind.definition().name();
        if (kind == TOPIC && named.equals("aws:sqs")) {
            return List.of("ALOFT-420", function, "ALOFT-214", named, "a function with a topic trigger expects");
        }
        if (kind == STORAGE && (named.equals("aws:sqs") || named.equals("aws:sns"))) {
            return List.of("ALOFT-420", function, "ALOFT-241", named, "a function with a storage trigger expects");
        }
        return named.equals("request") && kind.definition().binding() instanceof MessageBinding
                ? List.of("ALOFT-232", "[" + function + "] take messages", "the request is neither a CloudEvent")
                : List.of("ALOFT-204", function, kind.definition().binding().expects(), named);
    }

    private static Pairing gateway(String title, LambdaGateway gateway) {
        byte[] event = gateway.encode(REQUEST);
        return new Pairing("AWS " + title, kind -> PairedDeployments.gateway(kind, event), "HTTP", Set.of(HTTP));
    }

    private static Pairing lambda(String title, String event, String named, FunctionKind... takers) {
        return new Pairing("AWS " + title, kind -> PairedDeployments.lambda(kind, bytes(event)), named, Set.of(takers));
    }

    private static Pairing azure(String entry, Object value, String named, FunctionKind... takers) {
        return azure(entry, value, Map.of(), named, takers);
    }

    private static Pairing azure(
            String entry, Object value, Map<String, String> metadata, String named, FunctionKind... takers) {
        return new Pairing(
                "Azure " + entry, kind -> PairedDeployments.azure(kind, entry, value, metadata), named, Set.of(takers));
    }

    /** A service with an HTTP function takes every request as one, whatever it looks like. */
    private static Pairing google(
            String title, Supplier<GoogleExchange> exchange, String named, FunctionKind... takers) {
        Set<FunctionKind> all = new HashSet<>(Set.of(takers));
        all.add(HTTP);
        return new Pairing("Google " + title, kind -> PairedDeployments.google(kind, exchange.get()), named, all);
    }

    private static Pairing object(String title, CloudEvent event, String named, FunctionKind... takers) {
        return new Pairing("Google " + title, kind -> PairedDeployments.google(kind, event), named, Set.of(takers));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return title;
    }
}
