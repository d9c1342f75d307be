package dev.aloft.aws;

import dev.aloft.Attributes;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One message of RabbitMQ, whose sender gives it an id or not. */
final class RabbitMqMessage {
    private final String queue;
    private @Nullable String id;
    private @Nullable String contentType;
    private byte @Nullable [] data;
    private byte[] properties = new byte[0];
    private final Attributes.Builder headers = Attributes.builder();
    private boolean brokenHeader;

    RabbitMqMessage(String queue) {
        this.queue = queue;
    }

    /** Reads the members of the message that was begun. */
    void read(JsonReader json) {
        while (json.hasNext()) {
            switch (json.name()) {
                case "basicProperties" -> readProperties(json);
                case "data" -> data = readData(json);
                default -> json.skip();
            }
        }
    }

    private static byte @Nullable [] readData(JsonReader json) {
        if (json.isString()) {
            return json.base64OrNull();
        }
        byte[] none = json.isNull() ? new byte[0] : null;
        json.skip();
        return none;
    }

    /** Their time has no zone, so it is no time. */
    private void readProperties(JsonReader json) {
        if (!json.isObject()) {
            json.skip();
            return;
        }
        properties = json.raw();
        JsonReader inside = new JsonReader(properties);
        inside.beginObject();
        while (inside.hasNext()) {
            switch (inside.name()) {
                case "messageId" -> id = NativeText.identity(inside);
                case "contentType" -> contentType = NativeText.of(inside);
                case "headers" -> readHeaders(inside);
                default -> inside.skip();
            }
        }
        inside.endObject();
    }

    private void readHeaders(JsonReader json) {
        if (!json.isObject()) {
            brokenHeader |= !json.isNull();
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            String name = json.name();
            if (json.isNull()) {
                json.skip();
            } else {
                readHeader(name, json.raw());
            }
        }
        json.endObject();
    }

    /** Long strings come as bytes; lists and tables, as of a message that was dead-lettered, are handed over as JSON. */
    private void readHeader(String name, byte[] value) {
        JsonReader json = new JsonReader(value);
        if (!json.isObject()) {
            String text = NativeText.of(json);
            headers.add(name, text == null ? new String(value, StandardCharsets.UTF_8) : text);
            return;
        }
        json.beginObject();
        byte[] bytes = json.hasNext() && json.name().equals("bytes") ? SignedBytes.read(json) : null;
        if (bytes == null) {
            headers.add(name, new String(value, StandardCharsets.UTF_8));
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            headers.add(name, text);
        } else {
            headers.add(name, bytes);
        }
    }

    DeliveryItem item(byte[] payload, int start, int end) {
        if (data == null) {
            return DeliveryItem.unreadable(id == null ? "" : id, null, BrokenRecord.body("aws:rmq", id, "base64"));
        }
        String identity = id == null ? digest(data) : id;
        if (brokenHeader) {
            return DeliveryItem.unreadable(identity, null, BrokenRecord.attribute("aws:rmq", identity));
        }
        MessageBuilder message = Message.builder(identity, data).source(queue).raw(payload, start, end);
        SentAttributes.set(message, headers.build(), null);
        if (contentType != null) {
            message.contentType(contentType);
        }
        return DeliveryItem.of(identity, null, message.build());
    }

    /** Of what stays the same at every delivery, so not of the mark that the message was delivered before. */
    private String digest(byte[] content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(queue.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            sha256.update(properties);
            byte[] digest = sha256.digest(content);
            StringBuilder hex = new StringBuilder("sha-256:");
            for (byte b : digest) {
                hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
