package dev.aloft.testkit.aws;

import dev.aloft.Body;
import dev.aloft.Message;
import java.util.List;

/**
 * A Kinesis data stream. A message needs a partition, which is its shard, a sequence and an ordering key, which is its partition key.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Lambda with Kinesis Data Streams</a>
 */
public final class KinesisEncoder implements MessageEncoder {
    private final String stream;

    /**
     * A stream.
     *
     * @param stream its name, for example {@code clicks}
     */
    public KinesisEncoder(String stream) {
        this.stream = stream;
    }

    /**
     * The id that a record has in Aloft.
     *
     * @param shard for example {@code shardId-000000000006}
     * @param sequence the sequence number
     * @return for example {@code clicks/shardId-000000000006/4711}
     */
    public String id(String shard, String sequence) {
        return stream + "/" + shard + "/" + sequence;
    }

    @Override
    public byte[] encode(List<Message<Body>> messages) {
        return EventFields.object(json -> {
            json.name("Records").beginArray();
            for (Message<Body> message : messages) {
                String sequence = message.sequence().orElseThrow();
                json.beginObject();
                json.name("kinesis").beginObject();
                json.name("kinesisSchemaVersion").string("1.0");
                json.name("partitionKey").string(message.orderingKey().orElseThrow());
                json.name("sequenceNumber").string(sequence);
                json.name("data").base64(message.body().bytes());
                message.enqueuedAt()
                        .ifPresent(
                                time -> json.name("approximateArrivalTimestamp").number(MessageFields.seconds(time)));
                json.endObject();
                json.name("eventSource").string("aws:kinesis");
                json.name("eventVersion").string("1.0");
                json.name("eventID").string(message.partition().orElseThrow() + ":" + sequence);
                json.name("eventName").string("aws:kinesis:record");
                json.name("invokeIdentityArn").string("arn:aws:iam::" + MessageFields.ACCOUNT + ":role/lambda-role");
                json.name("awsRegion").string(MessageFields.REGION);
                json.name("eventSourceARN").string(MessageFields.arn("kinesis", "stream/" + stream));
                json.endObject();
            }
            json.endArray();
        });
    }
}
