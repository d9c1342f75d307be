package dev.aloft.testkit.azure;

import dev.aloft.Message;
import java.time.Instant;

/**
 * Messages as the Service Bus trigger gives them to the host, one per invocation.
 *
 * <p>Attributes become application properties, all of them text, so each name may stand once; where the message was sent is one of
 * them ({@code traceparent} or {@code Diagnostic-Id}), and the ordering key is the session.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-service-bus-trigger#message-metadata">
 *     Service Bus trigger, message metadata</a>
 */
public final class ServiceBusEncoder {
    private ServiceBusEncoder() {}

    /**
     * One message of a queue or subscription.
     *
     * @param message the message
     * @return the trigger
     */
    public static AzureTrigger encode(Message<?> message) {
        String properties = DotNetJson.properties(message.attributes());
        String subject = message.subject().orElse(null);
        AzureTrigger trigger = AzureTrigger.of(
                        "serviceBusTrigger", message.body().bytes())
                .with("MessageId", message.id())
                .with("LockToken", "5f2b9d4e-7a11-4c55-8f0e-2f0a5d7e9c31")
                .with("ContentType", message.contentType().orElse(null))
                .with("Subject", subject)
                .with("Label", subject)
                .with("SessionId", message.orderingKey().orElse(null))
                .withJson("ApplicationProperties", properties)
                .withJson("UserProperties", properties)
                .withJson("MessageActions", "{}");
        if (message.attempt().isPresent()) {
            trigger = trigger.withJson(
                    "DeliveryCount", String.valueOf(message.attempt().getAsInt()));
        }
        if (message.sequence().isPresent()) {
            trigger = trigger.withJson("SequenceNumber", message.sequence().get());
        }
        if (message.enqueuedAt().isPresent()) {
            Instant time = message.enqueuedAt().get();
            trigger = trigger.withJson("EnqueuedTimeUtc", DotNetJson.zonelessTime(time))
                    .withJson("EnqueuedTime", DotNetJson.offsetTime(time));
        }
        return trigger;
    }
}
