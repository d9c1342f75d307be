package dev.aloft.testkit.azure;

import dev.aloft.Message;
import java.time.Duration;
import java.time.Instant;

/**
 * Messages as the Storage queue trigger gives them to the host, one per invocation.
 *
 * <p>A queue keeps id, content, insertion time and attempt; it knows no attributes, subject, media type, order or trace.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-queue-trigger#message-metadata">
 *     Storage queue trigger, message metadata</a>
 */
public final class StorageQueueEncoder {
    private static final Duration LIFE = Duration.ofDays(7);

    private StorageQueueEncoder() {}

    /**
     * One message; what is empty in it is left out of the metadata, although the real trigger always has it.
     *
     * @param message the message
     * @return the trigger
     */
    public static AzureTrigger encode(Message<?> message) {
        byte[] body = message.body().bytes();
        AzureTrigger trigger = AzureTrigger.of("queueTrigger", body)
                .with("QueueTrigger", HostRequest.text(body))
                .with("Id", message.id())
                .with("PopReceipt", "AgAAAAMAAAAAAAAA");
        if (message.attempt().isPresent()) {
            trigger = trigger.withJson(
                    "DequeueCount", String.valueOf(message.attempt().getAsInt()));
        }
        if (message.enqueuedAt().isPresent()) {
            Instant time = message.enqueuedAt().get();
            trigger = trigger.withJson("InsertionTime", DotNetJson.offsetTime(time))
                    .withJson("NextVisibleTime", DotNetJson.offsetTime(time))
                    .withJson("ExpirationTime", DotNetJson.offsetTime(time.plus(LIFE)));
        }
        return trigger;
    }
}
