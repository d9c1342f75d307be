package dev.aloft.testkit.brokers;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.StorageEvent;
import dev.aloft.testkit.aws.DynamoDbEncoder;
import dev.aloft.testkit.aws.S3Encoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What Lambda hands over for a batch.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">SQS</a>, <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html">Kinesis</a> and <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html">Kafka</a>, the sample events
 */
final class AwsEvents {
    private AwsEvents() {}

    static byte[] sqs(List<Delivery> batch) {
        List<String> records = new ArrayList<>(batch.size());
        for (Delivery delivery : batch) {
            records.add(sqsRecord(delivery, "", "simulated"));
        }
        return records(records);
    }

    static byte[] sqsFifo(List<Delivery> batch, int groups) {
        List<String> records = new ArrayList<>(batch.size());
        for (Delivery delivery : batch) {
            int message = delivery.message();
            String order =
                    ",\"SequenceNumber\":\"18849496460467" + (696_128 + message) + "\",\"MessageGroupId\":\"group-"
                            + message % groups + "\",\"MessageDeduplicationId\":\"" + message + "\"";
            records.add(sqsRecord(delivery, order, "simulated.fifo"));
        }
        return records(records);
    }

    private static String sqsRecord(Delivery delivery, String order, String queue) {
        return "{\"messageId\":\"" + Ids.uuid(delivery.message())
                + "\",\"receiptHandle\":\"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a\",\"body\":\"" + delivery.payload()
                + "\",\"attributes\":{\"ApproximateReceiveCount\":\"" + delivery.attempt()
                + "\",\"SentTimestamp\":\"1545082649183\",\"SenderId\":\"AIDAIENQZJOLO23YVJ4VO\","
                + "\"ApproximateFirstReceiveTimestamp\":\"1545082649185\"" + order
                + "},\"messageAttributes\":{},\"md5OfBody\":\"e4e68fb7bd0e697a0ae8f1bb342846b3\","
                + "\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:eu-central-1:123456789012:" + queue
                + "\",\"awsRegion\":\"eu-central-1\"}";
    }

    static byte[] kinesis(List<Delivery> batch, int shards) {
        List<String> records = new ArrayList<>(batch.size());
        for (Delivery delivery : batch) {
            String sequence = Ids.sequence(delivery.message());
            int shard = delivery.message() % shards;
            records.add("{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"key-"
                    + delivery.message() % 7
                    + "\",\"sequenceNumber\":\"" + sequence + "\",\"data\":\"" + base64(delivery.payload())
                    + "\",\"approximateArrivalTimestamp\":1545084650.987},\"eventSource\":\"aws:kinesis\","
                    + "\"eventVersion\":\"1.0\",\"eventID\":\"shardId-0000000000" + (10 + shard) + ":" + sequence
                    + "\",\"eventName\":\"aws:kinesis:record\","
                    + "\"invokeIdentityArn\":\"arn:aws:iam::123456789012:role/lambda-role\",\"awsRegion\":\"eu-central-1\","
                    + "\"eventSourceARN\":\"arn:aws:kinesis:eu-central-1:123456789012:stream/simulated\"}");
        }
        return records(records);
    }

    static byte[] dynamoDb(List<Delivery> batch) {
        List<ChangeEvent<Document>> changes = new ArrayList<>(batch.size());
        for (Delivery delivery : batch) {
            Document item =
                    Document.builder().set("payload", delivery.payload()).build();
            changes.add(ChangeEvent.builder(Ids.uuid(delivery.message()), ChangeEvent.Operation.INSERT, "simulated")
                    .after(item)
                    .sequence(Ids.sequence(delivery.message()))
                    .build());
        }
        return new DynamoDbEncoder("simulated").encode(changes);
    }

    static byte[] s3(List<Delivery> batch) {
        return new S3Encoder()
                .encode(batch.stream()
                        .map(delivery -> StorageEvent.builder(
                                        StorageEvent.Kind.CREATED, "simulated", delivery.payload())
                                .build())
                        .toList());
    }

    static byte[] kafka(List<Delivery> batch, int partitions) {
        Map<Integer, List<String>> byPartition = new LinkedHashMap<>();
        for (Delivery delivery : batch) {
            int partition = delivery.message() % partitions;
            byPartition
                    .computeIfAbsent(partition, absent -> new ArrayList<>())
                    .add("{\"topic\":\"simulated\",\"partition\":" + partition + ",\"offset\":"
                            + delivery.message() / partitions + ",\"timestamp\":1545084650987,"
                            + "\"timestampType\":\"CREATE_TIME\",\"key\":\"" + base64("key " + partition)
                            + "\",\"value\":\"" + base64(delivery.payload()) + "\",\"headers\":[]}");
        }
        List<String> lists = new ArrayList<>();
        byPartition.forEach((partition, records) ->
                lists.add("\"simulated-" + partition + "\":[" + String.join(",", records) + "]"));
        return utf8(
                "{\"eventSource\":\"aws:kafka\",\"eventSourceArn\":\"arn:aws:kafka:eu-central-1:123456789012:cluster/"
                        + "vpc-2priv-2pub/751d2973-a626-431c-9d4e-d7975eb44dd7-2\",\"bootstrapServers\":"
                        + "\"b-1.demo.kafka.eu-central-1.amazonaws.com:9092\",\"records\":{" + String.join(",", lists)
                        + "}}");
    }

    private static byte[] records(List<String> records) {
        return utf8("{\"Records\":[" + String.join(",", records) + "]}");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
