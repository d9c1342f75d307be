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
 * Messages of a RabbitMQ queue of Amazon MQ, listed by queue and virtual host: {@code "orders::/"}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">Lambda with Amazon MQ</a>
 */
final class RabbitMqMapper implements MessageMapper {
    private static final String SERVICE = "aws:rmq";

    private final byte[] payload;
    private final Records source = new Records(SERVICE);
    private final List<DeliveryItem> items = new ArrayList<>();
    private @Nullable String arn;

    RabbitMqMapper(byte[] payload) {
        this.payload = payload;
    }

    @Override
    public void read(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "rmqMessagesByQueue" -> readQueues(json);
                case "eventSourceArn", "eventSourceARN" -> arn = NativeText.identity(json);
                default -> json.skip();
            }
        }
        json.endObject();
        json.end();
    }

    private void readQueues(JsonReader json) {
        if (!json.isObject()) {
            throw BrokenRecord.incomplete(SERVICE, "no messages by queue");
        }
        json.beginObject();
        while (json.hasNext()) {
            String listed = json.name();
            source.beginList(json);
            while (json.hasNext()) {
                int start = source.begin(json);
                RabbitMqMessage message = new RabbitMqMessage(queue(listed));
                message.read(json);
                int end = source.end(json);
                source.requireSource(listed);
                items.add(message.item(payload, start, end));
            }
            json.endArray();
        }
        json.endObject();
    }

    private static String queue(String listed) {
        int separator = listed.lastIndexOf("::");
        return separator < 1 ? listed : listed.substring(0, separator);
    }

    @Override
    public Origin origin() {
        String queue = queue(source.resource());
        if (arn == null) {
            throw BrokenRecord.incomplete(SERVICE, "no eventSourceArn");
        }
        return Origin.messages(SERVICE, List.of(Kind.QUEUE), queue, arn);
    }

    @Override
    public List<DeliveryItem> items(Binding function) {
        return items;
    }
}
