package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.Document;
import dev.aloft.PercentEncoding;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import dev.aloft.spi.StorageBinding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What S3 tells of the objects of a bucket: itself, in the messages of a queue or topic, or by EventBridge, which names things in
 * another way and does not encode the key.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3's own message</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">S3's events by EventBridge</a>
 */
final class S3Mapper extends RecordsMapper {
    static final String SOURCE = "aws.s3";
    private static final String SERVICE = "aws:s3";

    S3Mapper(byte[] payload) {
        super(payload, SERVICE, "Records", null);
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        Document.Builder told = Document.builder();
        while (json.hasNext()) {
            String name = json.name();
            switch (name) {
                case "eventSource" -> record.eventSource = NativeText.of(json);
                case "eventName", "eventTime" -> told.set(name, NativeText.of(json));
                case "s3" -> told.set(name, NativeText.document(json));
                default -> json.skip();
            }
        }
        record.told = told.build();
        record.source = NativeText.at(record.told(), "s3", "bucket", "name");
    }

    @Override
    String name(String source) {
        return source;
    }

    @Override
    public Origin origin() {
        String bucket = source();
        Document first = records().get(0).told();
        String arn = NativeText.at(first, "s3", "bucket", "arn");
        return Origin.storage(SERVICE, event(first).build().kind(), bucket, arn == null ? bucket : arn);
    }

    @Override
    void add(ReceivedRecord record, Binding function, List<DeliveryItem> items) {
        StorageEvent event = event(record.told()).raw(record.raw(payload)).build();
        items.add(DeliveryItem.of(event.id(), null, wanted(event, function)));
    }

    /**
     * Adds what a message carries, which its own id stands for: one event or several, and nothing for the message by which S3 tries
     * whether it can send.
     */
    static void addCarried(ReceivedRecord record, byte[] payload, Binding function, List<DeliveryItem> items) {
        record.requireSound();
        Document told = content(record, record.body);
        String notification = NativeText.at(told, "Message");
        if (notification != null && "Notification".equals(NativeText.at(told, "Type"))) {
            told = content(record, notification.getBytes(StandardCharsets.UTF_8));
        }
        if (isTrial(told)) {
            return;
        }
        List<?> records = told.get("Records") instanceof List<?> all ? all : List.of(told);
        if (records.isEmpty()) {
            throw BrokenEvent.carried(record.eventSource, record.id);
        }
        byte[] raw = record.raw(payload);
        for (Object each : records) {
            StorageEvent event = carried(each, record).raw(raw).build();
            items.add(DeliveryItem.of(record.itemId(), record.group, wanted(event, function)));
        }
    }

    /** Whether that is what S3 sends to try whether it can, which tells of no object. */
    static boolean isTrial(Document told) {
        return "s3:TestEvent".equals(NativeText.at(told, "Event"))
                && "Amazon S3".equals(NativeText.at(told, "Service"));
    }

    private static Document content(ReceivedRecord record, byte @Nullable [] body) {
        try {
            JsonReader json = new JsonReader(body == null ? NativeText.NOTHING : body);
            Document content = DocumentJson.read(json);
            json.end();
            return content;
        } catch (JsonException noEvent) {
            throw BrokenEvent.carried(record.eventSource, record.id);
        }
    }

    private static StorageEvent.Builder carried(@Nullable Object event, ReceivedRecord record) {
        if (event instanceof Document told) {
            if (SERVICE.equals(NativeText.at(told, "eventSource"))) {
                return event(told);
            }
            String type = NativeText.at(told, "detail-type");
            String id = NativeText.identityAt(told, "id");
            if (SOURCE.equals(NativeText.at(told, "source")) && type != null && id != null) {
                String time = NativeText.at(told, "time");
                return event(type, NativeText.documentAt(told, "detail"), time, id);
            }
        }
        throw BrokenEvent.carried(record.eventSource, record.id);
    }

    private static StorageEvent.Builder event(Document told) {
        String time = NativeText.at(told, "eventTime");
        return event(NativeText.at(told, "eventName"), NativeText.documentAt(told, "s3"), time, null);
    }

    /**
     * An event in the words of S3 or EventBridge.
     *
     * @param name what happened, for example {@code ObjectCreated:Put} or {@code Object Created}
     * @param about the bucket and the object
     * @param time when it happened
     * @param id EventBridge's id, since only S3 itself encodes the key; it is the event's where nothing else tells two of an object apart
     * @throws AloftException if it is not whole, or of no kind that there is
     */
    static StorageEvent.Builder event(
            @Nullable String name, Document about, @Nullable String time, @Nullable String id) {
        Kind kind = name == null ? null : kind(name);
        Document object = NativeText.documentAt(about, "object");
        String bucket = NativeText.identityAt(about, "bucket", "name");
        String key = id == null ? decoded(NativeText.at(object, "key")) : NativeText.at(object, "key");
        if (name == null || bucket == null || key == null || key.isEmpty()) {
            throw BrokenEvent.object(
                    "no " + (name == null ? "eventName" : bucket == null ? "bucket name" : "object key"));
        }
        if (kind == null) {
            throw BrokenEvent.kind(name);
        }
        String sequencer = NativeText.identityAt(object, "sequencer");
        StorageEvent.Builder event = StorageEvent.builder(kind, bucket, key)
                .size(NativeText.number(NativeText.at(object, "size")))
                .etag(NativeText.identityAt(object, id == null ? "eTag" : "etag"))
                .version(NativeText.identityAt(object, id == null ? "versionId" : "version-id"))
                .sequencer(sequencer)
                .time(IsoTime.parse(time));
        String instead = id == null ? time : id;
        return sequencer != null || instead == null ? event : event.id(bucket + "/" + key + "/" + instead);
    }

    private static @Nullable String decoded(@Nullable String key) {
        try {
            return key == null ? null : PercentEncoding.decodeForm(key);
        } catch (AloftException notEncoded) {
            throw BrokenEvent.object("an object key that is not form-encoded UTF-8");
        }
    }

    /** What a name means; null if no storage event is meant by it. */
    static @Nullable Kind kind(String name) {
        int start = name.startsWith("s3:")
                ? 3
                : 0; // as in some published samples and the names of a bucket's configuration
        int colon = name.indexOf(':', start);
        return switch (name.substring(start, colon < 0 ? name.length() : colon)) {
            case "ObjectCreated", "Object Created" -> Kind.CREATED;
            case "ObjectRemoved", "LifecycleExpiration", "Object Deleted" -> Kind.DELETED;
            case "ObjectTagging",
                    "ObjectAcl",
                    "LifecycleTransition",
                    "Object Tags Added",
                    "Object Tags Deleted",
                    "Object ACL Updated",
                    "Object Storage Class Changed" -> Kind.METADATA_UPDATED;
            default -> null;
        };
    }

    /** The event, if it is of a kind that the function asks for; what is delivered with it or in a message may be of any. */
    static StorageEvent wanted(StorageEvent event, Binding function) {
        String got = StorageBinding.events(event.kind());
        if (!function.takes(got)) {
            throw BrokenEvent.unwanted(function.expects(), got, event.bucket());
        }
        return event;
    }
}
