package dev.aloft.testkit.azure;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;

/**
 * Batches of documents as the Cosmos DB trigger gives them to the host: {@code CosmosDbEncoder.encode(changes)}.
 *
 * <p>The change feed has new and changed documents and does not tell which is which, so each change is an {@code UPSERT} with a new
 * document; anything else is an {@link IllegalArgumentException}, and so is a document with a value that JSON does not have. What Cosmos
 * DB adds to a document is added where it lacks it: {@code id} from the change's key, {@code _etag} from what its id has behind the first
 * slash, {@code _lsn} from its sequence, {@code _ts} from its time.
 *
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/change-feed">change feed</a>
 */
public final class CosmosDbEncoder {
    private CosmosDbEncoder() {}

    /**
     * One batch.
     *
     * @param changes the changes in order
     * @return the trigger
     */
    public static AzureTrigger encode(List<? extends ChangeEvent<?>> changes) {
        JsonWriter json = new JsonWriter();
        json.beginArray();
        for (ChangeEvent<?> change : changes) {
            if (change.operation() != ChangeEvent.Operation.UPSERT) {
                throw new IllegalArgumentException("The change feed of Cosmos DB tells of nothing but upserts.");
            }
            DocumentJson.write(complete(change), json);
        }
        return AzureTrigger.of("cosmosDBTrigger", json.endArray().toByteArray());
    }

    private static Document complete(ChangeEvent<?> change) {
        Document after = change.documentAfter()
                .orElseThrow(() -> new IllegalArgumentException("The change feed always has the document."));
        Document.Builder document = Document.builder();
        after.fields().forEach((name, value) -> document.set(name, JsonValues.require(value, "Cosmos DB")));
        change.key().text("id").filter(id -> !after.has("id")).ifPresent(id -> document.set("id", id));
        if (!after.has("_etag")) {
            String id = change.id();
            document.set("_etag", "\"" + id.substring(id.indexOf('/') + 1) + "\"");
        }
        change.time()
                .filter(time -> !after.has("_ts"))
                .ifPresent(time -> document.set("_ts", BigDecimal.valueOf(time.getEpochSecond())));
        change.sequence()
                .filter(sequence -> !after.has("_lsn"))
                .ifPresent(sequence -> document.set("_lsn", new BigDecimal(sequence)));
        return document.build();
    }
}
