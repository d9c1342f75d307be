package dev.aloft.processor;

import dev.aloft.spi.Cron;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.SourceNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the {@code function.json} of a function that handles anything but HTTP requests.
 *
 * <p>All that can be are of the data type binary: of a JSON text the host lets the properties overwrite what it knows about the
 * message, so that a sender could forge its id; and what is no text would not survive. For Kafka, too, key, offset and headers
 * arrive beside the bytes.
 *
 * <p>Event Hubs, Kafka and the change feed of Cosmos DB go on after a failure, which loses the records; hence a retry policy, that
 * tries without end. A timer's firing is lost, too; it gets two more attempts, as many as Lambda makes, which end before even a
 * schedule of every minute fires again. Storage queues, Service Bus, Event Grid, blobs and SQL come again by themselves.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages">retry policies</a>
 * @see <a href="https://github.com/Azure/azure-functions-kafka-extension">KafkaTriggerBindingStrategy: what comes beside the
 *     bytes</a>
 */
final class AzureTrigger {
    private static final String ENDLESS_RETRY = """
            ,
              "retry": {
                "strategy": "exponentialBackoff",
                "maxRetryCount": -1,
                "minimumInterval": "00:00:02",
                "maximumInterval": "00:05:00"
              }""";
    private static final String SHORT_RETRY = """
            ,
              "retry": {
                "strategy": "fixedDelay",
                "maxRetryCount": 2,
                "delayInterval": "00:00:10"
              }""";

    private final ProcessorOptions options;

    AzureTrigger(ProcessorOptions options) {
        this.options = options;
    }

    String functionJson(DeclaredFunction function) {
        if (function.binding() instanceof ScheduleBinding schedule) {
            Map<String, String> properties =
                    Map.of("schedule", Cron.parse(schedule.cron()).azure());
            return text("timerTrigger", "timer", properties, SHORT_RETRY);
        }
        // What events come from Event Grid is up to the function's event subscription.
        return function.source()
                .map(source -> source(function.name(), source))
                .orElseGet(() -> text("eventGridTrigger", "eventGrid", Map.of(), ""));
    }

    private String source(String function, SourceBinding binding) {
        AzureService service = AzureService.of(binding, options);
        boolean endless = service == AzureService.EVENT_HUBS
                || service == AzureService.KAFKA
                || service == AzureService.COSMOS_DB;
        return text(
                type(service),
                service.entryPoint(binding),
                properties(service, binding, function),
                endless ? ENDLESS_RETRY : "");
    }

    private Map<String, String> properties(AzureService service, SourceBinding binding, String function) {
        boolean setting = options.sourceSettings() && service.takesSetting();
        String source = setting ? "%" + SourceNames.setting(binding.source()) + "%" : binding.source();
        Map<String, String> properties = new LinkedHashMap<>();
        switch (service) {
            case STORAGE_QUEUE -> {
                properties.put("queueName", source);
                properties.put("connection", "AzureWebJobsStorage");
            }
            case SERVICE_BUS -> serviceBus(properties, (MessageBinding) binding, source, function);
            case EVENT_HUBS -> eventHubs(properties, source);
            case KAFKA -> kafka(properties, source, function);
            case COSMOS_DB -> cosmosDb(properties, source, function);
            case SQL -> sql(properties, source);
            case EVENT_GRID -> {
                // The event subscription has it all.
            }
            case BLOB -> {
                properties.put("path", source + "/{name}");
                properties.put("source", "EventGrid"); // polling would miss some
                properties.put("connection", "AzureWebJobsStorage");
            }
        }
        if (service.isBinary()) {
            properties.put("dataType", "binary");
        }
        return properties;
    }

    private static void serviceBus(
            Map<String, String> properties, MessageBinding binding, String source, String function) {
        properties.put(binding.kind() == Kind.QUEUE ? "queueName" : "topicName", source);
        if (binding.kind() == Kind.TOPIC) {
            properties.put("subscriptionName", function);
        }
        properties.put("connection", "AzureWebJobsServiceBus");
        properties.put("cardinality", "one");
    }

    private static void eventHubs(Map<String, String> properties, String source) {
        properties.put("eventHubName", source);
        properties.put("connection", "AzureWebJobsEventHub");
        properties.put("consumerGroup", "$Default");
        properties.put("cardinality", "many");
    }

    private static void kafka(Map<String, String> properties, String source, String function) {
        properties.put("topic", source);
        properties.put("brokerList", "%AzureWebJobsKafkaBrokers%");
        properties.put("consumerGroup", function);
        properties.put("cardinality", "ONE");
    }

    /** The prefix lets functions share the lease container, so that each gets all changes. */
    private static void cosmosDb(Map<String, String> properties, String source, String function) {
        properties.put("databaseName", "%AzureWebJobsCosmosDBDatabase%");
        properties.put("containerName", source);
        properties.put("connection", "AzureWebJobsCosmosDB");
        properties.put("leaseContainerName", AzureService.LEASES);
        properties.put("leaseContainerPrefix", function);
        properties.put("createLeaseContainerIfNotExists", "true");
    }

    /** The brackets are for reserved words and hyphens. */
    private static void sql(Map<String, String> properties, String source) {
        properties.put("tableName", "[" + source.replace(".", "].[") + "]");
        properties.put("connectionStringSetting", "AzureWebJobsSql");
    }

    private static String text(String type, String entryPoint, Map<String, String> properties, String retry) {
        return """
                {
                  "scriptFile": "../%s",
                  "entryPoint": "dev.aloft.azure.AzureEntryPoint.%s",
                  "bindings": [
                    {
                      "type": "%s",
                      "direction": "in",
                      "name": "message"%s
                    }
                  ]%s
                }
                """.formatted(
                StubJar.NAME,
                entryPoint,
                type,
                properties.entrySet().stream()
                        .map(property -> ",\n      \"" + property.getKey() + "\": " + literal(property.getValue()))
                        .collect(Collectors.joining()),
                retry);
    }

    private static String literal(String value) {
        return value.equals("true") ? value : "\"" + value + "\"";
    }

    private static String type(AzureService service) {
        return switch (service) {
            case STORAGE_QUEUE -> "queueTrigger";
            case SERVICE_BUS -> "serviceBusTrigger";
            case EVENT_HUBS -> "eventHubTrigger";
            case KAFKA -> "kafkaTrigger";
            case EVENT_GRID -> "eventGridTrigger";
            case BLOB -> "blobTrigger";
            case COSMOS_DB -> "cosmosDBTrigger";
            case SQL -> "sqlTrigger";
        };
    }
}
