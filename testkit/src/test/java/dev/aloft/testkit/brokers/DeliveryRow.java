package dev.aloft.testkit.brokers;

import static dev.aloft.testkit.brokers.FunctionKind.EVENT;
import static dev.aloft.testkit.brokers.FunctionKind.QUEUE;
import static dev.aloft.testkit.brokers.FunctionKind.SCHEDULE;
import static dev.aloft.testkit.brokers.FunctionKind.STORAGE;
import static dev.aloft.testkit.brokers.FunctionKind.STREAM;
import static dev.aloft.testkit.brokers.FunctionKind.TOPIC;

import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.testkit.aws.ActiveMqEncoder;
import dev.aloft.testkit.aws.DocumentDbEncoder;
import dev.aloft.testkit.aws.DynamoDbEncoder;
import dev.aloft.testkit.aws.KafkaEncoder;
import dev.aloft.testkit.aws.KinesisEncoder;
import dev.aloft.testkit.aws.RabbitMqEncoder;
import dev.aloft.testkit.aws.S3Encoder;
import dev.aloft.testkit.aws.ScheduleEncoder;
import dev.aloft.testkit.aws.SnsEncoder;
import dev.aloft.testkit.aws.SnsInSqsEncoder;
import dev.aloft.testkit.aws.SqsEncoder;
import dev.aloft.testkit.brokers.Told.Part;
import dev.aloft.testkit.gcp.CloudEventEncoder;
import dev.aloft.testkit.gcp.CloudSchedulerEncoder;
import dev.aloft.testkit.gcp.CloudTasksEncoder;
import dev.aloft.testkit.gcp.DatabaseEncoder;
import dev.aloft.testkit.gcp.GoogleRequest;
import dev.aloft.testkit.gcp.PubSubEncoder;
import dev.aloft.testkit.gcp.StorageEncoder;
import java.time.Instant;
import java.util.List;

