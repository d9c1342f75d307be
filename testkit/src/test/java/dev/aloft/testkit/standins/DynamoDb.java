package dev.aloft.testkit.standins;

import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The few calls of DynamoDB and of its streams that a test makes.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">low-level API</a>
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB_Streams.html">API of the
 *     streams</a>
 */
final class DynamoDb {
    private final JsonCalls calls;

    DynamoDb(int port) {
        this.calls = new JsonCalls(port, "dynamodb");
    }

    /** A page of a shard: its records as they are, and where the next one begins. */
    record Page(List<byte[]> records, String nextIterator) {}

    /** Makes a table with a stream of both images and an attribute by which items expire; gives the stream's ARN. */
    String createTable(String name) {
        byte[] created = call("DynamoDB_20120810.CreateTable", """
                {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
                 "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES"}}
                """.formatted(name));
        call("DynamoDB_20120810.UpdateTimeToLive", """
                {"TableName": "%s", "TimeToLiveSpecification": {"Enabled": true, "AttributeName": "expires"}}
                """.formatted(name));
        return text(created, "LatestStreamArn");
    }

    /**
     * Changes an item or the table.
     *
     * @param action for example {@code PutItem}
     * @param request the call's parameters in JSON
     */
    void change(String action, String request) {
        call("DynamoDB_20120810." + action, request);
    }

    /** The only shard of a new stream. */
    String shard(String streamArn) {
        return text(
                call("DynamoDBStreams_20120810.DescribeStream", "{\"StreamArn\":\"" + streamArn + "\"}"), "ShardId");
    }

    /**
     * A place in a shard.
     *
     * @param place for example {@code "ShardIteratorType":"TRIM_HORIZON"}
     */
    String iterator(String streamArn, String shard, String place) {
        String request = "{\"StreamArn\":\"" + streamArn + "\",\"ShardId\":\"" + shard + "\"," + place + "}";
        return text(call("DynamoDBStreams_20120810.GetShardIterator", request), "ShardIterator");
    }

    Page records(String iterator, int limit) {
        String request = "{\"ShardIterator\":\"" + iterator + "\",\"Limit\":" + limit + "}";
        List<byte[]> records = new ArrayList<>();
        String next = "";
        JsonReader json = new JsonReader(call("DynamoDBStreams_20120810.GetRecords", request));
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("Records")) {
                json.beginArray();
                while (json.hasNext()) {
                    records.add(json.raw());
                }
                json.endArray();
            } else {
                next = json.string();
            }
        }
        json.endObject();
        return new Page(records, next);
    }

    private static String text(byte[] reply, String name) {
        String json = new String(reply, StandardCharsets.UTF_8);
        String start = "\"" + name + "\":\"";
        int from = json.indexOf(start);
        if (from < 0) {
            throw new IllegalStateException("There is no " + name + " in " + json);
        }
        return json.substring(from + start.length(), json.indexOf('"', from + start.length()));
    }

    private byte[] call(String target, String body) {
        return calls.call(target, body.getBytes(StandardCharsets.UTF_8));
    }
}
