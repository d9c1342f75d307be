package dev.aloft.azure;

import com.microsoft.azure.functions.ExecutionContext;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of messages and events: the function that the host names, what was delivered, what became of it. */
final class MessageEntryPoint {
    /** The trigger's binding in every generated function.json but those for HTTP. */
    static final String BINDING = "message";

    private MessageEntryPoint() {}

    static void storageQueue(byte @Nullable [] message, ExecutionContext context) {
        AzureDelivery delivery = new AzureDelivery(AzureContext.ofMessages(context));
        delivery.selectMessages("azure:storage-queue", List.of(Kind.QUEUE), "storageQueue");
        delivery.deliver(StorageQueueMapper.read(message, delivery.source(), delivery.metadata()));
    }

    static void serviceBus(byte @Nullable [] message, ExecutionContext context) {
        AzureDelivery delivery = new AzureDelivery(AzureContext.ofMessages(context));
        delivery.selectMessages("azure:service-bus", List.of(Kind.QUEUE, Kind.TOPIC), "serviceBus");
        delivery.deliver(ServiceBusMapper.read(message, delivery.source(), delivery.metadata()));
    }

    static void eventHubs(byte @Nullable [] @Nullable [] messages, ExecutionContext context) {
        AzureDelivery delivery = new AzureDelivery(AzureContext.ofMessages(context));
        delivery.selectMessages("azure:event-hubs", List.of(Kind.STREAM), "eventHubs");
        delivery.deliver(EventHubsMapper.read(messages, delivery.source(), delivery.metadata()));
    }

    static void kafka(byte @Nullable [] message, ExecutionContext context) {
        AzureDelivery delivery = new AzureDelivery(AzureContext.ofMessages(context));
        delivery.selectMessages("azure:kafka", List.of(Kind.STREAM), "kafka");
        delivery.deliver(KafkaMapper.read(message, delivery.source(), delivery.metadata()));
    }

    static void eventGrid(@Nullable String message, ExecutionContext context) {
        byte[] event = message == null ? null : message.getBytes(StandardCharsets.UTF_8);
        AzureDelivery delivery = new AzureDelivery(AzureContext.ofEvent(context, event));
        if (delivery.declared() instanceof EventBinding) {
            delivery.selectEvents("azure:event-grid", "eventGrid");
            delivery.deliver(EventGridMapper.readEvent(event));
        } else {
            delivery.selectMessages("azure:event-grid", List.of(Kind.TOPIC), "eventGrid");
            delivery.deliver(EventGridMapper.readMessage(event, delivery.source()));
        }
    }
}
