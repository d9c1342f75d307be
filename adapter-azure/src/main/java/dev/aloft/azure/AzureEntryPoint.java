package dev.aloft.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import dev.aloft.AloftException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the Azure Functions Java worker calls. Every generated {@code function.json} names one of these methods:
 *
 * <pre>{@code
 * {"scriptFile": "../azure.jar", "entryPoint": "dev.aloft.azure.AzureEntryPoint.http", "bindings": [
 *   {"type": "httpTrigger", "direction": "in", "name": "request", "authLevel": "anonymous", "route": "orders/{id}"},
 *   {"type": "http", "direction": "out", "name": "$return"}]}
 * }</pre>
 *
 * <p>Every method but {@link #http} takes messages, events, firings or changes. Which function gets them is the host's word, by the name of the {@code
 * function.json}'s folder; it must be one for that kind of trigger, else the invocation fails with code ALOFT-204, which names both
 * sides. A method returns if every message is done with: handled, or rejected, which is logged at level ERROR. Otherwise it throws
 * with code ALOFT-420, also where the function asked for a later delivery, since no trigger lets it say when. The log has each reason.
 * An application that cannot start fails every invocation at once with a code from ALOFT-101 to ALOFT-116.
 *
 * <p>What the host tells beside a message can be trusted only with {@code "dataType": "binary"}, as the annotation processor writes:
 * the properties of a message that is a JSON object in text would overwrite it.
 *
 * <p>The methods are static, so the worker makes no instance, and their class has no static state: an {@code Error} there would
 * leave the host waiting for functionTimeout, while one inside of a method is reported at once. For the same reason no type of
 * Aloft stands in this class where the JVM would look for it before a method runs.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-reference-java">Azure Functions for Java</a>
 */
public final class AzureEntryPoint {
    private AzureEntryPoint() {}

    /**
     * Answers one HTTP request. A failure of the function is an answer, too: a problem document with the invocation id under which
     * the log has the reason.
     *
     * <p>The host tries routes in the order of the functions' names, not the most specific one first. So the function that it names
     * only has to be one of the application; which one runs is decided by method and path among all of them, as everywhere.
     *
     * <p>What the platform does to HTTP: repeated request headers arrive joined with a comma. Of several {@code Set-Cookie} headers
     * the first is sent, with a warning (ALOFT-412) in the log; other repeated response headers are joined. Bodies that are neither
     * {@code application/octet-stream} nor {@code multipart/*} arrive as text, so one that is not UTF-8, such as an image, is
     * destroyed before it is here: it is answered 400 (ALOFT-310), and so is one whose bytes the text does not tell for certain,
     * because it has U+FFFD or a length that UTF-16 has too. A body sent in chunks the platform drops (ALOFT-311). {@code %25} followed by two hexadecimal digits arrives as a percent-encoded character.
     *
     * @param request the request; the worker matches the annotation's name with the binding's
     * @param context what the worker tells of the invocation
     * @return the answer
     * @throws AloftException if the application cannot start (ALOFT-101 to ALOFT-114); Azure records a failed invocation with the
     *     message and answers 500 without a body, this time and every time until the process ends
     */
    public static HttpResponseMessage http(
            @HttpTrigger(name = AzureHttpMapper.BINDING) HttpRequestMessage<Optional<String>> request,
            ExecutionContext context) {
        return AzureHttpMapper.answer(request, context);
    }

    /**
     * Handles one message of a Storage queue, for a function with {@code @QueueTrigger}.
     *
     * <pre>{@code
     * {"type": "queueTrigger", "direction": "in", "name": "message", "dataType": "binary", "queueName": "orders",
     *  "connection": "AzureWebJobsStorage"}
     * }</pre>
     *
     * <p>After a failure the message is visible again after the queue's visibilityTimeout, at once by default; after the fifth one
     * (maxDequeueCount) the host moves it to the queue {@code orders-poison}. If the host or worker does not show the message's id,
     * a digest of the content stands for it, with a warning (ALOFT-220).
     *
     * @param message the content, without the queue's Base64
     * @param context what the worker tells of the invocation
     * @throws AloftException if the message is not done with (ALOFT-420) or the function is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue-trigger">Storage queue
     *     trigger</a>
     */
    public static void storageQueue(
            @AzureBinding(name = MessageEntryPoint.BINDING) byte @Nullable [] message, ExecutionContext context) {
        MessageEntryPoint.storageQueue(message, AzureContext.invocation(context));
    }

    /**
     * Handles one message of a Service Bus queue or subscription, for a function with {@code @QueueTrigger} or
     * {@code @TopicTrigger}.
     *
     * <pre>{@code
     * {"type": "serviceBusTrigger", "direction": "in", "name": "message", "dataType": "binary", "queueName": "orders",
     *  "connection": "ServiceBus"}
     * }</pre>
     *
     * <p>The host completes the message when the method returns, and abandons it otherwise; after the entity's MaxDeliveryCount, 10
     * by default, Service Bus moves it to its dead-letter queue.
     *
     * @param message the content
     * @param context what the worker tells of the invocation
     * @throws AloftException if the message is not done with (ALOFT-420) or the function is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-service-bus-trigger">Service Bus
     *     trigger</a>
     */
    public static void serviceBus(
            @AzureBinding(name = MessageEntryPoint.BINDING) byte @Nullable [] message, ExecutionContext context) {
        MessageEntryPoint.serviceBus(message, AzureContext.invocation(context));
    }

