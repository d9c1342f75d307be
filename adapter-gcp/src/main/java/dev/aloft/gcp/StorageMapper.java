package dev.aloft.gcp;

import dev.aloft.Event;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Cloud Storage tells of an object. Its data is the object's resource, and only that has the names as they are: the CloudEvent's
 * subject is encoded by one sender and not by another, and Google's framework keeps of a subject with a comma the end.
 *
 * @see <a href="https://docs.cloud.google.com/eventarc/docs/reference/supported-events">the events of Eventarc</a> and <a
 *     href="https://docs.cloud.google.com/storage/docs/json_api/v1/objects#resource">the resource</a>
 */
final class StorageMapper {
    private static final String SERVICE = "Cloud Storage";
    private static final int LONGEST_NUMBER = 19;

    private @Nullable String bucket;
    private @Nullable String name;
    private @Nullable String contentType;
    private @Nullable String etag;
    private @Nullable String created;
    private @Nullable String updated;
    private long size = -1;
    private long generation = -1;
    private long metageneration = -1;

    private StorageMapper() {}

    /** What an event of this type tells; null if it is none of Cloud Storage. */
    static @Nullable Kind kind(String type) {
        return switch (type) {
            case "google.cloud.storage.object.v1.finalized" -> Kind.CREATED;
            case "google.cloud.storage.object.v1.deleted" -> Kind.DELETED;
            case "google.cloud.storage.object.v1.archived" -> Kind.ARCHIVED;
            case "google.cloud.storage.object.v1.metadataUpdated" -> Kind.METADATA_UPDATED;
            default -> null;
        };
    }

    static Arrival read(Kind kind, Event event, byte[] raw) {
        StorageMapper data = new StorageMapper();
        data.read(new JsonReader(event.data().bytes()));
        String bucket = data.bucket;
        String name = data.name;
        if (bucket == null || bucket.isBlank() || name == null || name.isEmpty()) {
            throw GoogleErrors.unreadable(SERVICE, "its data has no bucket or no name");
        }
        StorageEvent read = StorageEvent.builder(kind, bucket, name)
                .id(event.id())
                .size(data.size)
                .etag(data.etag)
                .version(data.generation < 0 ? null : Long.toString(data.generation))
                .contentType(data.contentType)
                .sequencer(data.sequencer(kind))
                .time(event.time().isPresent() ? event.time().get() : data.time())
                .raw(raw)
                .build();
        return new Arrival(
                Origin.storage("google:storage", kind, bucket, "projects/_/buckets/" + bucket),
                DeliveryItem.of(event.id(), null, read));
    }

    private void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            String field = json.name();
            if (json.isNull()) {
                json.skip();
                continue;
            }
            switch (field) {
                case "bucket" -> bucket = json.string();
                case "name" -> name = json.string();
                case "contentType" -> contentType = json.string();
                case "etag" -> etag = json.string();
                case "timeCreated" -> created = json.string();
                case "updated" -> updated = json.string();
                case "size" -> size = count(json);
                case "generation" -> generation = count(json);
                case "metageneration" -> metageneration = count(json);
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    /** A number of 64 bits, which the JSON of protocol buffers has as a string, and some senders as a number. */
    static long int64(JsonReader json) {
        if (!json.isString()) {
            return json.int64();
        }
        try {
            return Long.parseLong(json.string());
        } catch (NumberFormatException none) {
            throw GoogleErrors.unreadable("Google", "an integer of 64 bits is none");
        }
    }

    private static long count(JsonReader json) {
        long count = int64(json);
        if (count < 0) {
            throw GoogleErrors.unreadable(SERVICE, "its size or generation is below zero");
        }
        return count;
    }

    /** The generation is the content's, the other one that of what is told of it; the end of an object comes after both. */
    private @Nullable String sequencer(Kind kind) {
        if (generation < 0 || metageneration < 0) {
            return null;
        }
        String end = kind == Kind.DELETED ? "-2" : kind == Kind.ARCHIVED ? "-1" : "-0";
        return padded(generation) + "-" + padded(metageneration) + end;
    }

    /** So that numbers compare as text. */
    private static String padded(long number) {
        String digits = Long.toString(number);
        return "0".repeat(LONGEST_NUMBER - digits.length()) + digits;
    }

    /** Of the object, where the event itself has none. */
    private @Nullable Instant time() {
        String text = updated == null ? created : updated;
        Instant time = IsoTime.parse(text);
        if (text != null && time == null) {
            throw GoogleErrors.unreadable(SERVICE, "the time of the object is none of RFC 3339");
        }
        return time;
    }
}