/** The rows of docs/delivery.md: how each source delivers, and what its platform is told. Some rows have several sources or triggers. */
enum DeliveryRow {
    SQS(
            "SQS, `ALOFT_PARTIAL_BATCH=on`",
            Sender.lambda(QUEUE, "on", new SqsEncoder("orders")),
            Told.REPORT,
            Part.SECOND),
    SNS_IN_SQS(
            SQS.source,
            Sender.lambda(TOPIC, "on", new SnsInSqsEncoder("news", "news-mail")),
            Told.ENVELOPE,
            Part.SECOND_ENVELOPE),
    SQS_OFF(
            "SQS, setting off or absent",
            Sender.lambda(QUEUE, "off", new SqsEncoder("orders")),
            Told.ERROR_OR_REPORT,
            Part.WHOLE),
    SQS_ABSENT(SQS_OFF.source, Sender.lambda(QUEUE, "", new SqsEncoder("orders")), Told.ERROR_OR_REPORT, Part.WHOLE),
    SQS_FIFO(
            "SQS FIFO, `on`", Sender.lambda(QUEUE, "on", new SqsEncoder("orders.fifo")), Told.REPORT, Part.FROM_SECOND),
    SNS("SNS", Sender.lambda(TOPIC, "on", new SnsEncoder("news")), Told.ERROR, Part.SINGLE),
    KINESIS(
            "Kinesis, `on`",
            Sender.lambda(STREAM, "on", new KinesisEncoder("clicks")),
            Told.CHECKPOINT,
            Part.CHECKPOINT),
    KINESIS_OFF(
            "Kinesis, setting off or absent",
            Sender.lambda(STREAM, "", new KinesisEncoder("clicks")),
            Told.ERROR_OR_REPORT,
            Part.WHOLE_AT_SECOND),
    MSK(
            "MSK, self-managed Kafka",
            Sender.lambda(STREAM, "on", KafkaEncoder.msk("clicks")),
            Told.ERROR,
            Part.WHOLE_AT_SECOND),
    OWN_KAFKA(
            MSK.source,
            Sender.lambda(STREAM, "on", KafkaEncoder.selfManaged("clicks")),
            Told.ERROR,
            Part.WHOLE_AT_SECOND),
    ACTIVE_MQ("ActiveMQ, RabbitMQ", Sender.lambda(QUEUE, "on", new ActiveMqEncoder("orders")), Told.ERROR, Part.WHOLE),
    RABBIT_MQ(ACTIVE_MQ.source, Sender.lambda(QUEUE, "on", new RabbitMqEncoder("orders")), Told.ERROR, Part.WHOLE),
    EVENT_BRIDGE("EventBridge and other asynchronous events", Sender.eventBridge(), Told.ERROR, Part.SINGLE),
    DIRECT(EVENT_BRIDGE.source, Sender.direct(), Told.ERROR, Part.SINGLE),
    S3("S3, directly, by SNS or EventBridge", Sender.lambda(STORAGE, DeliveryRow::object), Told.ERROR, Part.SINGLE),
    S3_IN_SNS(S3.source, Sender.s3(new SnsEncoder("news")), Told.ERROR, Part.SINGLE),
    S3_BY_EVENT_BRIDGE(
            S3.source,
            Sender.lambda(STORAGE, word -> new S3Encoder().encodeForEventBridge(created(word))),
            Told.ERROR,
            Part.SINGLE),
    S3_IN_SQS(SQS.source, Sender.s3(new SqsEncoder("orders")), Told.REPORT, Part.SECOND),
    RULE(
            "EventBridge rule or schedule",
            Sender.lambda(SCHEDULE, word -> ScheduleEncoder.rule().encode(firing(word))),
            Told.ERROR,
            Part.SINGLE),
    SCHEDULER(
            RULE.source,
            Sender.lambda(SCHEDULE, word -> ScheduleEncoder.scheduler().encode(firing(word))),
            Told.ERROR,
            Part.SINGLE),
    DYNAMODB(
            "DynamoDB Streams, `on`",
            Sender.changes("on", new DynamoDbEncoder("products")::encode),
            Told.CHECKPOINT,
            Part.CHECKPOINT),
    DYNAMODB_OFF(
            "DynamoDB Streams, setting off or absent",
            Sender.changes("", new DynamoDbEncoder("products")::encode),
            Told.ERROR_OR_REPORT,
            Part.WHOLE_AT_SECOND),
    DOCUMENTDB(
            "DocumentDB change streams",
            Sender.changes("on", new DocumentDbEncoder("shop", "products")::encode),
            Told.ERROR,
            Part.WHOLE_AT_SECOND),
    STORAGE_QUEUE("Storage queue", Sender.azure(QUEUE, "storageQueue"), Told.FAILURE, Part.SINGLE),
    SERVICE_BUS_QUEUE(
            "Service Bus queue or subscription", Sender.azure(QUEUE, "serviceBus"), Told.FAILURE, Part.SINGLE),
    SERVICE_BUS_TOPIC(SERVICE_BUS_QUEUE.source, Sender.azure(TOPIC, "serviceBus"), Told.FAILURE, Part.SINGLE),
    EVENT_HUBS("Event Hubs", Sender.eventHubs(), Told.FAILURE, Part.WHOLE_AT_SECOND),
    KAFKA("Kafka", Sender.azure(STREAM, "kafka"), Told.FAILURE, Part.SINGLE),
    EVENT_GRID_TOPIC("Event Grid", Sender.eventGrid(TOPIC), Told.FAILURE, Part.SINGLE),
    EVENT_GRID_EVENT(EVENT_GRID_TOPIC.source, Sender.eventGrid(EVENT), Told.FAILURE, Part.SINGLE),
    EVENT_GRID_STORAGE("Event Grid, of a storage account", Sender.azureStorage(), Told.FAILURE, Part.SINGLE),
    BLOB("blob trigger", Sender.azureBlob(), Told.FAILURE, Part.SINGLE),
    TIMER("timer", Sender.azureTimer(), Told.FAILURE, Part.SINGLE),
    COSMOS_DB(
            "Cosmos DB change feed",
            Sender.azureChanges("cosmosDb", word -> "{\"id\":\"p-1\",\"_etag\":\"e-1\",\"word\":\"" + word + "\"}"),
            Told.FAILURE,
            Part.WHOLE_AT_SECOND),
    SQL(
            "Azure SQL",
            Sender.azureChanges("sql", word -> "{\"Operation\":0,\"Item\":{\"word\":\"" + word + "\"}}"),
            Told.FAILURE,
            Part.WHOLE),
    PUBSUB(
            "Pub/Sub, by Eventarc or push",
            Sender.google(TOPIC, PubSubEncoder.binaryEvent("projects/p/topics/news")::encode),
            Told.STATUS,
            Part.SINGLE),
    PUSH(
            PUBSUB.source,
            Sender.google(QUEUE, PubSubEncoder.push("projects/p/subscriptions/orders")::encode),
            Told.STATUS,
            Part.SINGLE),
    UNWRAPPED(
            PUBSUB.source,
            Sender.google(STREAM, PubSubEncoder.unwrapped("projects/p/subscriptions/clicks")::encode),
            Told.STATUS,
            Part.SINGLE),
    PUBSUB_BATCH(PUBSUB.source, Sender.googleBatch(), Told.STATUS, Part.WHOLE_REQUEST),
    TASKS("Cloud Tasks", Sender.google(QUEUE, CloudTasksEncoder::encode), Told.STATUS, Part.SINGLE),
    CLOUD_STORAGE(
            "Cloud Storage",
            Sender.googleRequest(STORAGE, word -> CloudEventEncoder.binary(StorageEncoder.event(created(word)))),
            Told.STATUS,
            Part.SINGLE),
    SCHEDULER_REQUEST(
            "Cloud Scheduler, by HTTP",
            Sender.googleRequest(SCHEDULE, word -> CloudSchedulerEncoder.request(named(word))),
            Told.STATUS,
            Part.SINGLE),
    SCHEDULER_MESSAGE(
            "Cloud Scheduler, by Pub/Sub or Eventarc",
            Sender.googleRequest(SCHEDULE, DeliveryRow::published),
            Told.STATUS,
            Part.SINGLE),
    SCHEDULER_EVENT(
            SCHEDULER_MESSAGE.source,
            Sender.googleRequest(SCHEDULE, word -> CloudEventEncoder.binary(CloudSchedulerEncoder.event(firing(word)))),
            Told.STATUS,
            Part.SINGLE),
    FIRESTORE(
            "Firestore, Datastore, Realtime Database",
            Sender.googleChange(DatabaseEncoder.firestore()),
            Told.STATUS,
            Part.SINGLE),
    DATASTORE(FIRESTORE.source, Sender.googleChange(DatabaseEncoder.datastore()), Told.STATUS, Part.SINGLE),
    REALTIME(FIRESTORE.source, Sender.googleChange(DatabaseEncoder.realtime()), Told.STATUS, Part.SINGLE),
    EVENTARC("any CloudEvent by Eventarc", Sender.googleEvent(), Told.STATUS, Part.SINGLE),
    SIGNATURE_MESSAGE("signature `cloudevent`", Sender.googleObject(TOPIC), Told.FAILURE, Part.SINGLE),
    SIGNATURE_EVENT(SIGNATURE_MESSAGE.source, Sender.googleObject(EVENT), Told.FAILURE, Part.SINGLE),
    LOCAL_QUEUE("queue", Sender.local(QUEUE), Told.LETTERS, Part.SECOND_FIVE_TIMES),
    LOCAL_TOPIC("topic", Sender.local(TOPIC), Told.LETTERS, Part.SECOND_FIVE_TIMES),
    LOCAL_STREAM("stream", Sender.local(STREAM), Told.LETTERS, Part.SECOND_FIVE_TIMES),
    LOCAL_EVENT("event", Sender.local(EVENT), Told.LETTERS, Part.SINGLE);

