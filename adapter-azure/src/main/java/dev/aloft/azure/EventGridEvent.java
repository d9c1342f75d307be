package dev.aloft.azure;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of Event Grid in the terms of CloudEvents, whichever of the two schemas it came in. They are told apart by {@code
 * specversion}, which Event Grid demands of one schema and refuses in the other.
 */
final class EventGridEvent {
    private static final String JSON = "application/json";

    private final byte[] json;
    /** The scalars besides data, by their names in the event; those of the Event Grid schema are renamed. */
    private final Map<String, String> members = new LinkedHashMap<>();

    private byte @Nullable [] data;
    private boolean textual;
    private byte @Nullable [] text;

    private EventGridEvent(byte[] json) {
        this.json = json;
    }

    static EventGridEvent read(byte[] json) {
        EventGridEvent event = new EventGridEvent(json);
        event.readMembers(new JsonReader(json));
        String version = event.members.remove("specversion");
        if (version == null) {
            event.rename();
        } else if (!version.equals("1.0")) {
            throw AzureErrors.noEvent("its specversion is not 1.0");
        }
        event.require("id");
        event.require("source");
        event.require("type");
        event.takeContent(version != null);
        return event;
    }

    private void readMembers(JsonReader reader) {
        if (reader.peek() != Token.OBJECT) {
            throw AzureErrors.noEvent("it is no JSON object");
        }
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.name();
            if (name.equals("data")) {
                readData(reader);
            } else {
                String value = MessageParts.value(reader);
                if (value != null) {
                    members.put(name, value);
                }
            }
        }
        reader.endObject();
        reader.end();
    }

    private void readData(JsonReader reader) {
        if (reader.isNull()) {
            reader.skip();
            return;
        }
        textual = reader.isString();
        data = reader.raw();
        if (textual) {
            text = new JsonReader(data).utf8();
        }
    }

    /**
     * From the names of the Event Grid schema. Its version of the metadata describes nothing that the sender said. Names that the
     * schema does not have come last, so that they replace none.
     */
    private void rename() {
        Map<String, String> old = new LinkedHashMap<>(members);
        members.clear();
        old.remove("metadataVersion");
        move(old, "id", "id");
        move(old, "eventType", "type");
        move(old, "topic", "source");
        move(old, "eventTime", "time");
        move(old, "dataVersion", "dataversion");
        for (Map.Entry<String, String> other : old.entrySet()) {
            members.putIfAbsent(other.getKey(), other.getValue());
        }
    }

    private void move(Map<String, String> old, String from, String to) {
        String value = old.remove(from);
        if (value != null) {
            members.put(to, value);
        }
    }

    private void require(String name) {
        String value = members.get(name);
        if (value == null || value.isBlank()) {
            throw AzureErrors.noEvent("it has no " + name);
        }
    }

    /** A CloudEvent's data is JSON unless its media type says otherwise; then it is a string's text, or bytes in Base64. */
    private void takeContent(boolean cloudEvent) {
        String base64 = cloudEvent ? members.remove("data_base64") : null;
        if (base64 != null) {
            if (data != null) {
                throw AzureErrors.noEvent("it has both data and data_base64");
            }
            data = decoded(base64);
        } else if (cloudEvent && textual && !isJson(members.get("datacontenttype"))) {
            data = text;
        }
        if (data != null && base64 == null) {
            members.putIfAbsent("datacontenttype", JSON);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            throw AzureErrors.noEvent("its data_base64 is not Base64");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        int end = contentType.indexOf(';');
        String bare =
                (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return bare.endsWith("/json") || bare.endsWith("+json");
    }

    byte[] json() {
        return json;
    }

    String id() {
        return String.valueOf(members.get("id"));
    }

    String source() {
        return String.valueOf(members.get("source"));
    }

    String type() {
        return String.valueOf(members.get("type"));
    }

    @Nullable
    String subject() {
        return members.get("subject");
    }

    @Nullable
    String contentType() {
        return members.get("datacontenttype");
    }

    byte[] data() {
        byte[] content = data;
        return content == null ? new byte[0] : content;
    }

    /** Everything else that describes the event, in its order. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>(members);
        attributes.remove("id");
        attributes.remove("subject");
        attributes.remove("datacontenttype");
        return attributes;
    }
}
