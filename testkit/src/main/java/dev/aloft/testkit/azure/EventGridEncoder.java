package dev.aloft.testkit.azure;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.util.Map;
import java.util.Optional;

/**
 * Events as the Event Grid trigger gives them to the host, one per invocation, in either schema.
 *
 * <p>A message has type, source and, if it is known, time among its attributes, in this order; further attributes are extensions of
 * a CloudEvent, and only {@code dataversion} has a place in the Event Grid schema. Data in that schema is JSON.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema">Event Grid event schema</a>
 * @see <a href="https://learn.microsoft.com/azure/event-grid/cloud-event-schema">CloudEvents v1.0 schema with Event Grid</a>
 */
public final class EventGridEncoder {
    private EventGridEncoder() {}

    /**
     * A message of a topic in the Event Grid schema.
     *
     * @param message the message
     * @return the trigger
     */
    public static AzureTrigger schema(Message<?> message) {
        Attributes attributes = message.attributes();
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("id").string(message.id());
        optional("subject", message.subject(), json);
        optional("topic", attributes.first("source"), json);
        optional("eventType", attributes.first("type"), json);
        optional("eventTime", attributes.first("time"), json);
        return endOfSchema(attributes.first("dataversion"), message.body(), json);
    }

    /**
     * An event in the Event Grid schema.
     *
     * @param event the event; of its extensions only {@code dataversion} has a place
     * @return the trigger
     */
    public static AzureTrigger schema(Event event) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("id").string(event.id());
        optional("subject", event.subject(), json);
        json.name("topic").string(event.source());
        json.name("eventType").string(event.type());
        optional("eventTime", event.time().map(Object::toString), json);
        return endOfSchema(Optional.ofNullable(event.extensions().get("dataversion")), event.data(), json);
    }

    private static AzureTrigger endOfSchema(Optional<String> dataVersion, Body data, JsonWriter json) {
        if (!data.isEmpty()) {
            json.name("data").raw(data.bytes());
        }
        optional("dataVersion", dataVersion, json);
        json.name("metadataVersion").string("1");
        json.endObject();
        return AzureTrigger.of("eventGridTrigger", json.toByteArray());
    }

    /**
     * A message of a topic as a CloudEvent.
     *
     * @param message the message
     * @return the trigger
     */
    public static AzureTrigger cloudEvent(Message<?> message) {
        JsonWriter json = begin(message.id());
        Attributes attributes = message.attributes();
        for (int i = 0; i < attributes.size(); i++) {
            json.name(attributes.name(i)).string(attributes.value(i));
        }
        optional("subject", message.subject(), json);
        return endOfCloudEvent(message.contentType(), message.body(), json);
    }

    /**
     * An event as a CloudEvent.
     *
     * @param event the event
     * @return the trigger
     */
    public static AzureTrigger cloudEvent(Event event) {
        JsonWriter json = begin(event.id());
        json.name("source").string(event.source());
        json.name("type").string(event.type());
        optional("subject", event.subject(), json);
        optional("time", event.time().map(Object::toString), json);
        optional("dataschema", event.dataSchema(), json);
        for (Map.Entry<String, String> extension : event.extensions().entrySet()) {
            json.name(extension.getKey()).string(extension.getValue());
        }
        return endOfCloudEvent(event.contentType(), event.data(), json);
    }

    private static JsonWriter begin(String id) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("specversion").string("1.0");
        json.name("id").string(id);
        return json;
    }

    /** JSON as it is and other text as a string; everything else, and what does not say what it is, in Base64. */
    private static AzureTrigger endOfCloudEvent(Optional<String> contentType, Body data, JsonWriter json) {
        optional("datacontenttype", contentType, json);
        String type = contentType.orElse("");
        if (data.isEmpty()) {
            json.endObject();
            return AzureTrigger.of("eventGridTrigger", json.toByteArray());
        }
        if (type.startsWith("application/json")) {
            json.name("data").raw(data.bytes());
        } else if (type.startsWith("text/")) {
            json.name("data").utf8(data.bytes());
        } else {
            json.name("data_base64").base64(data.bytes());
        }
        json.endObject();
        return AzureTrigger.of("eventGridTrigger", json.toByteArray());
    }

    private static void optional(String name, Optional<String> value, JsonWriter json) {
        value.ifPresent(text -> json.name(name).string(text));
    }
}
