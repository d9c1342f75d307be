package dev.aloft.testkit.azure;

import dev.aloft.Event;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What happens to the blobs of a container, as Event Grid tells it in either schema, and as the blob trigger does.
 *
 * <pre>{@code
 * azure.deliver("check-upload", BlobEncoder.schema(event));
 * azure.deliver("check-picture", BlobEncoder.trigger(event, content));
 * }</pre>
 *
 * <p>Azure Storage knows no archived objects: such an event is an {@link IllegalArgumentException}. Event Grid tells no version, and of a
 * deleted blob neither size nor tag; a change of metadata is one of the access tier.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage">Azure Blob Storage as an Event Grid source</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-blob-trigger#metadata">blob trigger,
 *     metadata</a>
 */
public final class BlobEncoder {
    private static final String ACCOUNT =
            "/subscriptions/8c1f2d3a/resourceGroups/shop/providers/Microsoft.Storage/storageAccounts/shopfiles";
    private static final String ENDPOINT = "https://shopfiles.blob.core.windows.net/";

    private BlobEncoder() {}

    /**
     * An event in the Event Grid schema.
     *
     * @param event what happened
     * @return the trigger
     */
    public static AzureTrigger schema(StorageEvent event) {
        return EventGridEncoder.schema(eventGrid(event));
    }

    /**
     * An event as a CloudEvent.
     *
     * @param event what happened
     * @return the trigger
     */
    public static AzureTrigger cloudEvent(StorageEvent event) {
        return EventGridEncoder.cloudEvent(eventGrid(event));
    }

    private static Event eventGrid(StorageEvent event) {
        String api = switch (event.kind()) {
            case CREATED -> "PutBlob";
            case DELETED -> "DeleteBlob";
            case METADATA_UPDATED -> "SetBlobTier";
            case ARCHIVED -> throw new IllegalArgumentException("Azure Storage knows no archived objects.");
        };
        String type = switch (event.kind()) {
            case CREATED -> "BlobCreated";
            case DELETED -> "BlobDeleted";
            default -> "BlobTierChanged";
        };
        return Event.builder(event.id(), ACCOUNT, "Microsoft.Storage." + type)
                .subject("/blobServices/default/containers/" + event.bucket() + "/blobs/" + event.key())
                .time(event.time().orElse(null))
                .data(data(event, api), "application/json")
                .build();
    }

    private static byte[] data(StorageEvent event, String api) {
        boolean deleted = event.kind() == StorageEvent.Kind.DELETED;
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("api").string(api);
        json.name("requestId").string("0a6f2b1c-401e-0042-5a11-93f2b8000000");
        if (!deleted) {
            event.etag().ifPresent(tag -> json.name("eTag").string(tag));
        }
        event.contentType().ifPresent(type -> json.name("contentType").string(type));
        if (!deleted) {
            event.size().ifPresent(size -> json.name("contentLength").number(size));
        }
        json.name("blobType").string("BlockBlob");
        json.name("url").string(ENDPOINT + event.bucket() + "/" + event.key());
        event.sequencer().ifPresent(text -> json.name("sequencer").string(text));
        json.name("storageDiagnostics").beginObject();
        json.name("batchId").string("2c9d1b7e-2006-0052-0011-93f2b8000000").endObject();
        return json.endObject().toByteArray();
    }

    /**
     * A new blob as the blob trigger gives it to the host, for a binding with the dataType {@code binary} and a path like {@code
     * uploads/{name}}.
     *
     * @param event what happened, a creation; its size is the content's, and its id and tag are not told
     * @param content the blob's content
     * @return the trigger
     */
    public static AzureTrigger trigger(StorageEvent event, byte[] content) {
        if (event.kind() != StorageEvent.Kind.CREATED) {
            throw new IllegalArgumentException("The blob trigger tells of nothing but blobs that are there.");
        }
        String path = event.bucket() + "/" + event.key();
        JsonWriter uri = new JsonWriter();
        uri.string(ENDPOINT + event.bucket() + "/"
                + URLEncoder.encode(event.key(), StandardCharsets.UTF_8).replace("+", "%20"));
        return AzureTrigger.of("blobTrigger", content)
                .with("BlobTrigger", path)
                .with("name", event.key())
                .withJson("Uri", DotNetJson.text(uri))
                .withJson("Properties", properties(event, content.length))
                .withJson("Metadata", "{}");
    }

    private static String properties(StorageEvent event, int length) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        event.time()
                .ifPresent(time -> json.name("LastModified")
                        .raw(DotNetJson.offsetTime(time).getBytes(StandardCharsets.UTF_8)));
        json.name("Metadata").beginObject().endObject();
        json.name("BlobType").number(0);
        json.name("ContentLength").number(length);
        event.contentType().ifPresent(type -> json.name("ContentType").string(type));
        json.name("ETag").beginObject().endObject();
        json.name("ContentEncoding").nullValue();
        event.version().ifPresent(version -> json.name("VersionId").string(version));
        return DotNetJson.text(json.endObject());
    }
}
