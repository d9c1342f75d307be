package dev.aloft.testkit.azure;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonWriter;
import java.util.List;

/**
 * Batches of rows as the SQL trigger gives them to the host: {@code SqlEncoder.encode(changes)}.
 *
 * <p>It tells of inserts and updates the new row, and of deletes the primary key, which is the change's key; an {@code UPSERT} is an
 * {@link IllegalArgumentException}, and so is a row with a value that JSON does not have. Ids, times and positions are not told.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-azure-sql-trigger">Azure SQL trigger</a>
 */
public final class SqlEncoder {
    private SqlEncoder() {}

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
            int operation = switch (change.operation()) {
                case INSERT -> 0;
                case UPDATE -> 1;
                case DELETE -> 2;
                case UPSERT -> throw new IllegalArgumentException("The SQL trigger tells inserts from updates.");
            };
            Document row = operation == 2
                    ? change.key()
                    : change.documentAfter()
                            .orElseThrow(() -> new IllegalArgumentException("The SQL trigger tells the new row."));
            row.fields().values().forEach(value -> JsonValues.require(value, "The SQL trigger"));
            json.beginObject().name("Operation").number(operation);
            DocumentJson.write(row, json.name("Item"));
            json.endObject();
        }
        return AzureTrigger.of("sqlTrigger", json.endArray().toByteArray());
    }
}
