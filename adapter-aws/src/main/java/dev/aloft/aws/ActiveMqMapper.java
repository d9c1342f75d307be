package dev.aloft.aws;

import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.MessageBinding.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages of an ActiveMQ queue of Amazon MQ. The vendor's pages spell some names in two ways; both are read.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">Lambda with Amazon MQ</a>
 */
final class ActiveMqMapper extends RecordsMapper {
    /**
     * @param service {@code aws:mq} or {@code aws:amq}
     */
    ActiveMqMapper(byte[] payload, String service) {
        super(payload, service, "messages", null);
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        Instant sent = null;
        boolean brokerKnows = false;
        while (json.hasNext()) {
            switch (json.name()) {
                case "messageID", "messageId" -> record.id = NativeText.identity(json);
                case "destination" -> record.source = physicalName(json);
                case "data" -> record.body = NativeText.base64(json, NativeText.NOTHING);
                case "timestamp" -> sent = NativeText.time(NativeText.of(json));
                case "brokerInTime" -> {
                    String time = NativeText.of(json);
                    brokerKnows = time != null;
                    record.time = NativeText.time(time);
                }
                case "properties" -> readProperties(json, record);
                default -> json.skip();
            }
        }
        record.time = brokerKnows ? record.time : sent;
        record.require("messageID", record.id);
    }

    private static @Nullable String physicalName(JsonReader json) {
        String name = null;
        if (NativeEvent.enter(json)) {
            while (json.hasNext()) {
                switch (json.name()) {
                    case "physicalName", "physicalname" -> name = NativeText.identity(json);
                    default -> json.skip();
                }
            }
            json.endObject();
        }
        return name;
    }

    private static void readProperties(JsonReader json, ReceivedRecord record) {
        record.brokenAttribute |= !json.isObject() && !json.isNull();
        if (!NativeEvent.enter(json)) {
            return;
        }
        while (json.hasNext()) {
            String name = json.name();
            boolean none = json.isNull();
            String value = NativeText.of(json);
            record.brokenAttribute |= value == null && !none;
            if (value != null) {
                record.attributes().add(name, value);
            }
        }
        json.endObject();
    }

    @Override
    String name(String source) {
        return source;
    }

    @Override
    public Origin origin() {
        return origin(List.of(Kind.QUEUE), true);
    }
}
