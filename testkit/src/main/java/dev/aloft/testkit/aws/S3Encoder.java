package dev.aloft.testkit.aws;

import dev.aloft.StorageEvent;
import dev.aloft.runtime.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * S3, as it tells a function, a queue, a topic or EventBridge of the objects of a bucket.
 *
 * <pre>{@code
 * S3Encoder s3 = new S3Encoder();
 * byte[] direct = s3.encode(List.of(event));
 * byte[] queued = new SqsEncoder("uploads").encode(List.of(Message.builder("m-1", direct).build()));
 * byte[] bridged = s3.encodeForEventBridge(event);
 * }</pre>
 *
 * <p>An event's media type is left out. S3 knows no archived objects: such an event is an {@link IllegalArgumentException}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">S3's own message</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">S3's events by EventBridge</a>
 */
public final class S3Encoder {
    /** All buckets. */
    public S3Encoder() {}

    /**
     * What S3 invokes a function with, and sends as a message to a queue or topic.
     *
     * @param events what happened; S3 itself tells of one at a time
     * @return compact JSON in UTF-8, its fields in the order in which AWS writes them
     */
    public byte[] encode(List<StorageEvent> events) {
        return EventFields.object(json -> {
            json.name("Records").beginArray();
            for (StorageEvent event : events) {
                EventFields.writeObject(json, record -> writeRecord(record, event));
            }
            json.endArray();
        });
    }

    private static void writeRecord(JsonWriter json, StorageEvent event) {
        json.name("eventVersion").string("2.1");
        json.name("eventSource").string("aws:s3");
        json.name("awsRegion").string(MessageFields.REGION);
        event.time().ifPresent(time -> json.name("eventTime").string(MessageFields.iso(time)));
        json.name("eventName").string(name(event, "ObjectCreated:Put", "ObjectRemoved:Delete", "ObjectTagging:Put"));
        json.name("userIdentity")
                .beginObject()
                .name("principalId")
                .string("AWS:AIDAINPONIXQXHT3IKHL2")
                .endObject();
        json.name("s3").beginObject();
        json.name("s3SchemaVersion").string("1.0");
        json.name("configurationId").string(MessageFields.uuid(event.bucket()));
        json.name("bucket").beginObject();
        json.name("name").string(event.bucket());
        json.name("arn").string("arn:aws:s3:::" + event.bucket());
        json.endObject();
        json.name("object").beginObject();
        json.name("key").string(encoded(event.key()));
        writeObject(json, event, "eTag", "versionId");
        json.endObject();
        json.endObject();
    }

    /** As a form, but slashes stay. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    private static void writeObject(JsonWriter json, StorageEvent event, String tag, String version) {
        event.size().ifPresent(size -> json.name("size").number(size));
        event.etag().ifPresent(text -> json.name(tag).string(text));
        event.version().ifPresent(text -> json.name(version).string(text));
        event.sequencer().ifPresent(text -> json.name("sequencer").string(text));
    }

    private static String name(StorageEvent event, String created, String deleted, String updated) {
        return switch (event.kind()) {
            case CREATED -> created;
            case DELETED -> deleted;
            case METADATA_UPDATED -> updated;
            case ARCHIVED -> throw new IllegalArgumentException("S3 knows no archived objects.");
        };
    }

    /**
     * What EventBridge invokes a function with when S3 has told it of an object.
     *
     * @param event what happened
     * @return compact JSON in UTF-8, its fields in the order in which AWS writes them
     */
    public byte[] encodeForEventBridge(StorageEvent event) {
        return EventFields.object(json -> {
            json.name("version").string("0");
            json.name("id").string(eventBridgeId(event));
            json.name("detail-type").string(name(event, "Object Created", "Object Deleted", "Object Tags Added"));
            json.name("source").string("aws.s3");
            json.name("account").string(MessageFields.ACCOUNT);
            event.time().ifPresent(time -> json.name("time").string(time.toString()));
            json.name("region").string(MessageFields.REGION);
            json.name("resources")
                    .beginArray()
                    .string("arn:aws:s3:::" + event.bucket())
                    .endArray();
            json.name("detail").beginObject();
            json.name("version").string("0");
            json.name("bucket")
                    .beginObject()
                    .name("name")
                    .string(event.bucket())
                    .endObject();
            json.name("object").beginObject();
            json.name("key").string(event.key());
            writeObject(json, event, "etag", "version-id");
            json.endObject();
            json.name("request-id").string("N4N7GDK58NMKJ12R");
            json.name("requester").string(MessageFields.ACCOUNT);
            json.endObject();
        });
    }

    /**
     * The id that EventBridge gives an event of S3.
     *
     * @param event the event
     * @return the end of the event's own id behind bucket and key, where it has one that is not its sequencer
     */
    private static String eventBridgeId(StorageEvent event) {
        String start = event.bucket() + "/" + event.key() + "/";
        boolean own = event.sequencer().isEmpty()
                && event.id().length() > start.length()
                && event.id().startsWith(start);
        return own ? event.id().substring(start.length()) : MessageFields.uuid(event.id());
    }

    /**
     * The message by which S3 tries whether it can send to a queue or topic.
     *
     * @param bucket the bucket's name, for example {@code uploads}
     * @return compact JSON in UTF-8
     */
    public byte[] testEvent(String bucket) {
        return EventFields.object(json -> {
            json.name("Service").string("Amazon S3");
            json.name("Event").string("s3:TestEvent");
            json.name("Time").string("2014-10-13T15:57:02.089Z");
            json.name("Bucket").string(bucket);
            json.name("RequestId").string("5582815E1AEA5ADF");
            json.name("HostId").string("8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3eKxsPzbB9wrR");
        });
    }
}
