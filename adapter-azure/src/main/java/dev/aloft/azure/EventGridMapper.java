package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Attributes;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.TraceContext;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of Event Grid, in its own schema or as a CloudEvent. To a topic's function it is a message whose payload is the
 * event's data; to a function for events it is an event.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema">Event Grid event schema</a>
 * @see <a href="https://learn.microsoft.com/azure/event-grid/cloud-event-schema">CloudEvents v1.0 schema with Event Grid</a>
 */
final class EventGridMapper {
    private EventGridMapper() {}

    static List<DeliveryItem> readMessage(byte @Nullable [] event, String source) {
        try {
            EventGridEvent read = read(event);
            return List.of(DeliveryItem.of(
                    read.id(),
                    null,
                    message(read, source)
                            .raw(read.json(), 0, read.json().length)
                            .build()));
        } catch (AloftException unreadable) {
            return List.of(DeliveryItem.unreadable("", null, unreadable));
        }
    }

    static List<DeliveryItem> readEvent(byte @Nullable [] event) {
        try {
            return List.of(DeliveryItem.of(event(read(event))));
        } catch (AloftException unreadable) {
            return List.of(DeliveryItem.unreadable("", null, unreadable));
        }
    }

    private static EventGridEvent read(byte @Nullable [] event) {
        if (event == null) {
            throw AzureErrors.noMessage("no event");
        }
        try {
            return EventGridEvent.read(event);
        } catch (JsonException notJson) {
            throw new AloftException(
                    Kind.NATIVE_EVENT,
                    "ALOFT-201",
                    "The Event Grid event is not valid: " + notJson.getMessage(),
                    notJson);
        }
    }

    /** A topic's messages carry no source and time of their own, so these and the type are attributes like the extensions. */
    private static MessageBuilder message(EventGridEvent event, String source) {
        Attributes.Builder attributes = Attributes.builder();
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            attributes.add(attribute.getKey(), attribute.getValue());
        }
        return Message.builder(event.id(), event.data())
                .source(source)
                .subject(event.subject())
                .contentType(event.contentType())
                .attributes(attributes.build())
                .trace(trace(event.attributes()));
    }

    private static @Nullable TraceContext trace(Map<String, String> attributes) {
        return TraceContext.parse(attributes.get("traceparent"), attributes.get("tracestate"))
                .orElse(null);
    }

    private static Event event(EventGridEvent event) {
        String time = event.attributes().get("time");
        Event.Builder built = Event.builder(event.id(), event.source(), event.type())
                .subject(event.subject())
                .time(time == null ? null : IsoTime.parse(time))
                .dataSchema(event.attributes().get("dataschema"))
                .data(event.data(), event.contentType());
        for (Map.Entry<String, String> attribute : event.attributes().entrySet()) {
            switch (attribute.getKey()) {
                case "type", "source", "time", "dataschema" -> {
                    // These are the event's own.
                }
                default -> built.extension(attribute.getKey(), attribute.getValue());
            }
        }
        return built.build();
    }
}
