package dev.aloft.processor;

import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.SourceNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the {@code function.json} of a function that handles messages or events.
 *
 * <p>All that can be are of the data type binary: of a JSON text the host lets the properties overwrite what it knows about the
 * message, so that a sender could forge its id; and what is no text would not survive. For Kafka, too, key, offset and headers
 * arrive beside the bytes.
 *
 * <p>Event Hubs and Kafka go on after a failure, which loses the records; hence a retry policy, that tries without end. Storage
 * queues, Service Bus and Event Grid deliver again by themselves.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages">retry policies</a>
 * @see <a href="https://github.com/Azure/azure-functions-kafka-extension">KafkaTriggerBindingStrategy: what comes beside the
 *     bytes</a>
 */
final class AzureTrigger {
    private static final String RETRY = """
            ,
              "retry": {
                "strategy": "exponentialBackoff",
                "maxRetryCount": -1,
                "minimumInterval": "00:00:02",
                "maximumInterval": "00:05:00"
              }""";

    private final ProcessorOptions options;

    AzureTrigger(ProcessorOptions options) {
        this.options = options;
    }

    /** For messages of a queue, topic or stream. */
    String messages(String function, MessageBinding binding) {
        AzureService service = AzureService.of(binding, options);
        String source = options.sourceSettings() ? "%" + SourceNames.setting(binding.source()) + "%" : binding.source();
        Map<String, String> properties = new LinkedHashMap<>();
        switch (service) {
            case STORAGE_QUEUE -> {
                properties.put("queueName", source);
                properties.put("connection", "AzureWebJobsStorage");
            }
            case SERVICE_BUS -> serviceBus(properties, binding.kind(), source, function);
            case EVENT_HUBS -> {
                properties.put("eventHubName", source);
                properties.put("connection", "AzureWebJobsEventHub");
                properties.put("consumerGroup", "$Default");
                properties.put("cardinality", "many");
            }
            case KAFKA -> {
                properties.put("topic", source);
                properties.put("brokerList", "%AzureWebJobsKafkaBrokers%");
                properties.put("consumerGroup", function);
                properties.put("cardinality", "ONE");
            }
            case EVENT_GRID -> {
                return events();
            }
        }
        properties.put("dataType", "binary");
        boolean retry = service == AzureService.EVENT_HUBS || service == AzureService.KAFKA;
        return text(service, properties, retry ? RETRY : "");
    }

    private static void serviceBus(Map<String, String> properties, Kind kind, String source, String function) {
        properties.put(kind == Kind.QUEUE ? "queueName" : "topicName", source);
        if (kind == Kind.TOPIC) {
            properties.put("subscriptionName", function);
        }
        properties.put("connection", "AzureWebJobsServiceBus");
        properties.put("cardinality", "one");
    }

    /** For events; which ones come is up to the function's event subscription. */
    String events() {
        return text(AzureService.EVENT_GRID, Map.of(), "");
    }

    private static String text(AzureService service, Map<String, String> properties, String retry) {
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
                service.entryPoint(),
                type(service),
                properties.entrySet().stream()
                        .map(property -> ",\n      \"" + property.getKey() + "\": \"" + property.getValue() + "\"")
                        .collect(Collectors.joining()),
                retry);
    }

    private static String type(AzureService service) {
        return switch (service) {
            case STORAGE_QUEUE -> "queueTrigger";
            case SERVICE_BUS -> "serviceBusTrigger";
            case EVENT_HUBS -> "eventHubTrigger";
            case KAFKA -> "kafkaTrigger";
            case EVENT_GRID -> "eventGridTrigger";
        };
    }
}
