package dev.aloft.gcp;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the Firebase Realtime Database: {@code data} is what was at a place before, {@code delta} what was written there. In this,
 * null deletes, objects are merged, and all else replaces; a place with nothing below it does not exist.
 *
 * <p>A place may hold something else than an object. A bare value becomes the field {@code .value}, as Firebase calls it itself; an
 * array becomes fields with the indexes as names.
 *
 * @see <a href="https://firebase.google.com/docs/functions/database-events">Realtime Database triggers</a> and <a
 *     href="https://github.com/googleapis/google-cloudevents/blob/main/proto/google/events/firebase/database/v1/data.proto">the
 *     data</a>
 */
final class RealtimeChange {
    private static final String SERVICE = "the Realtime Database";
    private static final String HOST = "//firebasedatabase.googleapis.com/";

    private RealtimeChange() {}

    static Arrival read(Event event, byte[] raw) {
        Document data = data(event.data().bytes());
        Object former = data.get("data");
        Document before = document(former);
        Document after = document(merged(former, data.get("delta")));
        String ref = ref(event);
        String instance = instance(event.source());
        int end = ref.lastIndexOf('/');
        String parent = end < 0 ? "" : ref.substring(0, end);
        int parentEnd = parent.lastIndexOf('/');
        String source = end < 0 ? instance.substring(instance.lastIndexOf('/') + 1) : parent.substring(parentEnd + 1);
        if (source.isBlank()) {
            throw GoogleErrors.unreadable(SERVICE, "what is above the changed place has no name");
        }
        Document.Builder key = Document.builder().set("id", ref.substring(end + 1));
        if (parentEnd > 0) {
            key.set("parent", parent.substring(0, parentEnd));
        }
        Operation operation = ChangeMapper.operation(event.type(), before != null, after != null, SERVICE);
        ChangeEvent<Document> change = ChangeEvent.builder(event.id(), operation, source)
                .key(key.build())
                .before(before)
                .after(after)
                .time(event.time().orElse(null))
                .raw(raw)
                .build();
        return new Arrival(
                Origin.changes("google:realtime-database", source, instance + "/refs" + (end < 0 ? "" : "/" + parent)),
                DeliveryItem.of(event.id(), null, change));
    }

    private static Document data(byte[] bytes) {
        JsonReader json = new JsonReader(bytes);
        Document data = DocumentJson.read(json);
        json.end();
        if (!data.has("data") && !data.has("delta")) {
            throw GoogleErrors.unreadable(SERVICE, "there is neither data nor delta");
        }
        return data;
    }

    private static String instance(String source) {
        int name = source.indexOf("/instances/") + 11;
        if (!source.startsWith(HOST) || name < 11 || source.substring(name).isBlank()) {
            throw GoogleErrors.unreadable(SERVICE, "the CloudEvent's source is no instance of it");
        }
        return source.substring(HOST.length());
    }

    /** The place, told by subject and extension. Both must agree, since Google's framework cuts off what is before a comma. */
    private static String ref(Event event) {
        String subject = event.subject().orElse("");
        String extension = event.extensions().get("ref");
        String ref = subject.startsWith("refs/") ? subject.substring(5) : "";
        if (!isPlace(ref) || extension != null && !extension.equals(ref)) {
            throw GoogleErrors.unreadable(SERVICE, "the CloudEvent's subject is no place in it");
        }
        return ref;
    }

    private static boolean isPlace(String ref) {
        return !ref.startsWith("/") && !ref.endsWith("/") && !ref.isBlank() && !ref.contains("//");
    }

    private static @Nullable Document document(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        Document fields = fields(value);
        return fields != null ? fields : Document.builder().set(".value", value).build();
    }

    /** The fields of an object or array; null if there are none. */
    private static @Nullable Document fields(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            return value instanceof Document document ? document : null;
        }
        Document.Builder fields = Document.builder();
        int index = 0;
        for (Object element : list) {
            if (element != null) {
                fields.set(Integer.toString(index), element);
            }
            index++;
        }
        return fields.build();
    }

    /** What is there after a change; null if nothing. */
    private static @Nullable Object merged(@Nullable Object before, @Nullable Object delta) {
        Document written = fields(delta);
        if (written == null) {
            return delta;
        }
        Document former = fields(before);
        Document.Builder after = Document.builder();
        if (former != null) {
            for (Map.Entry<String, @Nullable Object> field : former.fields().entrySet()) {
                String name = field.getKey();
                keep(after, name, written.has(name) ? merged(field.getValue(), written.get(name)) : field.getValue());
            }
        }
        for (Map.Entry<String, @Nullable Object> field : written.fields().entrySet()) {
            if (former == null || !former.has(field.getKey())) {
                keep(after, field.getKey(), merged(null, field.getValue()));
            }
        }
        Document merged = after.build();
        if (merged.fields().isEmpty()) {
            return null;
        }
        return before instanceof List || before == null && delta instanceof List ? array(merged) : merged;
    }

    private static void keep(Document.Builder after, String name, @Nullable Object value) {
        if (value != null) {
            after.set(name, value);
        }
    }

    /** An array stays one as long as nothing is missing in it. */
    private static Object array(Document merged) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Map.Entry<String, @Nullable Object> field : merged.fields().entrySet()) {
            if (!field.getKey().equals(Integer.toString(values.size()))) {
                return merged;
            }
            values.add(field.getValue());
        }
        return values;
    }
}
