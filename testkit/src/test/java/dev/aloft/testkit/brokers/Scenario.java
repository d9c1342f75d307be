package dev.aloft.testkit.brokers;

import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What is run: one platform's source and the function behind it, set up in one way. */
enum Scenario {
    SQS(
            "SQS standard, partial response",
            0,
            new SqsStandardBroker(10, 5, true),
            lambda(Kind.QUEUE, "on", AwsEvents::sqs)),
    SQS_WINDOW(
            "SQS standard, batches of 1000",
            0,
            new SqsStandardBroker(1_000, 8, true),
            lambda(Kind.QUEUE, "on", AwsEvents::sqs)),
    SQS_UNREPORTED(
            "SQS standard, partial response off",
            0,
            new SqsStandardBroker(10, 10, false),
            lambda(Kind.QUEUE, "off", AwsEvents::sqs)),
    SQS_UNKNOWN(
            "SQS standard, partial response not told",
            0,
            new SqsStandardBroker(10, 10, true),
            lambda(Kind.QUEUE, "", AwsEvents::sqs)),
    SQS_FIFO(
            "SQS FIFO, partial response",
            500,
            new SqsFifoBroker(10, true),
            lambda(Kind.QUEUE, "on", batch -> AwsEvents.sqsFifo(batch, 500))),
    SQS_FIFO_UNREPORTED(
            "SQS FIFO, partial response off",
            500,
            new SqsFifoBroker(20, false),
            lambda(Kind.QUEUE, "off", batch -> AwsEvents.sqsFifo(batch, 500))),
    KINESIS(
            "Kinesis, on-failure destination",
            64,
            new ShardBroker(10, 10, true, 0),
            lambda(Kind.STREAM, "on", batch -> AwsEvents.kinesis(batch, 64))),
    DYNAMODB(
            "DynamoDB stream, no limit of attempts",
            64,
            new ShardBroker(20, 0, false, 30_000),
            lambda(SimulatedApplication.TABLE, "on", AwsEvents::dynamoDb)),
    S3(
            "S3, on-failure destination",
            0,
            new SingleMessageBroker(3, 60_000),
            lambda(SimulatedApplication.BUCKET, "", AwsEvents::s3)),
    KAFKA("Kafka on Lambda", 32, new KafkaBroker(2), lambda(Kind.STREAM, "", batch -> AwsEvents.kafka(batch, 32))),
    SERVICE_BUS(
            "Service Bus",
            0,
            new SingleMessageBroker(10, 0),
            azure(Kind.QUEUE, "serviceBus", AzureTriggers.SERVICE_BUS)),
    SERVICE_BUS_SESSIONS(
            "Service Bus, sessions",
            500,
            new SingleMessageBroker(10, 0),
            azure(Kind.QUEUE, "serviceBus", AzureTriggers.SERVICE_BUS_SESSIONS)),
    STORAGE_QUEUE(
            "Storage queue",
            0,
            new SingleMessageBroker(5, 0),
            azure(Kind.QUEUE, "storageQueue", AzureTriggers.STORAGE_QUEUE)),
    EVENT_HUBS(
            "Event Hubs, retry policy",
            32,
            new CheckpointBroker(10, GeneratedPolicy.ofStream("event-hubs")),
            azure(Kind.STREAM, "eventHubs", AzureTriggers.EVENT_HUBS)),
    KAFKA_AZURE(
            "Kafka on Azure, retry policy",
            32,
            new CheckpointBroker(1, GeneratedPolicy.ofStream("kafka")),
            azure(Kind.STREAM, "kafka", AzureTriggers.KAFKA)),
    EVENT_HUBS_BARE(
            "Event Hubs without retry policy",
            32,
            new CheckpointBroker(10, 0),
            azure(Kind.STREAM, "eventHubs", AzureTriggers.EVENT_HUBS)),
    EVENT_GRID(
            "Event Grid, blobs",
            0,
            new SingleMessageBroker(30, 10_000),
            azure(SimulatedApplication.BUCKET, "storage", AzureTriggers.STORAGE_EVENT)),
    BLOB(
            "Blob trigger",
            0,
            new SingleMessageBroker(5, 0),
            azure(SimulatedApplication.BUCKET, "blob", AzureTriggers.BLOB)),
    COSMOS_DB(
            "Cosmos DB, retry policy",
            32,
            new CheckpointBroker(20, GeneratedPolicy.ofContainer()),
            azure(SimulatedApplication.TABLE, "cosmosDb", AzureTriggers.COSMOS_DB)),
    COSMOS_DB_BARE(
            "Cosmos DB without retry policy",
            32,
            new CheckpointBroker(10, 0),
            azure(SimulatedApplication.TABLE, "cosmosDb", AzureTriggers.COSMOS_DB)),
    SQL_TABLE("SQL trigger", 0, new SqlBroker(20), azure(SimulatedApplication.TABLE, "sql", AzureTriggers.SQL)),
    TIMER(
            "Timer, retry policy",
            1,
            new CheckpointBroker(1, GeneratedPolicy.ofTimer()),
            azure(SimulatedApplication.SCHEDULE, "timer", AzureTriggers.TIMER)),
    TIMER_BARE(
            "Timer without retry policy",
            1,
            new CheckpointBroker(1, 0),
            azure(SimulatedApplication.SCHEDULE, "timer", AzureTriggers.TIMER)),
    PUBSUB(
            "Pub/Sub push",
            0,
            new SingleMessageBroker(5, 10_000),
            google(new MessageBinding(Kind.TOPIC, SimulatedApplication.SOURCE), GoogleTarget::push)),
    PUBSUB_ORDERED(
            "Pub/Sub push, ordering keys",
            500,
            new SingleMessageBroker(5, 10_000),
            google(new MessageBinding(Kind.TOPIC, SimulatedApplication.SOURCE), GoogleTarget::push)),
    EVENTARC_STORAGE(
            "Eventarc, Cloud Storage",
            0,
            new SingleMessageBroker(5, 10_000),
            google(SimulatedApplication.BUCKET, GoogleTarget::object)),
    EVENTARC_FIRESTORE(
            "Eventarc, Firestore",
            0,
            new SingleMessageBroker(5, 10_000),
            google(SimulatedApplication.TABLE, GoogleTarget::change));

