package dev.aloft.testkit.standins;

import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.testkit.runtime.LambdaResult;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.util.Set;

/**
 * What AWS's event source mapping does with a table's stream: reads a batch of a shard, invokes the function with it, and goes on after
 * it, or at the record that the answer names.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Lambda with DynamoDB</a>
 */
final class TablePoller {
    private static final int BATCH_SIZE = 10;

    private final DynamoDb dynamoDb;
    private final String streamArn;
    private final String shard;
    private final boolean partialResponses;
    private String iterator;

    TablePoller(DynamoDb dynamoDb, String streamArn, boolean partialResponses) {
        this.dynamoDb = dynamoDb;
        this.streamArn = streamArn;
        this.partialResponses = partialResponses;
        this.shard = dynamoDb.shard(streamArn);
        this.iterator = dynamoDb.iterator(streamArn, shard, "\"ShardIteratorType\":\"TRIM_HORIZON\"");
    }

    /** Whether there were any records. */
    boolean poll(LambdaRuntimeHarness function) {
        DynamoDb.Page page = dynamoDb.records(iterator, BATCH_SIZE);
        if (page.records().isEmpty()) {
            iterator = page.nextIterator();
            return false;
        }
        JsonWriter event = new JsonWriter().beginObject();
        event.name("Records").beginArray();
        page.records().forEach(record -> write(record, event));
        LambdaResult result = function.invoke(event.endArray().endObject().toByteArray());
        if (result instanceof LambdaResult.Success response) {
            iterator = after(page, response.text());
        }
        return true;
    }

    private String after(DynamoDb.Page page, String reply) {
        Set<String> failed = partialResponses ? BatchFailures.of(reply) : Set.of();
        return failed.isEmpty()
                ? page.nextIterator()
                : dynamoDb.iterator(
                        streamArn,
                        shard,
                        "\"ShardIteratorType\":\"AT_SEQUENCE_NUMBER\",\"SequenceNumber\":\""
                                + failed.iterator().next() + "\"");
    }

    /** As it is, with the source; only the identity's names are written differently by Lambda. */
    private void write(byte[] record, JsonWriter event) {
        JsonReader json = new JsonReader(record);
        json.beginObject();
        event.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            event.name(name);
            if (name.equals("userIdentity")) {
                writeIdentity(json, event);
            } else {
                event.raw(json.raw());
            }
        }
        event.name("eventSourceARN").string(streamArn);
        event.endObject();
    }

    private static void writeIdentity(JsonReader json, JsonWriter event) {
        json.beginObject();
        event.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            event.name(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            event.string(json.string());
        }
        json.endObject();
        event.endObject();
    }
}