    /**
     * Handles a batch of events of one partition of an event hub, for a function with {@code @StreamTrigger}.
     *
     * <pre>{@code
     * {"type": "eventHubTrigger", "direction": "in", "name": "message", "dataType": "binary", "cardinality": "many",
     *  "eventHubName": "clicks", "connection": "EventHubs"}
     * }</pre>
     *
     * <p>One failure fails the invocation: the events after it are not attempted, and the host repeats the whole batch by the retry
     * policy of the {@code function.json}. Without such a policy the batch would be lost, because the host writes its checkpoint
     * after a failure as well; the annotation processor always writes one. An empty batch, which the host never sends, fails.
     *
     * @param messages the contents in order
     * @param context what the worker tells of the invocation
     * @throws AloftException if an event is not done with (ALOFT-420), the function is for something else (ALOFT-204), there are no
     *     events (ALOFT-221), or the metadata does not belong to them (ALOFT-223)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-event-hubs-trigger">Event Hubs trigger</a>
     */
    public static void eventHubs(
            @AzureBinding(name = MessageEntryPoint.BINDING) byte @Nullable [] @Nullable [] messages,
            ExecutionContext context) {
        MessageEntryPoint.eventHubs(messages, AzureContext.invocation(context));
    }

    /**
     * Handles one record of a Kafka topic, for a function with {@code @StreamTrigger}.
     *
     * <pre>{@code
     * {"type": "kafkaTrigger", "direction": "in", "name": "message", "dataType": "binary", "cardinality": "one",
     *  "topic": "clicks", "brokerList": "%KAFKA_BROKERS%", "consumerGroup": "$Default"}
     * }</pre>
     *
     * <p>Read in the extension's source ({@code KafkaEventDataConvertManager}, {@code KafkaTriggerBindingStrategy}), not tried with a
     * broker: bytes are the record's value just as it is, and Topic, Partition, Offset, Timestamp, Key and Headers (values in Base64)
     * are trigger metadata. As text the trigger would hand over a JSON document of all of them whose value is decoded as UTF-8, which
     * destroys any other. What is lost either way: a key that is not UTF-8, and whether a value is absent or empty; a record
     * without a value (a tombstone) has an empty body.
     *
     * <p>A failure has the host repeat the invocation by the retry policy of the {@code function.json}, which the annotation processor
     * always writes.
     *
     * @param message the record's value
     * @param context what the worker tells of the invocation
     * @throws AloftException if the record is not done with (ALOFT-420) or the function is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-kafka-trigger">Kafka trigger</a>
     */
    public static void kafka(
            @AzureBinding(name = MessageEntryPoint.BINDING) byte @Nullable [] message, ExecutionContext context) {
        MessageEntryPoint.kafka(message, AzureContext.invocation(context));
    }

    /**
     * Handles one event of Event Grid, for a function with {@code @EventTrigger}, or with {@code @TopicTrigger}, to which the event's
     * data is the payload.
     *
     * <pre>{@code
     * {"type": "eventGridTrigger", "direction": "in", "name": "message"}
     * }</pre>
     *
     * <p>The event may be in the Event Grid schema or a CloudEvent 1.0. A function with {@code @TopicTrigger} finds type, source and
     * time among the message's attributes. After a failure Event Grid delivers again, 30 times within 24 hours by default; then the
     * event goes to the subscription's dead-letter container, if there is one.
     *
     * @param message the event as JSON
     * @param context what the worker tells of the invocation
     * @throws AloftException if the event is not done with (ALOFT-420; the log tells of an event that cannot be read, ALOFT-201 or
     *     ALOFT-222) or the function is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-event-grid-trigger">Event Grid trigger</a>
     */
    public static void eventGrid(
            @AzureBinding(name = MessageEntryPoint.BINDING) @Nullable String message, ExecutionContext context) {
        MessageEntryPoint.eventGrid(message, AzureContext.invocation(context));
    }

    /**
     * Handles one event of a storage account that came by Event Grid, for a function with {@code @StorageTrigger}.
     *
     * <pre>{@code
     * {"type": "eventGridTrigger", "direction": "in", "name": "message"}
     * }</pre>
     *
     * <p>The event may be in the Event Grid schema or a CloudEvent 1.0. Which container and which types of events come is up to the
     * event subscription: filter its subject by {@code /blobServices/default/containers/uploads/blobs/}. BlobCreated is a creation,
     * BlobDeleted a deletion, BlobTierChanged and BlobPropertiesUpdated are an update of metadata; any other type fails. The host
     * answers Event Grid's validation of a subscription itself. After a failure Event Grid delivers again, 30 times within 24 hours
     * by default; then the event goes to the subscription's dead-letter container, if there is one.
     *
     * @param message the event as JSON
     * @param context what the worker tells of the invocation
     * @throws AloftException if the event is not done with (ALOFT-420), cannot be read (ALOFT-201, ALOFT-222, ALOFT-250), is of
     *     another type, or the function is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage">Azure Blob Storage as an Event Grid
     *     source</a>
     */
    public static void storage(
            @AzureBinding(name = MessageEntryPoint.BINDING) @Nullable String message, ExecutionContext context) {
        MessageEntryPoint.storage(message, AzureContext.invocation(context));
    }

