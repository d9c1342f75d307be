package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a Cosmos DB container or an SQL table: a batch, of which none can be taken back alone. Nothing comes beside the batch, so
 * the source is what the function declares.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-cosmosdb-v2-trigger">Cosmos DB trigger</a> and <a
 *     href="https://learn.microsoft.com/azure/cosmos-db/change-feed">its change feed</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-azure-sql-trigger">Azure SQL trigger</a>
 */
final class ChangeMapper {
    private final String source;
    private final boolean sql;

    private ChangeMapper(String source, boolean sql) {
        this.source = source;
        this.sql = sql;
    }

    /** A change that cannot be read fails for itself. */
    static List<DeliveryItem> read(byte @Nullable [] batch, String source, boolean sql) {
        if (batch == null) {
            throw AzureErrors.noMessage("no changes");
        }
        ChangeMapper mapper = new ChangeMapper(source, sql);
        List<DeliveryItem> items = new ArrayList<>();
        try {
            JsonReader json = new JsonReader(batch);
            json.beginArray();
            while (json.hasNext()) {
                items.add(mapper.item(json.raw()));
            }
            json.endArray();
            json.end();
            return items;
        } catch (JsonException broken) {
            throw AzureErrors.noChange(sql, broken.reason(), broken);
        }
    }

    /**
     * Documents are one group: handled in order, and none after a failed one, since all of them come again. A batch has one change of a
     * row, and after five failures, also of others in its batch, a row never comes again; so each row has its turn.
     */
    private DeliveryItem item(byte[] raw) {
        String group = sql ? null : source;
        try {
            JsonReader json = new JsonReader(raw);
            Document told = DocumentJson.read(json);
            ChangeEvent.Builder change = sql ? row(told, raw) : document(told);
            ChangeEvent<Document> built = change.raw(raw).build();
            return DeliveryItem.of(built.id(), group, built);
        } catch (AloftException broken) {
            AloftException reason =
                    broken instanceof JsonException ? AzureErrors.noChange(sql, broken.reason(), broken) : broken;
            return DeliveryItem.unreadable("", group, reason);
        }
    }

    /**
     * The newest version of a document. An id is unique in a logical partition only, and a position in a physical one; the tag is new at
     * each change.
     */
    private ChangeEvent.Builder document(Document told) {
        Object id = told.get("id");
        Object tag = told.get("_etag");
        if (!(id instanceof String name) || name.isEmpty() || !(tag instanceof String etag) || etag.isBlank()) {
            throw AzureErrors.noChange(false, "a document has no id or no _etag.", null);
        }
        return ChangeEvent.builder(name + "/" + StorageMapper.unquoted(etag), Operation.UPSERT, source)
                .key(Document.builder().set("id", name).build())
                .after(told)
                .sequence(told.get("_lsn") instanceof BigDecimal position ? position.toPlainString() : null)
                .time(time(told.get("_ts")));
    }

    /** Null if it is none, or beyond what any clock tells: eleven digits of seconds reach the year 5138. */
    private static @Nullable Instant time(@Nullable Object seconds) {
        return seconds instanceof BigDecimal number && number.precision() - number.scale() <= 11
                ? Instant.ofEpochSecond(number.longValue())
                : null;
    }

    /** Nothing tells a row's change from an equal one but its content; of a deleted row only the primary key is left. */
    private ChangeEvent.Builder row(Document told, byte[] raw) {
        Operation operation = switch (String.valueOf(told.get("Operation"))) {
            case "0" -> Operation.INSERT;
            case "1" -> Operation.UPDATE;
            case "2" -> Operation.DELETE;
            default -> throw AzureErrors.noChange(true, "a change has no Operation that is known.", null);
        };
        if (!(told.get("Item") instanceof Document row)) {
            throw AzureErrors.noChange(true, "a change has no Item.", null);
        }
        ChangeEvent.Builder change = ChangeEvent.builder(TriggerMetadata.digest(raw), operation, source);
        return operation == Operation.DELETE ? change.key(row) : change.after(row);
    }
}
