package dev.aloft.aws;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.Binding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages of an SQS queue, standard or FIFO. A function with a topic trigger gets what SNS has put into the bodies.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Lambda with Amazon SQS</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html">SNS to SQS</a>
 */
final class SqsMapper implements MessageMapper {
    private final byte[] payload;
    private final boolean rawDelivery;
    private final Records source = new Records("aws:sqs");
    private final List<SqsRecord> records = new ArrayList<>();
    private boolean alone = true;

    /**
     * @param rawDelivery whether the queue is subscribed to SNS in such a way that the body is the payload
     */
    SqsMapper(byte[] payload, boolean rawDelivery) {
        this.payload = payload;
        this.rawDelivery = rawDelivery;
    }

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("Records")) {
                readRecords(json);
            } else {
                alone = false;
                json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readRecords(JsonReader json) {
        source.beginList(json);
        while (json.hasNext()) {
            records.add(SqsRecord.read(json, source, payload));
        }
        json.endArray();
    }

    /** Whether the event has nothing but records, so that it cannot have the marks of another kind. */
    boolean isAlone() {
        return alone;
    }

    @Override
    public Origin origin() {
        String arn = source.resource();
        return Origin.messages("aws:sqs", List.of(Kind.QUEUE, Kind.TOPIC), Records.lastPart(arn), arn);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        boolean notifications = !rawDelivery && function instanceof MessageBinding of && of.kind() == Kind.TOPIC;
        String queue = Records.lastPart(source.resource());
        List<DeliveryItem> items = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) {
            SqsRecord record = records.get(i);
            items.add(notifications ? record.asTopicMessage(i) : record.asQueueMessage(queue, i));
        }
        return items;
    }

    @Override
    public Report report() {
        return Report.EACH;
    }
}
