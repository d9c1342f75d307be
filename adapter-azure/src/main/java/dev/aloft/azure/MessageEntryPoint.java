package dev.aloft.azure;

import com.microsoft.azure.functions.ExecutionContext;
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

    private final AzureContext invocation;
    private final FunctionRuntime functions;
    private final SelectedFunction selected;

    /**
     * Takes the function that the host names. The host does not tell the source where no sender could forge it, so the entry
     * point's method stands for it in error messages.
     *
     * @param kinds the triggers that the service can serve; none for an event
     */
    private MessageEntryPoint(AzureContext invocation, String service, String method, Kind... kinds) {
        this.invocation = invocation;
        this.functions = invocation.application().functions();
        String entry = "AzureEntryPoint." + method;
        this.selected = functions.select(
                invocation.functionName(),
                kinds.length == 0
                        ? Origin.event(service, entry, entry)
                        : Origin.messages(service, List.of(kinds), entry, entry));
    }

    static void storageQueue(byte @Nullable [] message, ExecutionContext context) {
        MessageEntryPoint entry =
                new MessageEntryPoint(invocation(context, null), "azure:storage-queue", "storageQueue", Kind.QUEUE);
        entry.deliver(StorageQueueMapper.read(message, entry.source(), entry.metadata()));
    }

    static void serviceBus(byte @Nullable [] message, ExecutionContext context) {
        MessageEntryPoint entry = new MessageEntryPoint(
                invocation(context, null), "azure:service-bus", "serviceBus", Kind.QUEUE, Kind.TOPIC);
        entry.deliver(ServiceBusMapper.read(message, entry.source(), entry.metadata()));
    }

    static void eventHubs(byte @Nullable [] @Nullable [] messages, ExecutionContext context) {
        MessageEntryPoint entry =
                new MessageEntryPoint(invocation(context, null), "azure:event-hubs", "eventHubs", Kind.STREAM);
        entry.deliver(EventHubsMapper.read(messages, entry.source(), entry.metadata()));
    }

    static void kafka(byte @Nullable [] message, ExecutionContext context) {
        MessageEntryPoint entry = new MessageEntryPoint(invocation(context, null), "azure:kafka", "kafka", Kind.STREAM);
        entry.deliver(KafkaMapper.read(message, entry.source(), entry.metadata()));
    }

    static void eventGrid(@Nullable String message, ExecutionContext context) {
        byte[] event = message == null ? null : message.getBytes(StandardCharsets.UTF_8);
        AzureContext invocation = invocation(context, event);
        FunctionDefinition named = invocation.application().definition(invocation.functionName());
        boolean whole = named != null && named.binding() instanceof EventBinding;
        Kind[] kinds = whole ? new Kind[0] : new Kind[] {Kind.TOPIC};
        MessageEntryPoint entry = new MessageEntryPoint(invocation, "azure:event-grid", "eventGrid", kinds);
        entry.deliver(EventGridMapper.read(event, whole ? null : entry.source()));
    }

    private static AzureContext invocation(ExecutionContext context, byte @Nullable [] event) {
        return new AzureContext(context, null, event, AzureApplication.get());
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
