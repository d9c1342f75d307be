package dev.aloft.gcp;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Headers;
import dev.aloft.Message;
import dev.aloft.runtime.Origin;

/**
 * Pub/Sub messages whose subscription unwraps the payload and writes metadata: the body is the data, the rest is in headers.
 *
 * <p>Attributes are headers of their own, with nothing that tells them from those that HTTP and Google add. Those that are known to
 * be added are not taken for attributes (see {@link SenderHeaders}); the names of the others are in lower case. The number of
 * deliveries is not told.
 *
 * @see <a href="https://docs.cloud.google.com/pubsub/docs/payload-unwrapping">Payload unwrapping</a>
 */
final class UnwrappedPushMapper {
    private static final String ID = "x-goog-pubsub-message-id";
    private static final String SUBSCRIPTION = "x-goog-pubsub-subscription-name";

    private UnwrappedPushMapper() {}

    static boolean recognises(Headers headers) {
        return headers.contains(ID) || headers.contains(SUBSCRIPTION);
    }

    static Arrival read(Headers headers, byte[] body, boolean schedules) {
        String resource = PubSubMapper.required(SenderHeaders.only(headers, SUBSCRIPTION), SUBSCRIPTION);
        String name = PubSubMapper.required(resource.substring(resource.lastIndexOf('/') + 1), SUBSCRIPTION);
        Attributes attributes = SenderHeaders.attributes(headers);
        Message<Body> message = Message.builder(PubSubMapper.required(SenderHeaders.only(headers, ID), ID), body)
                .attributes(attributes)
                .source(name)
                .enqueuedAt(PubSubMapper.time(SenderHeaders.only(headers, "x-goog-pubsub-publish-time")))
                .orderingKey(PubSubMapper.emptyToNull(SenderHeaders.only(headers, "x-goog-pubsub-ordering-key")))
                .contentType(SenderHeaders.only(headers, "content-type"))
                .trace(PubSubMapper.trace(attributes))
                .build();
        return PubSubMapper.arrival(
                Origin.messages("google:pubsub", PubSubMapper.KINDS, name, resource), message, schedules);
    }
}
