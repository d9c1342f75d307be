package dev.aloft.processor;

import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a queue, topic, stream, bucket or table can be on Azure; of several services the usual one stands first.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules">names</a>
 * @see <a href="https://github.com/Azure/azure-functions-sql-extension">SqlObject: of three parts of a name the first is ignored</a>
 */
enum AzureService {
    STORAGE_QUEUE("storage-queue", "storageQueue", "a Storage queue"),
    SERVICE_BUS("service-bus", "serviceBus", "a Service Bus queue or topic"),
    EVENT_HUBS("event-hubs", "eventHubs", "an event hub"),
    KAFKA("kafka", "kafka", "a Kafka topic"),
    EVENT_GRID("event-grid", "eventGrid", "an Event Grid topic"),
    BLOB("blob", "blob", "a blob container"),
    COSMOS_DB("cosmos-db", "cosmosDb", "a Cosmos DB container"),
    SQL("sql", "sql", "an SQL table");

    /** The container in which the trigger of Cosmos DB keeps how far it has read; the host refuses to let it watch that one. */
    static final String LEASES = "leases";

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

    /** The services that a source can be, the usual one first. */
    static List<AzureService> fitting(SourceBinding binding) {
        return Arrays.stream(values()).filter(service -> service.fits(binding)).toList();
    }

    /** What a source is: what the compiler option says, if that fits it, else the usual. */
    static AzureService of(SourceBinding binding, ProcessorOptions options) {
        AzureService chosen = options.bindings().get(binding.source());
        return chosen != null && chosen.fits(binding)
                ? chosen
                : fitting(binding).get(0);
    }

    /** What a source is in words, for example {@code queue}. */
    static String sort(SourceBinding binding) {
        if (binding instanceof MessageBinding messages) {
            return messages.kind().name().toLowerCase(Locale.ROOT);
        }
        return binding instanceof StorageBinding ? "bucket" : "table";
    }

    boolean fits(SourceBinding binding) {
        return switch (sort(binding)) {
            case "queue" -> this == STORAGE_QUEUE || this == SERVICE_BUS;
            case "topic" -> this == SERVICE_BUS || this == EVENT_GRID;
            case "stream" -> this == EVENT_HUBS || this == KAFKA;
            case "bucket" -> this == EVENT_GRID || this == BLOB;
            default -> this == COSMOS_DB || this == SQL;
        };
    }

    /** The method of the entry point, see {@code dev.aloft.azure.AzureEntryPoint}. */
    String entryPoint(SourceBinding binding) {
        return this == EVENT_GRID && binding instanceof StorageBinding ? "storage" : entryPoint;
    }

    /** Whether the host can be told to hand over bytes; the others are JSON that the host itself makes. */
    boolean isBinary() {
        return switch (this) {
            case STORAGE_QUEUE, SERVICE_BUS, EVENT_HUBS, KAFKA, BLOB -> true;
            case EVENT_GRID, COSMOS_DB, SQL -> false;
        };
    }

    /**
     * Whether the name can stand in a setting: the SQL trigger takes {@code tableName} just as it is.
     *
     * @see <a href="https://github.com/Azure/azure-functions-sql-extension/blob/main/src/TriggerBinding/SqlTriggerBindingProvider.cs">
     *     SqlTriggerBindingProvider</a>
     */
    boolean takesSetting() {
        return this != SQL;
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
            case BLOB -> source.matches("(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*");
            case SQL -> source.matches("[^.]+(\\.[^.]+)?");
            case COSMOS_DB -> !source.equalsIgnoreCase(LEASES);
            case KAFKA, EVENT_GRID -> true;
        };
    }

    /** What {@link #allows} asks for. */
    String allowedNames() {
        return switch (this) {
            case STORAGE_QUEUE ->
                "3 to 56 lower-case letters, digits and single hyphens between them, not ending in -poison, so that the"
                        + " queue of its poison messages has a name, too";
            case BLOB -> "3 to 63 lower-case letters, digits and single hyphens between them";
            case SQL -> "a table's name, or a schema's and a table's with a dot between them";
            case SERVICE_BUS, EVENT_HUBS -> "names that end in a letter or digit";
            case COSMOS_DB -> "every name but " + LEASES + ", by which the trigger keeps its own state";
            case KAFKA, EVENT_GRID -> "every name";
        };
    }

    /** As the compiler option calls it. */
    @Override
    public String toString() {
        return option;
    }
}
