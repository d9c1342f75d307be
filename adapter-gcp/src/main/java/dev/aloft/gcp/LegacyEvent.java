package dev.aloft.gcp;

import dev.aloft.Event;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Events of the first generation of Cloud Functions, which emulators and old subscriptions still send. They become the CloudEvents of
 * the same thing, so that there is one way on from here; types other than those of Pub/Sub, Cloud Storage, Firestore and the Realtime
 * Database are not known.
 *
 * @see <a href="https://github.com/GoogleCloudPlatform/functions-framework-conformance/blob/main/docs/mapping.md">the mapping of
 *     Google's frameworks</a>
 */
final class LegacyEvent {
    private static final String SERVICE = "the first generation of Cloud Functions";
    private static final String FIRESTORE = "providers/cloud.firestore/eventTypes/document.";
    private static final String REALTIME = "providers/google.firebase.database/eventTypes/ref.";

    private @Nullable String id;
    private @Nullable String time;
    private String type = "";
    private @Nullable String resource;
    private @Nullable String domain;
    private byte[] data = {};

    private LegacyEvent() {}

    /** The CloudEvent; null if its type is not known. */
    static @Nullable Event read(byte[] json) {
        LegacyEvent legacy = new LegacyEvent();
        JsonReader reader = new JsonReader(json);
        legacy.read(reader);
        reader.end();
        return legacy.event();
    }

    /** The facts lie in a context, or beside the data. */
    private void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (json.isNull()) {
                json.skip();
                continue;
            }
            switch (name) {
                case "context" -> read(json);
                case "eventId" -> id = json.string();
                case "timestamp" -> time = json.string();
                case "eventType" -> type = json.string();
                case "resource" -> resource(json);
                case "domain" -> domain = json.string();
                case "data" -> data = json.raw();
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private void resource(JsonReader json) {
        if (json.isString()) {
            resource = json.string();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("name")) {
                resource = json.string();
            } else {
                json.skip();
            }
        }
        json.endObject();
    }

    private @Nullable Event event() {
        return switch (type) {
            case "google.pubsub.topic.publish", "providers/cloud.pubsub/eventTypes/topic.publish" -> {
                data = message();
                yield event(PubSubMapper.EVENT_TYPE, "//pubsub.googleapis.com/" + resource(), null);
            }
            case "google.storage.object.finalize" -> object("finalized");
            case "google.storage.object.delete" -> object("deleted");
            case "google.storage.object.archive" -> object("archived");
            case "google.storage.object.metadataUpdate" -> object("metadataUpdated");
            case FIRESTORE + "create" -> document("created");
            case FIRESTORE + "update" -> document("updated");
            case FIRESTORE + "delete" -> document("deleted");
            case FIRESTORE + "write" -> document("written");
            case REALTIME + "create" -> reference("created");
            case REALTIME + "update" -> reference("updated");
            case REALTIME + "delete" -> reference("deleted");
            case REALTIME + "write" -> reference("written");
            default -> null;
        };
    }

    private Event object(String verb) {
        int generation = resource().lastIndexOf('#');
        String name = generation < 0 ? resource() : resource().substring(0, generation);
        return split("google.cloud.storage.object.v1." + verb, "//storage.googleapis.com/", name, "/objects/");
    }

    private Event document(String verb) {
        return split(
                "google.cloud.firestore.document.v1." + verb, "//firestore.googleapis.com/", resource(), "/documents/");
    }

    private Event reference(String verb) {
        String host = present(domain, "domain");
        String location = host.equals("firebaseio.com") ? "us-central1" : host.substring(0, (host + ".").indexOf('.'));
        return split(
                "google.firebase.database.ref.v1." + verb,
                "//firebasedatabase.googleapis.com/",
                resource().replace("projects/_/instances/", "projects/_/locations/" + location + "/instances/"),
                "/refs/");
    }

    private Event split(String eventType, String host, String name, String subject) {
        int end = name.indexOf(subject);
        if (end < 0) {
            throw GoogleErrors.unreadable(SERVICE, "its resource is none of its type");
        }
        return event(eventType, host + name.substring(0, end), name.substring(end + 1));
    }

    private Event event(String eventType, String source, @Nullable String subject) {
        return Event.builder(present(id, "eventId"), source, eventType)
                .subject(subject)
                .time(IsoTime.parse(time))
                .data(data, "application/json")
                .build();
    }

    private String resource() {
        return present(resource, "resource");
    }

    private static String present(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw GoogleErrors.unreadable(SERVICE, "there is no " + name);
        }
        return value;
    }

    /** The data wrapped as Pub/Sub itself does it, with what is told beside it. */
    private byte[] message() {
        JsonReader json = new JsonReader(data);
        JsonWriter wrapped = new JsonWriter();
        wrapped.beginObject().name("message").beginObject();
        wrapped.name("messageId").string(present(id, "eventId"));
        if (time != null) {
            wrapped.name("publishTime").string(time);
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (name.equals("messageId") || name.equals("publishTime")) {
                json.skip();
            } else {
                wrapped.name(name).raw(json.raw());
            }
        }
        json.endObject();
        return wrapped.endObject().endObject().toByteArray();
    }
}
