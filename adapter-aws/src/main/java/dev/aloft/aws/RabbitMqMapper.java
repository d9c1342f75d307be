package dev.aloft.aws;

import dev.aloft.runtime.Origin;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Messages of a RabbitMQ queue of Amazon MQ, listed by queue and virtual host: {@code "orders::/"}. A sender gives them an id or not.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html">Lambda with Amazon MQ</a>
 */
final class RabbitMqMapper extends RecordsMapper {
    RabbitMqMapper(byte[] payload) {
        super(payload, "aws:rmq", "rmqMessagesByQueue", "no messages by queue");
    }

    @Override
    void read(JsonReader json, ReceivedRecord record) {
        byte[] properties = NativeText.NOTHING;
        record.source = record.list;
        while (json.hasNext()) {
            switch (json.name()) {
                case "basicProperties" -> {
                    properties = json.isObject() ? json.raw() : NativeText.NOTHING;
                    readProperties(properties, json, record);
                }
                case "data" -> record.body = NativeText.base64(json, NativeText.NOTHING);
                default -> json.skip();
            }
        }
        if (record.id == null && record.body != null) {
            record.id = digest(name(record.list), properties, record.body);
        }
    }

    /** Their time has no zone, so it is no time. */
    private static void readProperties(byte[] properties, JsonReader around, ReceivedRecord record) {
        if (properties.length == 0) {
            around.skip();
            return;
        }
        JsonReader json = new JsonReader(properties);
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "messageId" -> record.id = NativeText.identity(json);
                case "contentType" -> record.contentType = NativeText.of(json);
                case "headers" -> readHeaders(json, record);
                default -> json.skip();
            }
        }
        json.endObject();
    }

    private static void readHeaders(JsonReader json, ReceivedRecord record) {
        record.brokenAttribute |= !json.isObject() && !json.isNull();
        if (!NativeEvent.enter(json)) {
            return;
        }
        while (json.hasNext()) {
            String name = json.name();
            if (json.isNull()) {
                json.skip();
            } else {
                readHeader(name, json.raw(), record);
            }
        }
        json.endObject();
    }

    /** Long strings come as bytes; lists and tables, as of a message that was dead-lettered, are handed over as JSON. */
    private static void readHeader(String name, byte[] value, ReceivedRecord record) {
        JsonReader json = new JsonReader(value);
        byte[] bytes = null;
        String text = null;
        if (!json.isObject()) {
            text = NativeText.of(json);
        } else {
            json.beginObject();
            bytes = json.hasNext() && json.name().equals("bytes") ? NativeText.signedBytes(json) : null;
            text = bytes == null ? null : NativeText.decoded(bytes);
        }
        if (bytes != null && text == null) {
            record.attributes().add(name, bytes);
        } else {
            record.attributes().add(name, text == null ? new String(value, StandardCharsets.UTF_8) : text);
        }
    }

    /** Of what stays the same at every delivery, so not of the marks that the message was delivered before. */
    private static String digest(String queue, byte[] properties, byte[] content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(queue.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            digest(properties, sha256);
            return "sha-256:" + HexFormat.of().formatHex(sha256.digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * Member by member, those of the headers too. Quorum queues count deliveries in a header, which is not there at the first one.
     *
     * @see <a href="https://www.rabbitmq.com/docs/quorum-queues#poison-message-handling">x-delivery-count</a>
     */
    private static void digest(byte[] members, MessageDigest sha256) {
        if (members.length == 0) {
            return;
        }
        JsonReader json = new JsonReader(members);
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (json.isNull() || name.equals("x-delivery-count") || name.equals("x-acquired-count")) {
                json.skip();
            } else if (name.equals("headers") && json.isObject()) {
                digest(json.raw(), sha256);
            } else {
                sha256.update(name.getBytes(StandardCharsets.UTF_8));
                sha256.update(json.raw());
            }
        }
        json.endObject();
    }

    @Override
    String name(String source) {
        int separator = source.lastIndexOf("::");
        return separator < 1 ? source : source.substring(0, separator);
    }

    @Override
    public Origin origin() {
        return origin(List.of(Kind.QUEUE), true);
    }
}