    private final String title;
    private final int groups;
    private final Broker broker;
    private final Function<Simulation, Target> fleet;

    Scenario(String title, int groups, Broker broker, Function<Simulation, Target> fleet) {
        this.title = title;
        this.groups = groups;
        this.broker = broker;
        this.fleet = fleet;
    }

    private static Function<Simulation, Target> lambda(
            Kind kind, String partial, Function<List<Delivery>, byte[]> event) {
        return lambda(new MessageBinding(kind, SimulatedApplication.SOURCE), partial, event);
    }

    private static Function<Simulation, Target> lambda(
            Binding binding, String partial, Function<List<Delivery>, byte[]> event) {
        return simulation -> Fleet.of(simulation, (settings, batches) -> {
            Map<String, String> environment = new HashMap<>(settings);
            if (!partial.isEmpty()) {
                environment.put("ALOFT_PARTIAL_BATCH", partial);
            }
            return LambdaTarget.deploy(
                    new SimulatedApplication.Setup(simulation, binding, batches), environment, event);
        });
    }

    private static Function<Simulation, Target> azure(Kind kind, String entry, AzureTarget.Trigger trigger) {
        return azure(new MessageBinding(kind, SimulatedApplication.SOURCE), entry, trigger);
    }

    private static Function<Simulation, Target> azure(Binding binding, String entry, AzureTarget.Trigger trigger) {
        return simulation -> Fleet.of(
                simulation,
                (settings, batches) -> AzureTarget.deploy(
                        new SimulatedApplication.Setup(simulation, binding, batches), settings, entry, trigger));
    }

    private static Function<Simulation, Target> google(Binding binding, Function<Delivery, GoogleExchange> sender) {
        return simulation -> Fleet.of(
                simulation,
                (settings, batches) -> GoogleTarget.deploy(
                        new SimulatedApplication.Setup(simulation, binding, batches), settings, sender));
    }

    Row run(long seed, int messages) {
        return run(seed, messages, (target, simulation) -> target);
    }

    /** With something between platform and function. */
    Row run(long seed, int messages, BiFunction<Target, Simulation, Target> between) {
        FaultPlan faults = new FaultPlan(seed + ordinal(), poison(), this == SQS_WINDOW ? 10 : 500);
        Simulation simulation = new Simulation(faults, new Ledger(messages, groups));
        broker.run(simulation, between.apply(fleet.apply(simulation), simulation));
        return simulation.ledger().row(title);
    }

    /**
     * Whether the platform itself gives messages up: a table's records expire after a day and Kafka's by their retention while one
     * before them fails; rows of an SQL table and firings of a timer have their attempts; and without a policy there is one.
     */
    boolean isLossyPlatform() {
        return switch (this) {
            case DYNAMODB, KAFKA, SQL_TABLE, TIMER -> true;
            default -> isBare();
        };
    }

    /** Whether the retry policy is missing that the build writes. */
    boolean isBare() {
        return this == EVENT_HUBS_BARE || this == COSMOS_DB_BARE || this == TIMER_BARE;
    }

    /** The extra variants of a broker get fewer messages. */
    int share(int messages) {
        return switch (this) {
            case SQS_WINDOW,
                    SQS_UNREPORTED,
                    SQS_UNKNOWN,
                    SQS_FIFO_UNREPORTED,
                    KAFKA_AZURE,
                    EVENT_HUBS_BARE,
                    COSMOS_DB_BARE,
                    BLOB,
                    TIMER,
                    TIMER_BARE,
                    PUBSUB_ORDERED,
                    EVENTARC_STORAGE,
                    EVENTARC_FIRESTORE -> messages / 4;
            default -> messages;
        };
    }

    /** Where a message can block others for days, few do. */
    private int poison() {
        return switch (this) {
            case EVENT_HUBS, KAFKA_AZURE, COSMOS_DB -> 0;
            case DYNAMODB, KAFKA -> 10;
            case KINESIS -> 50;
            default -> 200;
        };
    }
}