    private final String source;
    private final Sender sender;
    private final Told told;
    private final Part part;

    DeliveryRow(String source, Sender sender, Told told, Part part) {
        this.source = source;
        this.sender = sender;
        this.told = told;
        this.part = part;
    }

    private static StorageEvent created(String key) {
        return StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", key).build();
    }

    private static byte[] object(String key) {
        return new S3Encoder().encode(List.of(created(key)));
    }

    private static ScheduleEvent firing(String id) {
        return ScheduleEvent.builder("clean-up", Instant.EPOCH).id(id).build();
    }

    /** Of a schedule whose name is in the id. */
    private static ScheduleEvent named(String schedule) {
        return ScheduleEvent.builder(schedule, Instant.EPOCH)
                .scheduledAt(Instant.EPOCH)
                .build();
    }

    private static GoogleRequest published(String id) {
        Message<Body> message = Message.builder(id, "{}").build();
        return PubSubEncoder.push("projects/p/subscriptions/clean-up").encode(message);
    }

    /** What the page calls it. */
    String source() {
        return source;
    }

    Told told() {
        return told;
    }

    Part part() {
        return part;
    }

    boolean hasBatches() {
        return part != Part.SINGLE;
    }

    /** Delivers messages that tell the function what to do, and tells what the platform is told. */
    String deliver(String... words) {
        return Told.of(sender.send(List.of(words)));
    }
}
