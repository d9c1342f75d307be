package dev.aloft.aws;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records of a Kafka topic, of Amazon MSK or of a cluster of one's own, in the order of each partition.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html">Lambda with Amazon MSK</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html">Lambda with self-managed Apache Kafka</a>
 */
final class KafkaMapper implements MessageMapper {
    private final byte[] payload;
    private final String service;
    private final Records source;
    private final List<DeliveryItem> items = new ArrayList<>();
    private @Nullable String arn;

    /**
     * @param service {@code aws:kafka} or {@code SelfManagedKafka}
     */
    KafkaMapper(byte[] payload, String service) {
        this.payload = payload;
        this.service = service;
        this.source = new Records(service);
    }

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "records" -> readPartitions(json);
                case "eventSourceArn" -> arn = NativeText.identity(json);
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readPartitions(JsonReader json) {
        if (!json.isObject()) {
            throw BrokenRecord.incomplete(service, "no records by partition");
        }
        json.beginObject();
        while (json.hasNext()) {
            String partition = json.name();
            source.beginList(json);
            while (json.hasNext()) {
                readRecord(json, partition);
            }
            json.endArray();
        }
        json.endObject();
    }

    private void readRecord(JsonReader json, String partition) {
        KafkaRecord record = new KafkaRecord(service, partition, source.count());
        int start = source.begin(json);
        record.read(json);
        int end = source.end(json);
        source.requireSource(record.topic());
        items.add(record.item(payload, start, end));
    }

    /** A self-managed cluster has no ARN. */
    @Override
    public Origin origin() {
        String topic = source.resource();
        if (arn == null && service.equals("aws:kafka")) {
            throw BrokenRecord.incomplete(service, "no eventSourceArn");
        }
        return Origin.messages(service, List.of(Kind.STREAM), topic, arn == null ? topic : arn);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        return items;
    }
}
