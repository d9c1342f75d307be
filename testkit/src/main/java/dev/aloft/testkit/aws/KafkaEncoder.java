package dev.aloft.testkit.aws;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Kafka topic, of Amazon MSK or of a cluster of one's own. A message needs a partition and a sequence, which is its offset; its
 * ordering key is its key. Records come partition by partition.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html">Lambda with Amazon MSK</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kafka.html">Lambda with self-managed Apache Kafka</a>
 */
public final class KafkaEncoder implements MessageEncoder {
    private final String topic;
    private final boolean managed;

    private KafkaEncoder(String topic, boolean managed) {
        this.topic = topic;
        this.managed = managed;
    }

    /**
     * A topic of Amazon MSK.
     *
     * @param topic its name, for example {@code clicks}
     * @return the encoder
     */
    public static KafkaEncoder msk(String topic) {
        return new KafkaEncoder(topic, true);
    }

    /**
     * A topic of a cluster of one's own, which has no ARN.
     *
     * @param topic its name, for example {@code clicks}
     * @return the encoder
     */
    public static KafkaEncoder selfManaged(String topic) {
        return new KafkaEncoder(topic, false);
    }

    @Override
    public byte[] encode(List<Message<Body>> messages) {
        Map<String, List<Message<Body>>> byPartition = new LinkedHashMap<>();
        for (Message<Body> message : messages) {
            byPartition
                    .computeIfAbsent(message.partition().orElseThrow(), any -> new ArrayList<>())
                    .add(message);
        }
        return EventFields.object(json -> {
            json.name("eventSource").string(managed ? "aws:kafka" : "SelfManagedKafka");
            if (managed) {
                String cluster = "cluster/demo/" + MessageFields.uuid("demo") + "-1";
                json.name("eventSourceArn").string(MessageFields.arn("kafka", cluster));
            }
            json.name("bootstrapServers").string("b-1.demo.example.com:9092,b-2.demo.example.com:9092");
            json.name("records").beginObject();
            byPartition.forEach((partition, records) -> {
                json.name(topic + "-" + partition).beginArray();
                records.forEach(record -> writeRecord(json, record));
                json.endArray();
            });
            json.endObject();
        });
    }

    private void writeRecord(JsonWriter json, Message<Body> message) {
        json.beginObject();
        json.name("topic").string(topic);
        json.name("partition").number(new BigDecimal(message.partition().orElseThrow()));
        json.name("offset").number(new BigDecimal(message.sequence().orElseThrow()));
        message.enqueuedAt().ifPresent(time -> json.name("timestamp").number(time.toEpochMilli()));
        json.name("timestampType").string("CREATE_TIME");
        message.orderingKey().ifPresent(key -> json.name("key").base64(key.getBytes(StandardCharsets.UTF_8)));
        json.name("value").base64(message.body().bytes());
        json.name("headers").beginArray();
        Attributes headers = message.attributes();
        for (int i = 0; i < headers.size(); i++) {
            json.beginObject().name(headers.name(i));
            MessageFields.writeSigned(json, headers.bytes(i));
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
}
