package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.TraceContext;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of Event Grid in the terms of CloudEvents, whichever of the two schemas it came in. They are told apart by {@code
 * specversion}, which Event Grid demands of one schema and refuses in the other. To a topic's function it is a message whose payload is
 * the event's data; to a function for events it is an event; of those of Azure Storage {@link StorageMapper} reads the data.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema">Event Grid event schema</a>
 * @see <a href="https://learn.microsoft.com/azure/event-grid/cloud-event-schema">CloudEvents v1.0 schema with Event Grid</a>
 */
final class EventGridMapper {
    /** The names of the Event Grid schema, each with that of CloudEvents. */
    private static final String[] SCHEMA = {
        "id", "id", "eventType", "type", "topic", "source", "eventTime", "time", "dataVersion", "dataversion"
    };

    /** The scalars besides data, by their names in CloudEvents, in order; what was taken is no longer there. */
    private final Map<String, String> members = new LinkedHashMap<>();

    private byte @Nullable [] data;

    private EventGridMapper() {}

    /**
     * Reads an event.
     *
     * @param source what a topic is called; null if the function is one for events
     */
    static List<DeliveryItem> read(byte @Nullable [] json, @Nullable String source) {
        try {
            EventGridMapper event = of(json);
            return List.of(
                    source == null || json == null ? DeliveryItem.of(event.event()) : event.message(source, json));
        } catch (AloftException reason) {
            return List.of(DeliveryItem.unreadable("", null, reason));
        }
    }

    /** An event; fails if it is none. */
    static Event event(byte @Nullable [] json) {
        return of(json).event();
    }

    private static EventGridMapper of(byte @Nullable [] json) {
        if (json == null) {
            throw AzureErrors.noMessage("no event");
        }
        try {
            EventGridMapper event = new EventGridMapper();
            event.read(new JsonReader(json));
            return event;
        } catch (JsonException notJson) {
            throw new AloftException(
                    Kind.NATIVE_EVENT,
                    "ALOFT-201",
                    "The Event Grid event is not valid: " + notJson.getMessage(),
                    notJson);
        }
    }

    private void read(JsonReader json) {
        if (!json.isObject()) {
            json.skip();
            throw AzureErrors.noEvent("it is no JSON object");
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (name.equals("data") && !json.isNull()) {
                data = json.raw();
            } else {
                String value = TriggerMetadata.value(json);
                if (value != null) {
                    members.put(name, value);
                }
            }
        }
        json.endObject();
        json.end();
        String version = take("specversion");
        if (version == null) {
            rename();
        } else if (!version.equals("1.0")) {
            throw AzureErrors.noEvent("its specversion is not 1.0");
        }
        require("id");
        require("source");
        require("type");
        takeContent(version != null);
    }

    /**
     * From the names of the Event Grid schema. Its version of the metadata describes nothing that the sender said. Names that the
     * schema does not have come last, so that they replace none.
     */
    private void rename() {
        Map<String, String> old = new LinkedHashMap<>(members);
        members.clear();
        old.remove("metadataVersion");
        for (int i = 0; i < SCHEMA.length; i += 2) {
            String value = old.remove(SCHEMA[i]);
            if (value != null) {
                members.put(SCHEMA[i + 1], value);
            }
        }
        for (Map.Entry<String, String> other : old.entrySet()) {
            members.putIfAbsent(other.getKey(), other.getValue());
        }
    }

    private void require(String name) {
        if (members.getOrDefault(name, "").isBlank()) {
            throw AzureErrors.noEvent("it has no " + name);
        }
    }

    /** A CloudEvent's data is JSON unless its media type says otherwise; then it is a string's text, or bytes in Base64. */
    private void takeContent(boolean cloudEvent) {
        String base64 = cloudEvent ? take("data_base64") : null;
        byte[] json = data;
        if (base64 == null) {
            if (json != null) {
                boolean text =
                        cloudEvent && json[0] == '"' && !isJson(members.getOrDefault("datacontenttype", "/json"));
                data = text ? new JsonReader(json).utf8() : json;
                members.putIfAbsent("datacontenttype", "application/json");
            }
            return;
        }
        if (json != null) {
            throw AzureErrors.noEvent("it has both data and data_base64");
        }
        try {
            data = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw AzureErrors.noEvent("its data_base64 is not Base64");
        }
    }

    private static boolean isJson(String contentType) {
        int end = contentType.indexOf(';');
        String bare =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return bare.endsWith("/json") || bare.endsWith("+json");
    }

    private @Nullable String take(String name) {
        return members.remove(name);
    }

    private String taken(String name) {
        return String.valueOf(take(name));
    }

    private byte[] data() {
        return data == null ? new byte[0] : data;
    }

    /** A topic's messages carry no source and time of their own, so these and the type are attributes like the extensions. */
    private DeliveryItem message(String source, byte[] json) {
        TraceContext trace = TraceContext.parse(members.get("traceparent"), members.get("tracestate"))
                .orElse(null);
        String id = taken("id");
        String subject = take("subject");
        String contentType = take("datacontenttype");
        Attributes.Builder attributes = Attributes.builder();
        for (Map.Entry<String, String> attribute : members.entrySet()) {
            attributes.add(attribute.getKey(), attribute.getValue());
        }
        Message<Body> message = Message.builder(id, data())
                .source(source)
                .subject(subject)
                .contentType(contentType)
                .attributes(attributes.build())
                .trace(trace)
                .raw(json, 0, json.length)
                .build();
        return DeliveryItem.of(id, null, message);
    }

    private Event event() {
        Event.Builder event = Event.builder(taken("id"), taken("source"), taken("type"))
                .subject(take("subject"))
                .time(IsoTime.parse(take("time")))
                .dataSchema(take("dataschema"))
                .data(data(), take("datacontenttype"));
        for (Map.Entry<String, String> extension : members.entrySet()) {
            event.extension(extension.getKey(), extension.getValue());
        }
        return event.build();
    }
}
