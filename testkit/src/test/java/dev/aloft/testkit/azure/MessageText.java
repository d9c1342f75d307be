package dev.aloft.testkit.azure;

import dev.aloft.Attributes;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.TraceContext;
import java.util.Arrays;

/**
 * A message or event as text that says everything by which two of them are equal. Functions in a package write it to their log, since
 * their message is of another class loader than the test's.
 */
public final class MessageText {
    private MessageText() {}

    public static String of(Message<?> message) {
        return String.join(
                "\n",
                "message " + message.id(),
                "source " + message.source(),
                "subject " + message.subject(),
                "enqueued " + message.enqueuedAt(),
                "attempt " + message.attempt(),
                "key " + message.orderingKey(),
                "partition " + message.partition(),
                "sequence " + message.sequence(),
                "type " + message.contentType(),
                "trace " + message.traceContext().map(TraceContext::toString),
                "attributes " + attributes(message.attributes()),
                "body " + Arrays.toString(message.body().bytes()));
    }

    private static String attributes(Attributes attributes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < attributes.size(); i++) {
            String value = attributes.isBinary(i) ? Arrays.toString(attributes.bytes(i)) : attributes.value(i);
            text.append(attributes.name(i)).append('=').append(value).append(';');
        }
        return text.toString();
    }

    public static String of(Event event) {
        return String.join(
                "\n",
                "event " + event.id(),
                "source " + event.source(),
                "type " + event.type(),
                "subject " + event.subject(),
                "time " + event.time(),
                "content " + event.contentType(),
                "schema " + event.dataSchema(),
                "extensions " + event.extensions(),
                "data " + Arrays.toString(event.data().bytes()));
    }
}
