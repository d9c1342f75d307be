package dev.aloft.runtime.cloudevents;

import dev.aloft.Event;
import dev.aloft.runtime.IsoTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of an event as they are read, in any order. */
final class EventAttributes {
    private static final String OLD_VERSION = "0.3";

    private @Nullable String specVersion;
    private @Nullable String id;
    private @Nullable String source;
    private @Nullable String type;
    private @Nullable String subject;
    private @Nullable String time;
    private @Nullable String contentType;
    private @Nullable String dataSchema;
    private final Map<String, String> extensions = new LinkedHashMap<>();

    void add(String name, String value) {
        switch (name) {
            case "specversion" -> specVersion = once(specVersion, value);
            case "id" -> id = once(id, value);
            case "source" -> source = once(source, value);
            case "type" -> type = once(type, value);
            case "subject" -> subject = once(subject, value);
            case "time" -> time = once(time, value);
            case "datacontenttype" -> contentType = once(contentType, value);
            case "dataschema" -> dataSchema = once(dataSchema, value);
            default -> addExtension(name.toLowerCase(Locale.ROOT), value);
        }
    }

    private static String once(@Nullable String before, String value) {
        if (before != null) {
            throw CloudEventReader.unreadable("an attribute is there twice");
        }
        return value;
    }

    /** Published samples have capitals in names, against the specification. */
    private void addExtension(String name, String value) {
        if (name.isEmpty() || isReserved(name)) {
            throw CloudEventReader.unreadable("an extension has no name, or that of an attribute in capitals");
        }
        if (extensions.put(name, value) != null) {
            throw CloudEventReader.unreadable("an attribute is there twice");
        }
    }

    /** Whether a name means something else than an extension. */
    static boolean isReserved(String name) {
        return switch (name) {
            case "specversion",
                    "id",
                    "source",
                    "type",
                    "subject",
                    "time",
                    "datacontenttype",
                    "dataschema",
                    "data",
                    "data_base64" -> true;
            default -> false;
        };
    }

    @Nullable
    String contentType() {
        return contentType;
    }

    /** In binary mode the type of the data is a header of its own. */
    void contentType(String header) {
        contentType = header;
    }

    /** Whether a string that is the data stands for bytes in Base64, as version 0.3 has it. */
    boolean isBase64() {
        return OLD_VERSION.equals(specVersion) && "base64".equals(extensions.get("datacontentencoding"));
    }

    Event event(byte[] data) {
        requireVersion();
        Event.Builder event = Event.builder(required(id, "id"), required(source, "source"), required(type, "type"))
                .subject(subject)
                .time(time == null ? null : instant(time))
                .dataSchema(dataSchema)
                .data(data, contentType);
        for (Map.Entry<String, String> extension : extensions.entrySet()) {
            event.extension(extension.getKey(), extension.getValue());
        }
        return event.build();
    }

    /** What only version 0.3 has is not an extension there. */
    private void requireVersion() {
        if (OLD_VERSION.equals(specVersion)) {
            extensions.remove("datacontentencoding");
            String schemaUrl = extensions.remove("schemaurl");
            dataSchema = dataSchema == null ? schemaUrl : dataSchema;
        } else if (!"1.0".equals(specVersion)) {
            throw CloudEventReader.unreadable(
                    specVersion == null ? "it has no specversion" : "its specversion is neither 1.0 nor 0.3");
        }
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw CloudEventReader.unreadable("it has no " + name);
        }
        return value;
    }

    private static Instant instant(String text) {
        Instant instant = IsoTime.parse(text);
        if (instant == null) {
            throw CloudEventReader.unreadable("its time is not one of RFC 3339");
        }
        return instant;
    }
}
