package dev.aloft.azure;

import dev.aloft.Event;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * What Azure Storage tells of a blob: by Event Grid, in either schema, or by the blob trigger, which hands over the content and has the
 * rest beside it.
 *
 * <p>Event Grid's subject has the container's and the blob's names just as they are, not percent-encoded, and so has the URL in the
 * data: a blob's number sign ends that URL early for who takes it for one. Hence names come from the subject and are not decoded. The
 * vendor's page on CloudEvents has a subject without the first slash.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage">Azure Blob Storage as an Event Grid source</a>
 * @see <a href="https://learn.microsoft.com/azure/event-grid/cloud-event-schema">CloudEvents v1.0 schema with Event Grid</a>
 * @see <a href="https://github.com/Azure/azure-sdk-for-net/issues/23634">a number sign in the URL of an event</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-storage-blob-trigger#metadata">blob trigger,
 *     metadata</a>
 */
final class StorageMapper {
    private static final String CONTAINERS = "/blobServices/default/containers/";
    private static final String BLOBS = "/blobs/";

    private StorageMapper() {}

    /** What an event of this type tells; null if it is not about one blob, or about one that has become another: that is no one kind. */
    static @Nullable Kind kind(String type) {
        return switch (type) {
            case "Microsoft.Storage.BlobCreated" -> Kind.CREATED;
            case "Microsoft.Storage.BlobDeleted" -> Kind.DELETED;
            case "Microsoft.Storage.BlobTierChanged", "Microsoft.Storage.BlobPropertiesUpdated" ->
                Kind.METADATA_UPDATED;
            default -> null;
        };
    }

    /** Reads an event of Event Grid, which came as {@code raw}. */
    static StorageEvent read(Kind kind, Event event, byte @Nullable [] raw) {
        String subject = event.subject().orElse("");
        int container = CONTAINERS.length() - (subject.startsWith("/") ? 0 : 1);
        int blobs = CONTAINERS.regionMatches(CONTAINERS.length() - container, subject, 0, container)
                ? subject.indexOf(BLOBS, container)
                : -1;
        if (blobs < 0) {
            throw AzureErrors.noObject("no subject of the form " + CONTAINERS + "name" + BLOBS + "name", null);
        }
        StorageEvent.Builder blob =
                blob(kind, subject.substring(container, blobs), subject.substring(blobs + BLOBS.length()));
        try {
            readData(new JsonReader(event.data().bytes()), blob);
        } catch (JsonException broken) {
            throw AzureErrors.noObject("data that cannot be read", broken);
        }
        return blob.id(event.id()).time(event.time().orElse(null)).raw(raw).build();
    }

    private static StorageEvent.Builder blob(Kind kind, String container, String name) {
        if (container.isBlank() || name.isEmpty()) {
            throw AzureErrors.noObject("no container or no name", null);
        }
        return StorageEvent.builder(kind, container, name);
    }

    private static void readData(JsonReader json, StorageEvent.Builder blob) {
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (json.isNull()) {
                json.skip();
                continue;
            }
            switch (name) {
                case "eTag" -> blob.etag(said(unquoted(json.string())));
                case "contentType" -> blob.contentType(said(json.string()));
                case "contentLength" -> blob.size(size(json.int64()));
                case "sequencer" -> blob.sequencer(said(json.string()));
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private static long size(long length) {
        if (length < 0) {
            throw AzureErrors.noObject("data that cannot be read", null);
        }
        return length;
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    /** HTTP's tags have quotes; events have been seen with and without. */
    static String unquoted(String tag) {
        int end = tag.length() - 1;
        return end > 0 && tag.charAt(0) == '"' && tag.charAt(end) == '"' ? tag.substring(1, end) : tag;
    }

    /**
     * Reads what the blob trigger hands over: a new blob, or one in place of another, which it does not tell apart.
     *
     * @param content the blob's content, which is also the native form
     */
    static DeliveryItem read(byte @Nullable [] content, TriggerMetadata metadata) {
        if (content == null) {
            throw AzureErrors.noMessage("no blob");
        }
        String path = metadata.text("BlobTrigger");
        int slash = path == null ? -1 : path.indexOf('/');
        if (path == null || slash < 0) {
            throw AzureErrors.noObject("no metadata BlobTrigger with container and name", null);
        }
        StorageEvent.Builder blob = blob(Kind.CREATED, path.substring(0, slash), path.substring(slash + 1));
        StringBuilder id = new StringBuilder(path);
        try {
            readProperties(metadata.json("Properties"), blob, id);
        } catch (JsonException broken) {
            throw metadata.broken(broken);
        }
        StorageEvent event =
                blob.id(id.toString()).size(content.length).raw(content).build();
        return DeliveryItem.of(event.id(), null, event);
    }

    /** The trigger has no id of its own; when it was written, and what, tells one writing of a blob from another. */
    private static void readProperties(@Nullable JsonReader json, StorageEvent.Builder blob, StringBuilder id) {
        if (json == null) {
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            String value = TriggerMetadata.value(json);
            if (value == null || value.isEmpty()) {
                continue;
            }
            switch (name) {
                case "LastModified" -> {
                    blob.time(TriggerMetadata.asTime(value));
                    id.append('/').append(value);
                }
                case "ContentHash" -> id.append('/').append(value);
                case "ContentType" -> blob.contentType(value);
                case "VersionId" -> blob.version(value);
                default -> {
                    // Of no use here; the ETag arrives as an empty object.
                }
            }
        }
        json.endObject();
        json.end();
    }
}
