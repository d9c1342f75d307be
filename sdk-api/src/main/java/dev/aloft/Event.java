package dev.aloft;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, by the names of CloudEvents 1.0.
 *
 * <pre>{@code
 * Event event = Event.builder("e-1", "/shop", "com.acme.order.placed").data("{\"id\":\"o-1\"}".getBytes(UTF_8), "application/json").build();
 * }</pre>
 *
 * <p>An EventBridge event has its {@code detail-type} as type, its {@code source} as source and its {@code detail} as data. A native
 * AWS event that Aloft does not model has its event source as type and source, the invocation's id as id, and all of the native JSON
 * as data. Event Grid's own schema has {@code eventType}, {@code topic} and {@code data} in these places. An event is immutable.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md">CloudEvents 1.0.2</a>
 */
public final class Event {
    private final String id;
    private final String source;
    private final String type;
    private final @Nullable String subject;
    private final @Nullable Instant time;
    private final @Nullable String contentType;
    private final @Nullable String dataSchema;
    private final Map<String, String> extensions;
    private final Body data;

    private Event(Builder builder) {
        this.id = builder.id;
        this.source = builder.source;
        this.type = builder.type;
        this.subject = builder.subject;
        this.time = builder.time;
        this.contentType = builder.contentType;
        this.dataSchema = builder.dataSchema;
        this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(builder.extensions));
        this.data = builder.data.length == 0 ? Body.EMPTY : new Body(builder.data, builder.contentType, null);
    }

    /**
     * Starts an event.
     *
     * @param id unique within the source, not blank
     * @param source where it happened, not blank; usually a URI reference, which is not checked
     * @param type what happened, not blank
     * @return a builder
     * @throws IllegalArgumentException with code ALOFT-413 if one of them is blank
     */
    public static Builder builder(String id, String source, String type) {
        return new Builder(id, source, type);
    }

    /** The event's identity within its source, the same at every delivery. */
    public String id() {
        return id;
    }

    /** Where it happened, for example {@code //pubsub.googleapis.com/projects/p/topics/orders} or {@code com.acme.shop}. */
    public String source() {
        return source;
    }

    /** What happened, for example {@code com.acme.order.placed}. */
    public String type() {
        return type;
    }

    /** What of the source it happened to, for example {@code orders/o-1}. */
    public Optional<String> subject() {
        return Optional.ofNullable(subject);
    }

    /** When it happened. */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /** The media type of the data, for example {@code application/json}. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /** What the data adheres to, usually a URI. */
    public Optional<String> dataSchema() {
        return Optional.ofNullable(dataSchema);
    }

    /** Further attributes by their names in lower case, for example {@code {traceparent=00-…}}. */
    public Map<String, String> extensions() {
        return extensions;
    }

    /** Where in a trace it happened, by the extension {@code traceparent}. */
    public Optional<TraceContext> traceContext() {
        return TraceContext.parse(extensions.get("traceparent"), extensions.get("tracestate"));
    }

    /** What is told of it: bytes, with text and typed value as views of them; empty if there is none. */
    public Body data() {
        return data;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Event that
                && that.id.equals(id)
                && that.source.equals(source)
                && that.type.equals(type)
                && Objects.equals(that.subject, subject)
                && Objects.equals(that.time, time)
                && Objects.equals(that.contentType, contentType)
                && Objects.equals(that.dataSchema, dataSchema)
                && that.extensions.equals(extensions)
                && Arrays.equals(that.data.bytes(), data.bytes());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, source, type);
    }

    /** Id, type and source only, since the rest may be secret: {@code Event[e-1 com.acme.order.placed of /shop]}. */
    @Override
    public String toString() {
        return "Event[" + id + " " + type + " of " + source + "]";
    }

    /** Collects what an event is made of. */
    public static final class Builder {
        private final String id;
        private final String source;
        private final String type;
        private final Map<String, String> extensions = new LinkedHashMap<>();
        private @Nullable String subject;
        private @Nullable Instant time;
        private @Nullable String contentType;
        private @Nullable String dataSchema;
        private byte[] data = new byte[0];

        private Builder(String id, String source, String type) {
            this.id = required(id, "id");
            this.source = required(source, "source");
            this.type = required(type, "type");
        }

        private static String required(String value, String name) {
            if (value.isBlank()) {
                throw new IllegalArgumentException(
                        "ALOFT-413 An event has an id, a source and a type; the " + name + " is blank.");
            }
            return value;
        }

        /** Sets what of the source it happened to. */
        public Builder subject(@Nullable String text) {
            this.subject = text;
            return this;
        }

        /** Sets when it happened. */
        public Builder time(@Nullable Instant instant) {
            this.time = instant;
            return this;
        }

        /** Sets what the data adheres to. */
        public Builder dataSchema(@Nullable String uri) {
            this.dataSchema = uri;
            return this;
        }

        /** Sets a further attribute; its name is kept in lower case. */
        public Builder extension(String name, String value) {
            extensions.put(name.toLowerCase(Locale.ROOT), value);
            return this;
        }

        /** Sets the data and its media type. */
        public Builder data(byte[] bytes, @Nullable String mediaType) {
            this.data = bytes;
            this.contentType = mediaType;
            return this;
        }

        /** The event. */
        public Event build() {
            return new Event(this);
        }
    }
}
