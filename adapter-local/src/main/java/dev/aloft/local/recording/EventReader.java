package dev.aloft.local.recording;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.TraceContext;
import dev.aloft.runtime.NativePayload;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads what {@link EventWriter} wrote. What does not fit is an {@link IllegalArgumentException} that says where. */
final class EventReader {
    private final Fields event;

    private EventReader(Fields event) {
        this.event = event;
    }

    static Object read(String kind, String function, @Nullable Object written, String place) {
        Fields event = new Fields(written, place);
        Object content = new EventReader(event).content(kind, function);
        event.end();
        return content;
    }

    private Object content(String kind, String function) {
        return switch (kind) {
            case "http" -> request();
            case "native" -> new NativePayload(function, event.textOrEmpty("entry"), attributes("fields"), payload());
            case "message" -> item(message());
            case "event" -> item(event());
            case "storage" -> item(storage());
            case "schedule" -> item(schedule());
            case "change" -> item(change());
            default -> throw new IllegalArgumentException("there is no kind " + kind);
        };
    }

    private RecordedItem item(Object content) {
        return new RecordedItem(event.textOrNull("group"), content);
    }

    private byte[] payload() {
        Document json = event.documentOrNull("json");
        byte[] text = event.bytes("text");
        return json == null ? text : IndentedJson.compact(json).getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest request() {
        String target = event.text("target");
        int question = target.indexOf('?');
        HttpRequest.Builder request = HttpRequest.builder(
                        event.text("method"), question < 0 ? target : target.substring(0, question))
                .query(question < 0 ? "" : target.substring(question + 1))
                .clientAddress(event.textOrNull("clientAddress"))
                .body(event.bytes("text"));
        for (Fields header : event.objects("headers")) {
            request.header(header.text("name"), header.text("value"));
            header.end();
        }
        return request.build();
    }

    private Message<Body> message() {
        return Message.builder(event.text("id"), event.bytes("text"))
                .source(event.text("source"))
                .subject(event.textOrNull("subject"))
                .enqueuedAt(event.timeOrNull("enqueuedAt"))
                .attempt((int) event.number("attempt", 0))
                .orderingKey(event.textOrNull("orderingKey"))
                .partition(event.textOrNull("partition"))
                .sequence(event.textOrNull("sequence"))
                .trace(TraceContext.parse(event.textOrNull("traceparent"), event.textOrNull("tracestate"))
                        .orElse(null))
                .contentType(event.textOrNull("contentType"))
                .attributes(attributes("attributes"))
                .build();
    }

    private Event event() {
        Event.Builder read = Event.builder(event.text("id"), event.text("source"), event.text("type"))
                .subject(event.textOrNull("subject"))
                .time(event.timeOrNull("time"))
                .dataSchema(event.textOrNull("dataSchema"))
                .data(event.bytes("text"), event.textOrNull("contentType"));
        Attributes extensions = attributes("extensions");
        for (int i = 0; i < extensions.size(); i++) {
            read.extension(extensions.name(i), extensions.value(i));
        }
        return read.build();
    }

    private StorageEvent storage() {
        return StorageEvent.builder(
                        StorageEvent.Kind.valueOf(event.text("kind")), event.text("bucket"), event.text("key"))
                .id(event.text("id"))
                .size(event.number("size", -1))
                .etag(event.textOrNull("etag"))
                .version(event.textOrNull("version"))
                .contentType(event.textOrNull("contentType"))
                .sequencer(event.textOrNull("sequencer"))
                .time(event.timeOrNull("time"))
                .build();
    }

    private ScheduleEvent schedule() {
        return ScheduleEvent.builder(event.text("schedule"), event.time("firedAt"))
                .id(event.text("id"))
                .scheduledAt(event.timeOrNull("scheduledAt"))
                .late(event.flag("late"))
                .attempt((int) event.number("attempt", 0))
                .build();
    }

    private ChangeEvent<?> change() {
        ChangeEvent.Operation operation = ChangeEvent.Operation.valueOf(event.text("operation"));
        ChangeEvent.Builder change = ChangeEvent.builder(event.text("id"), operation, event.text("source"))
                .key(event.document("key"))
                .before(event.documentOrNull("before"))
                .after(event.documentOrNull("after"))
                .sequence(event.textOrNull("sequence"))
                .time(event.timeOrNull("time"))
                .expiry(event.flag("expiry"));
        return (event.has("changedFields") ? change.changedFields(event.texts("changedFields")) : change).build();
    }

    private Attributes attributes(String name) {
        Attributes.Builder attributes = Attributes.builder();
        for (Fields pair : event.objects(name)) {
            String base64 = pair.textOrNull("base64");
            if (base64 == null) {
                attributes.add(pair.text("name"), pair.text("value"));
            } else {
                attributes.add(pair.text("name"), Base64.getDecoder().decode(base64));
            }
            pair.end();
        }
        return attributes.build();
    }
}
