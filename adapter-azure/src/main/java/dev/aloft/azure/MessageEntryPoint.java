package dev.aloft.azure;

import dev.aloft.Event;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of messages and events: the function that the host names, what was delivered, what became of it. */
final class MessageEntryPoint {
    /** The trigger's binding in every generated function.json but those for HTTP. */
    static final String BINDING = "message";

    private static final String ENTRY = "AzureEntryPoint.";
    private static final String EVENT_GRID = "azure:event-grid";

    private final AzureInvocation invocation;
    private final FunctionRuntime functions;
    private final SelectedFunction selected;

    private MessageEntryPoint(AzureInvocation invocation, Origin origin) {
        this.invocation = invocation;
        this.functions = invocation.application().functions();
        this.selected = functions.select(invocation.functionName(), origin);
    }

    /**
     * Takes the function that the host names. The host does not tell the source where no sender could forge it, so the entry
     * point's method stands for it in error messages.
     *
     * @param kinds the triggers that the service can serve
     */
    private static MessageEntryPoint messages(
            AzureInvocation invocation, String service, String method, Kind... kinds) {
        String entry = ENTRY + method;
        return new MessageEntryPoint(invocation, Origin.messages(service, List.of(kinds), entry, entry));
    }

    static void storageQueue(byte @Nullable [] message, AzureInvocation invocation) {
        MessageEntryPoint entry = messages(invocation, "azure:storage-queue", "storageQueue", Kind.QUEUE);
        entry.deliver(StorageQueueMapper.read(message, entry.source(), entry.metadata()));
    }

    static void serviceBus(byte @Nullable [] message, AzureInvocation invocation) {
        MessageEntryPoint entry = messages(invocation, "azure:service-bus", "serviceBus", Kind.QUEUE, Kind.TOPIC);
        entry.deliver(ServiceBusMapper.read(message, entry.source(), entry.metadata()));
    }

    static void eventHubs(byte @Nullable [] @Nullable [] messages, AzureInvocation invocation) {
        MessageEntryPoint entry = messages(invocation, "azure:event-hubs", "eventHubs", Kind.STREAM);
        entry.deliver(EventHubsMapper.read(messages, entry.source(), entry.metadata()));
    }

    static void kafka(byte @Nullable [] message, AzureInvocation invocation) {
        MessageEntryPoint entry = messages(invocation, "azure:kafka", "kafka", Kind.STREAM);
        entry.deliver(KafkaMapper.read(message, entry.source(), entry.metadata()));
    }

    static void eventGrid(@Nullable String message, AzureInvocation invocation) {
        byte[] event = utf8(message);
        invocation.wrappedBy(event);
        FunctionDefinition named = invocation.application().definition(invocation.functionName());
        boolean whole = named != null && named.binding() instanceof EventBinding;
        String name = ENTRY + "eventGrid";
        MessageEntryPoint entry = whole
                ? new MessageEntryPoint(invocation, Origin.event(EVENT_GRID, name, name))
                : messages(invocation, EVENT_GRID, "eventGrid", Kind.TOPIC);
        entry.deliver(EventGridMapper.read(event, whole ? null : entry.source()));
    }

    /** What happened has to be read first: a function need not want to hear of everything. */
    static void storage(@Nullable String message, AzureInvocation invocation) {
        byte[] json = utf8(message);
        invocation.wrappedBy(json);
        Event event = EventGridMapper.event(json);
        StorageEvent.Kind kind = StorageMapper.kind(event.type());
        if (kind == null) {
            new MessageEntryPoint(invocation, Origin.event(EVENT_GRID, event.type(), event.source()))
                    .deliver(List.of(DeliveryItem.of(event)));
            return;
        }
        StorageEvent blob = StorageMapper.read(kind, event, json);
        new MessageEntryPoint(invocation, Origin.storage(EVENT_GRID, kind, blob.bucket(), blob.bucket()))
                .deliver(List.of(DeliveryItem.of(blob.id(), null, blob)));
    }

    static void blob(byte @Nullable [] message, AzureInvocation invocation) {
        String name = ENTRY + "blob";
        MessageEntryPoint entry =
                new MessageEntryPoint(invocation, Origin.storage("azure:blob", StorageEvent.Kind.CREATED, name, name));
        entry.deliver(List.of(StorageMapper.read(message, entry.metadata())));
    }

    static void timer(@Nullable String message, AzureInvocation invocation) {
        byte[] json = utf8(message);
        invocation.wrappedBy(json);
        String name = ENTRY + "timer";
        MessageEntryPoint entry = new MessageEntryPoint(invocation, Origin.schedule("azure:timer", name, name));
        entry.deliver(List.of(TimerMapper.read(json, entry.selected.name(), invocation.attempt())));
    }

    static void changes(boolean sql, @Nullable String message, AzureInvocation invocation) {
        byte[] json = utf8(message);
        String name = ENTRY + (sql ? "sql" : "cosmosDb");
        MessageEntryPoint entry = new MessageEntryPoint(
                invocation.wrappedBy(json), Origin.changes(sql ? "azure:sql" : "azure:cosmos-db", name, name));
        entry.deliver(ChangeMapper.read(json, entry.source(), sql));
    }

    private static byte @Nullable [] utf8(@Nullable String message) {
        return message == null ? null : message.getBytes(StandardCharsets.UTF_8);
    }

    /** The platform's name of the source, by the setting that the generated function.json refers to as well. */
    private String source() {
        return functions.source(selected);
    }

    private TriggerMetadata metadata() {
        return new TriggerMetadata(invocation);
    }

    /** Returns if everything is done, and throws otherwise: no trigger of this platform can take a part. */
    private void deliver(List<DeliveryItem> items) {
        DeliveryResult result = functions.deliver(selected, items, invocation);
        if (!result.isDone()) {
            throw result.failure();
        }
    }
}
