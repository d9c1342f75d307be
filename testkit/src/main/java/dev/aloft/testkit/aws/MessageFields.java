package dev.aloft.testkit.aws;

import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.TraceContext;
import dev.aloft.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What several services do in the same way when they write an event of messages. */
final class MessageFields {
    static final String ACCOUNT = "123456789012";
    static final String REGION = "eu-central-1";

    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private MessageFields() {}

    static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }

    /** An id that stays the same for the same name. */
    static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }

    static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3);
    }

    static String iso(Instant time) {
        return MILLIS.format(time);
    }

    static Instant enqueued(Message<?> message) {
        return message.enqueuedAt().orElse(Instant.ofEpochMilli(1_545_082_649_183L));
    }

    static void writeNullable(JsonWriter json, String name, @Nullable String value) {
        json.name(name);
        if (value == null) {
            json.nullValue();
        } else {
            json.string(value);
        }
    }

    /** As SQS writes them. */
    static void writeQueueAttributes(JsonWriter json, Attributes attributes) {
        json.beginObject();
        for (int i = 0; i < attributes.size(); i++) {
            json.name(attributes.name(i)).beginObject();
            if (attributes.isBinary(i)) {
                json.name("binaryValue").base64(attributes.bytes(i));
            } else {
                json.name("stringValue").string(attributes.value(i));
            }
            json.name("stringListValues").beginArray().endArray();
            json.name("binaryListValues").beginArray().endArray();
            json.name("dataType").string(attributes.isBinary(i) ? "Binary" : "String");
            json.endObject();
        }
        json.endObject();
    }

    /** As SNS writes them. */
    static void writeTopicAttributes(JsonWriter json, Attributes attributes) {
        json.beginObject();
        for (int i = 0; i < attributes.size(); i++) {
            json.name(attributes.name(i)).beginObject();
            json.name("Type").string(attributes.isBinary(i) ? "Binary" : "String");
            json.name("Value");
            if (attributes.isBinary(i)) {
                json.base64(attributes.bytes(i));
            } else {
                json.string(attributes.value(i));
            }
            json.endObject();
        }
        json.endObject();
    }

    /** Bytes as numbers with a sign, as Java has them. */
    static void writeSigned(JsonWriter json, byte[] bytes) {
        json.beginArray();
        for (byte b : bytes) {
            json.number(b);
        }
        json.endArray();
    }

    /** Where in a trace a message was sent, unless an attribute of its sender says it. */
    static @Nullable String xray(Message<?> message) {
        if (message.attributes().contains("traceparent")) {
            return null;
        }
        return message.traceContext().map(MessageFields::xray).orElse(null);
    }

    private static String xray(TraceContext trace) {
        String id = trace.traceId();
        return "Root=1-" + id.substring(0, 8) + "-" + id.substring(8) + ";Parent=" + trace.parentId() + ";Sampled="
                + (trace.sampled() ? "1" : "0");
    }
}