    /**
     * Handles one new or overwritten blob, for a function with {@code @StorageTrigger}.
     *
     * <pre>{@code
     * {"type": "blobTrigger", "direction": "in", "name": "message", "dataType": "binary", "path": "uploads/{name}",
     *  "source": "EventGrid", "connection": "AzureWebJobsStorage"}
     * }</pre>
     *
     * <p>The host loads the whole blob into memory; it is the event's native form. Deletions do not come. After a failure the host tries
     * again, five times in all (poisonBlobThreshold), then it puts a message into the queue {@code webjobs-blobtrigger-poison}.
     *
     * @param message the blob's content
     * @param context what the worker tells of the invocation
     * @throws AloftException if the event is not done with (ALOFT-420), there is no content (ALOFT-221), what comes beside it cannot be
     *     read (ALOFT-223, ALOFT-250) or the function is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-blob-trigger">Blob trigger</a>
     */
    public static void blob(
            @AzureBinding(name = MessageEntryPoint.BINDING) byte @Nullable [] message, ExecutionContext context) {
        MessageEntryPoint.blob(message, AzureContext.invocation(context));
    }

    /**
     * Handles one firing of a timer, for a function with {@code @ScheduleTrigger}.
     *
     * <pre>{@code
     * {"type": "timerTrigger", "direction": "in", "name": "message", "schedule": "0 30 3 * * *"}
     * }</pre>
     *
     * <p>A failure has the host repeat the invocation by the retry policy of the {@code function.json}, which the annotation processor
     * always writes; without one the firing would be lost.
     *
     * @param message what the host says of the timer, as JSON
     * @param context what the worker tells of the invocation
     * @throws AloftException if the firing is not done with (ALOFT-420), cannot be read (ALOFT-221, ALOFT-251) or the function is for
     *     something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer">Timer trigger</a>
     */
    public static void timer(
            @AzureBinding(name = MessageEntryPoint.BINDING) @Nullable String message, ExecutionContext context) {
        MessageEntryPoint.timer(message, AzureContext.invocation(context));
    }

    /**
     * Handles a batch of changes of a Cosmos DB container, for a function with {@code @ChangeTrigger}.
     *
     * <pre>{@code
     * {"type": "cosmosDBTrigger", "direction": "in", "name": "message", "databaseName": "%AzureWebJobsCosmosDBDatabase%",
     *  "containerName": "products", "connection": "AzureWebJobsCosmosDB", "leaseContainerName": "leases"}
     * }</pre>
     *
     * <p>The feed has the newest version of each document and no deletions. One failure fails the invocation: the changes after it are
     * not attempted, and the host repeats the whole batch by the retry policy of the {@code function.json}. Without such a policy the
     * batch would be lost, because the host writes its checkpoint after a failure as well; the annotation processor always writes one.
     *
     * @param message the documents as a JSON array
     * @param context what the worker tells of the invocation
     * @throws AloftException if a change is not done with (ALOFT-420), the batch cannot be read (ALOFT-221, ALOFT-252) or the function
     *     is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-cosmosdb-v2-trigger">Cosmos DB trigger</a>
     */
    public static void cosmosDb(
            @AzureBinding(name = MessageEntryPoint.BINDING) @Nullable String message, ExecutionContext context) {
        MessageEntryPoint.changes(false, message, AzureContext.invocation(context));
    }

    /**
     * Handles a batch of changes of an SQL table, for a function with {@code @ChangeTrigger}.
     *
     * <pre>{@code
     * {"type": "sqlTrigger", "direction": "in", "name": "message", "tableName": "[products]",
     *  "connectionStringSetting": "AzureWebJobsSql"}
     * }</pre>
     *
     * <p>The table must have change tracking switched on. One failure fails the invocation, but each change has its turn: the extension
     * hands over all rows of the batch again after a minute, and a row whose invocation failed five times in succession never again.
     * So reject what can never succeed, before it takes others with it.
     *
     * @param message the changes as a JSON array
     * @param context what the worker tells of the invocation
     * @throws AloftException if a change is not done with (ALOFT-420), the batch cannot be read (ALOFT-221, ALOFT-252) or the function
     *     is for something else (ALOFT-204)
     * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-azure-sql-trigger">Azure SQL trigger</a>
     */
    public static void sql(
            @AzureBinding(name = MessageEntryPoint.BINDING) @Nullable String message, ExecutionContext context) {
        MessageEntryPoint.changes(true, message, AzureContext.invocation(context));
    }
}
