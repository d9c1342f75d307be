package dev.aloft.aws;

import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a Kinesis data stream, of one shard and in its order. What the producer library has aggregated stays together.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Lambda with Kinesis Data Streams</a>
 */
final class KinesisMapper extends RecordsMapper {
    KinesisMapper(byte[] payload) {
        super(payload, "aws:kinesis", "Records", null);
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        while (json.hasNext()) {
            switch (json.name()) {
                case "kinesis" -> readKinesis(json, record);
                case "eventSource" -> record.eventSource = NativeText.of(json);
                case "eventSourceARN" -> record.source = NativeText.of(json);
                case "eventID" -> record.partition = shard(NativeText.of(json));
                default -> json.skip();
            }
        }
        record.id = record.sequence;
        record.require("sequenceNumber", record.id);
        record.require("eventID with its shard", record.partition);
        if (record.source != null) {
            record.messageId = name(record.source) + "/" + record.partition + "/" + record.sequence;
        }
        // One group: the platform goes back to the first failed record, whatever comes after it.
        record.group = "aws:kinesis";
    }

    private static void readKinesis(JsonReader json, ReceivedRecord record) {
        if (!NativeEvent.enter(json)) {
            return;
        }
        while (json.hasNext()) {
            switch (json.name()) {
                case "partitionKey" -> record.orderingKey = NativeText.of(json);
                case "sequenceNumber" -> record.sequence = NativeText.identity(json);
                case "data" -> record.body = NativeText.base64(json, null);
                case "approximateArrivalTimestamp" -> record.time = NativeText.seconds(NativeText.of(json));
                default -> json.skip();
            }
        }
        json.endObject();
    }

    /** {@code shardId-000000000006} of {@code shardId-000000000006:495903…}. */
    private static @Nullable String shard(@Nullable String eventId) {
        int colon = eventId == null ? -1 : eventId.indexOf(':');
        return eventId == null || colon < 1 ? null : eventId.substring(0, colon);
    }

    /** Also of a consumer with a fan-out of its own: {@code …:stream/clicks/consumer/app:1529…}. */
    @Override
    String name(String source) {
        int start = source.indexOf(":stream/");
        if (start < 0) {
            return lastPart(source);
        }
        int end = source.indexOf('/', start + 8);
        return source.substring(start + 8, end < 0 ? source.length() : end);
    }

    @Override
    public Origin origin() {
        return origin(List.of(Kind.STREAM), false);
    }

    @Override
    public int reportable() {
        return 1;
    }
}
