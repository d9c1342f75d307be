package dev.aloft.gcp;

import dev.aloft.Event;
import dev.aloft.Headers;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Base64;

/**
 * The event object of the signature type {@code cloudevent}. The framework made it of the request and keeps the headers to itself;
 * values that were percent-encoded stay so, and of a value with a comma it keeps the end only. So names are taken from the data.
 *
 * @see <a href="https://cloud.google.com/functions/docs/writing/write-event-driven-functions">Event-driven functions</a>
 */
final class CloudEventMapper {
    private static final byte[] NO_DATA = {};

    private CloudEventMapper() {}

    static Event read(CloudEvent event) {
        Event.Builder read = Event.builder(event.getId(), event.getSource().toString(), event.getType())
                .subject(event.getSubject());
        OffsetDateTime time = event.getTime();
        URI schema = event.getDataSchema();
        CloudEventData data = event.getData();
        read.time(time == null ? null : time.toInstant());
        read.dataSchema(schema == null ? null : schema.toString());
        read.data(data == null ? NO_DATA : data.toBytes(), event.getDataContentType());
        for (String name : event.getExtensionNames()) {
            Object value = event.getExtension(name);
            if (value != null) {
                read.extension(name, value instanceof byte[] bytes ? base64(bytes) : value.toString());
            }
        }
        return read.build();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What is known of the request's headers: those of the trace, which the event has itself. */
    static Headers headers(Event event) {
        String trace = event.extensions().get("traceparent");
        return trace == null ? Headers.empty() : Headers.of("traceparent", trace);
    }
}
