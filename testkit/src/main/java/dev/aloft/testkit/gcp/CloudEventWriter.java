package dev.aloft.testkit.gcp;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes CloudEvents 1.0 as HTTP carries them: {@code CloudEventWriter.structured(event).body()} is one JSON object.
 *
 * <p>It is strict: an event that another reader could refuse is an {@link AloftException} with code ALOFT-231.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP Protocol
 *     Binding 1.0.2</a>
 */
final class CloudEventWriter {
    private static final String HEX = "0123456789ABCDEF";

    /** What means something else than an extension. */
    private static final Set<String> RESERVED = Set.of(
            "specversion",
            "id",
            "source",
            "type",
            "subject",
            "time",
            "datacontenttype",
            "dataschema",
            "data",
            "data_base64");

    private CloudEventWriter() {}

    /**
     * Writes the attributes as headers and the data as the body.
     *
     * @param event the event
     * @return headers and body
     * @throws AloftException with code ALOFT-231 if the event does not follow the specification, or its data is of a type that means
     *     another mode
     */
    static GoogleRequest binary(Event event) {
        require(event);
        Headers.Builder headers = Headers.builder();
        headers.add("ce-specversion", "1.0");
        headers.add("ce-id", encoded(event.id()));
        headers.add("ce-source", encoded(event.source()));
        headers.add("ce-type", encoded(event.type()));
        addIfPresent("ce-subject", event.subject(), headers);
        if (event.time().isPresent()) {
            headers.add("ce-time", event.time().get().toString());
        }
        addIfPresent("ce-dataschema", event.dataSchema(), headers);
        for (Map.Entry<String, String> extension : event.extensions().entrySet()) {
            headers.add("ce-" + extension.getKey(), encoded(extension.getValue()));
        }
        if (event.contentType().isPresent()) {
            requireDataType(event.contentType().get());
            headers.add("content-type", event.contentType().get());
        }
        return new GoogleRequest(headers.build(), event.data().bytes());
    }

    private static void addIfPresent(String name, Optional<String> value, Headers.Builder headers) {
        if (value.isPresent()) {
            headers.add(name, encoded(value.get()));
        }
    }

    /** Encodes what is not printable ASCII, and space, quote and percent sign. */
    static String encoded(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        StringBuilder header = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (b > ' ' && b < 127 && b != '"' && b != '%') {
                header.append((char) b);
            } else {
                header.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
            }
        }
        return header.toString();
    }

    /** It would be taken for structured mode. */
    private static void requireDataType(String contentType) {
        if (MediaType.bare(contentType).startsWith("application/cloudevents")) {
            throw unwritable("its data is a CloudEvent itself, which binary mode cannot tell from it");
        }
    }

    /**
     * Writes one JSON object.
     *
     * @param event the event
     * @return headers and body
     * @throws AloftException with code ALOFT-231 if the event does not follow the specification
     */
    static GoogleRequest structured(Event event) {
        JsonWriter json = new JsonWriter();
        write(event, json);
        return new GoogleRequest(
                Headers.of("content-type", "application/cloudevents+json; charset=utf-8"), json.toByteArray());
    }

    /**
     * Writes a JSON array of events.
     *
     * @param events the events, also none
     * @return headers and body
     * @throws AloftException with code ALOFT-231 if one of them does not follow the specification
     */
    static GoogleRequest batch(List<Event> events) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (Event event : events) {
            write(event, json);
        }
        json.endArray();
        return new GoogleRequest(
                Headers.of("content-type", "application/cloudevents-batch+json; charset=utf-8"), json.toByteArray());
    }

    private static void write(Event event, JsonWriter json) {
        require(event);
        json.beginObject();
        json.name("specversion").string("1.0");
        json.name("id").string(event.id());
        json.name("source").string(event.source());
        json.name("type").string(event.type());
        writeIfPresent("subject", event.subject(), json);
        if (event.time().isPresent()) {
            json.name("time").string(event.time().get().toString());
        }
        writeIfPresent("datacontenttype", event.contentType(), json);
        writeIfPresent("dataschema", event.dataSchema(), json);
        for (Map.Entry<String, String> extension : event.extensions().entrySet()) {
            json.name(extension.getKey()).string(extension.getValue());
        }
        if (!event.data().isEmpty()) {
            writeData(event.data().bytes(), event.contentType().orElse(null), json);
        }
        json.endObject();
    }

    private static void writeIfPresent(String name, Optional<String> value, JsonWriter json) {
        if (value.isPresent()) {
            json.name(name).string(value.get());
        }
    }

    /** As a value where a reader gets the very same bytes back, else in Base64. */
    private static void writeData(byte[] data, @Nullable String contentType, JsonWriter json) {
        if (isJson(contentType) && isWrittenAsItIs(data)) {
            json.name("data").raw(data);
        } else {
            json.name("data_base64").base64(data);
        }
    }

    /** Data is JSON where nothing else is said. */
    private static boolean isJson(@Nullable String contentType) {
        String type = contentType == null ? "/json" : MediaType.bare(contentType);
        return type.endsWith("/json") || type.endsWith("+json");
    }

    private static boolean isWrittenAsItIs(byte[] data) {
        try {
            JsonReader reader = new JsonReader(data);
            boolean isNull = reader.isNull();
            byte[] value = reader.raw();
            reader.end();
            return !isNull && value.length == data.length;
        } catch (AloftException noJson) {
            return false;
        }
    }

    private static void require(Event event) {
        requireText(event.id());
        requireText(event.type());
        requireUri(event.source());
        requireText(event.subject().orElse("subject"));
        requireUri(event.dataSchema().orElse("schema:none"));
        if (event.time().isPresent() && IsoTime.parse(event.time().get().toString()) == null) {
            throw unwritable("its time is not in the years 0 to 9999");
        }
        for (Map.Entry<String, String> extension : event.extensions().entrySet()) {
            requireName(extension.getKey());
            requireText(extension.getValue());
        }
    }

    private static void requireName(String name) {
        boolean valid = !name.isEmpty() && !RESERVED.contains(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            valid &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
        }
        if (!valid) {
            throw unwritable("an extension's name is that of an attribute, or not of lower-case letters and digits");
        }
    }

    private static void requireText(String value) {
        boolean valid = !value.isEmpty()
                && new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            valid &= c >= ' ' && !(c >= 127 && c < 160);
        }
        if (!valid) {
            throw unwritable("an attribute is empty, or has a control character or half of a surrogate pair");
        }
    }

    private static void requireUri(String text) {
        requireText(text);
        try {
            new URI(text);
        } catch (URISyntaxException notOne) {
            throw unwritable("its source or data schema is no URI");
        }
    }

    private static AloftException unwritable(String what) {
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-231",
                "The event cannot be written as a CloudEvent: " + what
                        + ". Change the event so that it follows CloudEvents 1.0.");
    }
}
