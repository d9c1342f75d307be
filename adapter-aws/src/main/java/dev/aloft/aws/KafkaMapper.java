package dev.aloft.aws;

import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.Token;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.Base64;
import java.util.List;

/**
 * Records of a Kafka topic, of Amazon MSK or of a cluster of one's own, in the order of each partition. Key and value may be null;
 * headers are bytes, which Java's sign makes of -128 to 127.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html">Lambda with Amazon MSK</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html">Lambda with self-managed Apache Kafka</a>
 */
final class KafkaMapper extends RecordsMapper {
    private final boolean managed;

    /**
     * @param service {@code aws:kafka} or {@code SelfManagedKafka}
     */
    KafkaMapper(byte[] payload, String service) {
        super(payload, service, "records", "no records by partition");
        this.managed = service.equals("aws:kafka");
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        byte[] key = NativeText.NOTHING;
        record.expected = "base64 or null, or its key is not";
        record.body = NativeText.NOTHING; // also of null: a record without a value says that what its key names is gone
        while (json.hasNext()) {
            switch (json.name()) {
                case "topic" -> record.source = NativeText.identity(json);
                case "partition" -> record.partition = NativeText.identity(json);
                case "offset" -> record.sequence = NativeText.identity(json);
                case "timestamp" -> record.time = NativeText.time(NativeText.of(json));
                case "key" -> {
                    boolean none = json.isNull();
                    key = json.isString()
                            ? NativeText.looseBase64(json.string())
                            : NativeText.base64(json, NativeText.NOTHING);
                    record.orderingKey = none || key == null ? null : keyText(key);
                }
                case "value" -> record.body = NativeText.base64(json, NativeText.NOTHING);
                case "headers" -> readHeaders(json, record);
                default -> json.skip();
            }
        }
        record.body = key == null ? null : record.body;
        record.group = record.list;
        if (record.source == null || record.partition == null || record.sequence == null) {
            record.require("partition and offset", null);
        } else {
            record.id = record.source + "/" + record.partition + "/" + record.sequence;
        }
    }

    /** What is not UTF-8 becomes other bytes when it is decoded. */
    private static String keyText(byte[] bytes) {
        String text = NativeText.decoded(bytes);
        return text == null ? Base64.getEncoder().encodeToString(bytes) : text;
    }

    /** A list of objects with one member each, since a name may occur several times. */
    private static void readHeaders(JsonReader json, ReceivedRecord record) {
        if (json.peek() != Token.ARRAY) {
            record.brokenAttribute |= !json.isNull();
            json.skip();
            return;
        }
        json.beginArray();
        while (json.hasNext()) {
            if (NativeEvent.enter(json)) {
                while (json.hasNext()) {
                    readHeader(json.name(), json, record);
                }
                json.endObject();
            } else {
                record.brokenAttribute = true;
            }
        }
        json.endArray();
    }

    private static void readHeader(String name, JsonReader json, ReceivedRecord record) {
        byte[] bytes = NativeText.signedBytes(json);
        record.brokenAttribute |= bytes == null;
        record.attributes().add(name, bytes == null ? NativeText.NOTHING : bytes);
    }

    @Override
    String name(String source) {
        return source;
    }

    /** A self-managed cluster has no ARN. */
    @Override
    public Origin origin() {
        return origin(List.of(Kind.STREAM), managed);
    }
}
