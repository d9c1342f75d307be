package dev.aloft.aws;

import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a Kinesis data stream, of one shard and in its order. What the producer library has aggregated stays together.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Lambda with Kinesis Data Streams</a>
 */
final class KinesisMapper implements MessageMapper {
    private static final String SERVICE = "aws:kinesis";

    private final byte[] payload;
    private final Records source = new Records(SERVICE);
    private final List<DeliveryItem> items = new ArrayList<>();

    KinesisMapper(byte[] payload) {
        this.payload = payload;
    }

    /** One record while it is read. */
    private static final class Reading {
        private @Nullable String eventSource;
        private @Nullable String arn;
        private @Nullable String shard;
        private @Nullable String partitionKey;
        private @Nullable String sequence;
        private @Nullable Instant arrival;
        private byte @Nullable [] data;
        private int start;
        private int end;
    }

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("Records")) {
                readRecords(json);
            } else {
                json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readRecords(JsonReader json) {
        source.beginList(json);
        while (json.hasNext()) {
            readRecord(json);
        }
        json.endArray();
    }

    private void readRecord(JsonReader json) {
        Reading record = new Reading();
        record.start = source.begin(json);
        while (json.hasNext()) {
            switch (json.name()) {
                case "kinesis" -> readKinesis(json, record);
                case "eventSource" -> record.eventSource = NativeText.of(json);
                case "eventSourceARN" -> record.arn = NativeText.of(json);
                case "eventID" -> record.shard = shard(NativeText.of(json));
                default -> json.skip();
            }
        }
        record.end = source.end(json);
        source.require(record.eventSource, record.arn);
        items.add(item(record, streamName(source.resource())));
    }

    private static void readKinesis(JsonReader json, Reading record) {
        if (!json.isObject()) {
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "partitionKey" -> record.partitionKey = NativeText.of(json);
                case "sequenceNumber" -> record.sequence = NativeText.identity(json);
                case "data" -> record.data = readData(json);
                case "approximateArrivalTimestamp" -> record.arrival = seconds(NativeText.of(json));
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private static byte @Nullable [] readData(JsonReader json) {
        if (json.isString()) {
            return json.base64OrNull();
        }
        json.skip();
        return null;
    }

    /** In one group: the platform goes back to the first failed record, whatever comes after it. */
    private DeliveryItem item(Reading record, String stream) {
        if (record.sequence == null) {
            return DeliveryItem.unreadable("", SERVICE, BrokenRecord.identity(SERVICE, items.size(), "sequenceNumber"));
        }
        if (record.shard == null) {
            return DeliveryItem.unreadable(
                    record.sequence, SERVICE, BrokenRecord.identity(SERVICE, items.size(), "eventID with its shard"));
        }
        if (record.data == null) {
            return DeliveryItem.unreadable(
                    record.sequence, SERVICE, BrokenRecord.body(SERVICE, record.sequence, "base64"));
        }
        MessageBuilder message = Message.builder(stream + "/" + record.shard + "/" + record.sequence, record.data)
                .source(stream)
                .enqueuedAt(record.arrival)
                .orderingKey(record.partitionKey)
                .partition(record.shard)
                .sequence(record.sequence)
                .raw(payload, record.start, record.end);
        return DeliveryItem.of(record.sequence, SERVICE, message.build());
    }

    /** {@code shardId-000000000006} of {@code shardId-000000000006:495903…}. */
    private static @Nullable String shard(@Nullable String eventId) {
        int colon = eventId == null ? -1 : eventId.indexOf(':');
        return eventId == null || colon < 1 ? null : eventId.substring(0, colon);
    }

    /** Also of a consumer with a fan-out of its own: {@code …:stream/clicks/consumer/app:1529…}. */
    private static String streamName(String arn) {
        int start = arn.indexOf(":stream/");
        if (start < 0) {
            return Records.lastPart(arn);
        }
        int end = arn.indexOf('/', start + 8);
        return end < 0 ? arn.substring(start + 8) : arn.substring(start + 8, end);
    }

    /** {@code 1545084650.987}; exactly, which no binary fraction is. */
    private static @Nullable Instant seconds(@Nullable String text) {
        if (text == null || text.length() > 30) {
            return null;
        }
        try {
            BigDecimal seconds = new BigDecimal(text);
            if (seconds.signum() < 0 || seconds.scale() > 30 || seconds.precision() - seconds.scale() > 12) {
                return null;
            }
            long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
            return Instant.ofEpochSecond(seconds.longValue(), nanos);
        } catch (NumberFormatException noTime) {
            return null;
        }
    }

    @Override
    public Origin origin() {
        String arn = source.resource();
        return Origin.messages(SERVICE, List.of(Kind.STREAM), streamName(arn), arn);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        return items;
    }

    @Override
    public Report report() {
        return Report.FIRST;
    }
}
