package dev.aloft.runtime.cloudevents;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.MediaType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 and 0.3 as HTTP carries them.
 *
 * <pre>{@code
 * switch (ContentMode.of(headers)) {
 *     case BINARY -> handle(CloudEventReader.binary(headers, body));
 *     case STRUCTURED -> handle(CloudEventReader.structured(body));
 *     case BATCH -> CloudEventReader.batch(body).forEach(element -> handle(CloudEventReader.structured(element)));
 *     …
 * }
 * }</pre>
 *
 * <p>It takes what senders get wrong without harm: a source that is no URI, extension names with capitals (they become lower case),
 * header values that are not encoded. What leaves the event's identity or data in doubt is an {@link AloftException} with code
 * ALOFT-230, or ALOFT-201 where it is not the expected JSON.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP Protocol
 *     Binding 1.0.2</a> and <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON Event
 *     Format 1.0.2</a>
 */
public final class CloudEventReader {
    private static final byte[] NO_DATA = {};

    private CloudEventReader() {}

    /**
     * Reads an event whose attributes are headers: {@code ce-id: 1} is the id, {@code ce-tenant: caf%C3%A9} the extension
     * {@code tenant} with the value {@code café}.
     *
     * @param headers the message's headers
     * @param body the data; not copied
     * @return the event
     * @throws AloftException with code ALOFT-230 if an attribute is missing, repeated or malformed
     */
    public static Event binary(Headers headers, byte[] body) {
        EventAttributes attributes = new EventAttributes();
        for (int line = 0; line < headers.size(); line++) {
            String name = headers.name(line);
            if (name.startsWith("ce-")) {
                attributes.add(name.substring(3), HeaderValue.decode(headers.value(line)));
            }
        }
        Optional<String> contentType = headers.first("content-type");
        if (contentType.isPresent()) {
            attributes.contentType(contentType.get());
        }
        return attributes.event(body);
    }

    /**
     * Reads an event that is one JSON object. Data that is JSON has just the bytes that stand there, {@code 1.50} keeps its zero.
     *
     * @param json the object; a byte order mark before it is passed over
     * @return the event
     * @throws AloftException with code ALOFT-230 if an attribute is missing or malformed, or ALOFT-201 if that is not the JSON of an
     *     event
     */
    public static Event structured(byte[] json) {
        EventAttributes attributes = new EventAttributes();
        byte[] plain = null;
        byte[] decoded = null;
        JsonReader reader = new JsonReader(json);
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.name();
            if (reader.isNull()) {
                reader.skip(); // it means that there is none
            } else if (name.equals("data")) {
                plain = reader.raw();
            } else if (name.equals("data_base64")) {
                decoded = reader.base64();
            } else {
                attributes.add(name, reader.scalar());
            }
        }
        reader.endObject();
        reader.end();
        if (plain != null && decoded != null) {
            throw unreadable("it has both data and data_base64");
        }
        return attributes.event(decoded == null ? data(plain, attributes) : decoded);
    }

    private static byte[] data(byte @Nullable [] json, EventAttributes attributes) {
        if (json == null) {
            return NO_DATA;
        }
        if (attributes.isBase64()) {
            return new JsonReader(json).base64();
        }
        String contentType = attributes.contentType();
        if (contentType == null || isJson(contentType) || json[0] != '"') {
            return json;
        }
        JsonReader text = new JsonReader(json);
        Charset charset = charset(contentType);
        return charset.equals(StandardCharsets.UTF_8) ? text.utf8() : encoded(text.string(), charset);
    }

    private static boolean isJson(String contentType) {
        String type = MediaType.bare(contentType);
        return type.endsWith("/json") || type.endsWith("+json");
    }

    private static Charset charset(String contentType) {
        String name = MediaType.parameter(contentType, "charset");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw unreadable("its data is text in a charset that is not known here", unknown);
        }
    }

    private static byte[] encoded(String text, Charset charset) {
        byte[] bytes = charset.canEncode() ? text.getBytes(charset) : NO_DATA;
        if (!new String(bytes, charset).equals(text)) {
            throw unreadable("its data has characters that its charset does not have");
        }
        return bytes;
    }

    /**
     * Takes a batch apart, so that one event that cannot be read does not hide the others.
     *
     * @param json an array of events; a byte order mark before it is passed over
     * @return each event's JSON for {@link #structured}; empty for an empty batch, which is valid
     * @throws AloftException with code ALOFT-201 if that is no JSON array
     */
    public static List<byte[]> batch(byte[] json) {
        List<byte[]> events = new ArrayList<>();
        JsonReader reader = new JsonReader(json);
        reader.beginArray();
        while (reader.hasNext()) {
            events.add(reader.raw());
        }
        reader.endArray();
        reader.end();
        return events;
    }

    /** What is wrong with an event; names and values that come from outside are not told. */
    static AloftException unreadable(String what) {
        return unreadable(what, null);
    }

    private static AloftException unreadable(String what, @Nullable Throwable cause) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-230",
                "The CloudEvent cannot be read: " + what + ". Let what sends it follow CloudEvents 1.0 or 0.3.",
                cause);
    }
}
