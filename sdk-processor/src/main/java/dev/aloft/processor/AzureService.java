package dev.aloft.processor;

import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a queue, topic or stream can be on Azure.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules">names</a>
 */
enum AzureService {
    STORAGE_QUEUE("storage-queue", "storageQueue", "a Storage queue"),
    SERVICE_BUS("service-bus", "serviceBus", "a Service Bus queue or topic"),
    EVENT_HUBS("event-hubs", "eventHubs", "an event hub"),
    KAFKA("kafka", "kafka", "a Kafka topic"),
    EVENT_GRID("event-grid", "eventGrid", "an Event Grid topic");

    private final String option;
    private final String entryPoint;
    private final String entity;

    AzureService(String option, String entryPoint, String entity) {
        this.option = option;
        this.entryPoint = entryPoint;
        this.entity = entity;
    }

    /** The service that the compiler option calls so. */
    static Optional<AzureService> of(String option) {
        return Arrays.stream(values())
                .filter(service -> service.option.equals(option))
                .findFirst();
    }

    /** All names, as the compiler option has them. */
    static String names() {
        return Arrays.stream(values()).map(AzureService::toString).collect(Collectors.joining(", "));
    }

    /** The names of the services that a source of this kind can be. */
    static String names(Kind kind) {
        return Arrays.stream(values())
                .filter(service -> service.fits(kind))
                .map(AzureService::toString)
                .collect(Collectors.joining(" or "));
    }

    /** What a source is: what the compiler option says, if that fits its kind, else the usual. */
    static AzureService of(MessageBinding binding, ProcessorOptions options) {
        AzureService chosen = options.bindings().get(binding.source());
        if (chosen != null && chosen.fits(binding.kind())) {
            return chosen;
        }
        return switch (binding.kind()) {
            case QUEUE -> STORAGE_QUEUE;
            case TOPIC -> SERVICE_BUS;
            case STREAM -> EVENT_HUBS;
        };
    }

    boolean fits(Kind kind) {
        return switch (this) {
            case STORAGE_QUEUE -> kind == Kind.QUEUE;
            case SERVICE_BUS -> kind == Kind.QUEUE || kind == Kind.TOPIC;
            case EVENT_HUBS, KAFKA -> kind == Kind.STREAM;
            case EVENT_GRID -> kind == Kind.TOPIC;
        };
    }

    /** The method of the entry point, see {@code dev.aloft.azure.AzureEntryPoint}. */
    String entryPoint() {
        return entryPoint;
    }

    /** What it is in words, for example {@code an event hub}. */
    String entity() {
        return entity;
    }

    /**
     * Whether a source's logical name can be the platform's. A Storage queue must leave room for the queue of its poison messages:
     * without one the host deletes what has failed five times.
     *
     * @see <a href="https://learn.microsoft.com/rest/api/storageservices/naming-queues-and-metadata">queue names</a>
     */
    boolean allows(String source) {
        return switch (this) {
            case STORAGE_QUEUE -> source.matches("(?=.{3,56}$)[a-z0-9]+(-[a-z0-9]+)*") && !source.endsWith("-poison");
            case SERVICE_BUS, EVENT_HUBS -> source.matches(".*[A-Za-z0-9]");
            case KAFKA, EVENT_GRID -> true;
        };
    }

    /** What {@link #allows} asks for. */
    String allowedNames() {
        return this == STORAGE_QUEUE
                ? "3 to 56 lower-case letters, digits and single hyphens between them, not ending in -poison, so that the"
                        + " queue of its poison messages has a name, too"
                : "names that end in a letter or digit";
    }

    /** As the compiler option calls it. */
    @Override
    public String toString() {
        return option;
    }
}
