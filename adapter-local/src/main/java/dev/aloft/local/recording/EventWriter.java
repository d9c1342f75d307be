package dev.aloft.local.recording;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.TraceContext;
import dev.aloft.runtime.NativePayload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events as they stand in a recording; {@link EventReader} reads them. */
final class EventWriter {
    private final Document.Builder event = Document.builder();

    private EventWriter() {}

    static Document write(Object content) {
        EventWriter writer = new EventWriter();
        if (content instanceof HttpRequest request) {
            writer.request(request);
        } else if (content instanceof NativePayload payload) {
            writer.payload(payload);
        } else {
            writer.item((RecordedItem) content);
        }
        return writer.event.build();
    }

    private void request(HttpRequest request) {
        set("method", request.method());
        set("target", request.rawQuery().isEmpty() ? request.path() : request.path() + "?" + request.rawQuery());
        set("clientAddress", request.clientAddress());
        Headers headers = request.headers();
        List<Document> lines = new ArrayList<>(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            lines.add(pair(headers.name(i), "value", headers.value(i)));
        }
        setAll("headers", lines);
        bytes(event, "text", request.body().bytes());
    }

    private void payload(NativePayload payload) {
        set("entry", payload.entry().isEmpty() ? null : payload.entry());
        attributes("fields", payload.fields());
        String text = payload.entry().isEmpty() ? text(payload.body()) : null;
        if (text != null && IndentedJson.tree(text) instanceof Document whole) {
            set("json", whole); // an envelope of a platform's, whose white space means nothing
        } else {
            bytes(event, "text", payload.body());
        }
    }

    @SuppressWarnings("unchecked")
    private void item(RecordedItem item) {
        set("group", item.group());
        Object content = item.content();
        if (content instanceof Message<?> message) {
            message((Message<Body>) message);
        } else if (content instanceof Event event) {
            event(event);
        } else if (content instanceof StorageEvent event) {
            storage(event);
        } else if (content instanceof ScheduleEvent event) {
            schedule(event);
        } else {
            change((ChangeEvent<Document>) content);
        }
    }

    private void message(Message<Body> message) {
        set("id", message.id());
        set("source", message.source());
        set("subject", message.subject());
        set("enqueuedAt", message.enqueuedAt());
        set("attempt", message.attempt().isPresent() ? message.attempt().getAsInt() : null);
        set("orderingKey", message.orderingKey());
        set("partition", message.partition());
        set("sequence", message.sequence());
        set("traceparent", message.traceContext().map(TraceContext::traceparent));
        set("tracestate", message.traceContext().flatMap(TraceContext::traceState));
        set("contentType", message.contentType());
        attributes("attributes", message.attributes());
        bytes(event, "text", message.body().bytes());
    }

    private void event(Event said) {
        set("id", said.id());
        set("source", said.source());
        set("type", said.type());
        set("subject", said.subject());
        set("time", said.time());
        set("dataSchema", said.dataSchema());
        List<Document> extensions = new ArrayList<>();
        for (Map.Entry<String, String> extension : said.extensions().entrySet()) {
            extensions.add(pair(extension.getKey(), "value", extension.getValue()));
        }
        setAll("extensions", extensions);
        set("contentType", said.contentType());
        bytes(event, "text", said.data().bytes());
    }

    private void storage(StorageEvent told) {
        set("id", told.id());
        set("kind", told.kind().name());
        set("bucket", told.bucket());
        set("key", told.key());
        set("size", told.size().isPresent() ? told.size().getAsLong() : null);
        set("etag", told.etag());
        set("version", told.version());
        set("contentType", told.contentType());
        set("sequencer", told.sequencer());
        set("time", told.time());
    }

    private void schedule(ScheduleEvent firing) {
        set("id", firing.id());
        set("schedule", firing.schedule());
        set("firedAt", firing.firedAt().toString());
        set("scheduledAt", firing.scheduledAt());
        set("late", firing.isLate() ? true : null);
        set("attempt", firing.attempt().isPresent() ? firing.attempt().getAsInt() : null);
    }

    private void change(ChangeEvent<Document> change) {
        set("id", change.id());
        set("operation", change.operation().name());
        set("source", change.source());
        set("key", change.key());
        set("before", change.documentBefore());
        set("after", change.documentAfter());
        set("changedFields", change.changedFields());
        set("sequence", change.sequence());
        set("time", change.time());
        set("expiry", change.isExpiry() ? true : null);
    }

    private void attributes(String name, Attributes attributes) {
        List<Document> pairs = new ArrayList<>(attributes.size());
        for (int i = 0; i < attributes.size(); i++) {
            pairs.add(
                    attributes.isBinary(i)
                            ? pair(
                                    attributes.name(i),
                                    "base64",
                                    Base64.getEncoder().encodeToString(attributes.bytes(i)))
                            : pair(attributes.name(i), "value", attributes.value(i)));
        }
        setAll(name, pairs);
    }

    private static Document pair(String name, String form, String value) {
        return Document.builder().set("name", name).set(form, value).build();
    }

    private void setAll(String name, List<Document> values) {
        set(name, values.isEmpty() ? null : values);
    }

    private void set(String name, Optional<?> value) {
        Object given = value.orElse(null);
        set(name, given instanceof Instant ? given.toString() : given);
    }

    private void set(String name, @Nullable Object value) {
        if (value != null) {
            event.set(name, value);
        }
    }

    /** Text where the bytes are UTF-8 and can be shown, else Base64. */
    static void bytes(Document.Builder event, String name, byte[] bytes) {
        String text = text(bytes);
        if (bytes.length > 0) {
            event.set(
                    text == null ? "base64" : name,
                    text == null ? Base64.getEncoder().encodeToString(bytes) : text);
        }
    }

    static @Nullable String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean shown = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        for (int i = 0; shown && i < text.length(); i++) {
            char c = text.charAt(i);
            shown = c >= ' ' && c != 0x7f || c == '\n' || c == '\r' || c == '\t';
        }
        return shown ? text : null;
    }
}
