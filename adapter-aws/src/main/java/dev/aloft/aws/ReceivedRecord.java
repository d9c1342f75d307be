package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.Attributes;
import dev.aloft.Document;
import dev.aloft.Message;
import dev.aloft.MessageBuilder;
import dev.aloft.TraceContext;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record says of its message, in the terms of all services; at last that message, or the reason why there is none. */
final class ReceivedRecord {
    /** The partition or queue under which it is listed; empty where there is one list only. */
    final String list;

    private final String service;
    private final int index;
    private final int start;
    int end;

    /** Its service and source, as it says them itself; the source is the same for all records of an event. */
    @Nullable
    String eventSource;

    @Nullable
    String source;

    /** What AWS calls it; the message's id, too, unless that is another. */
    @Nullable
    String id;

    @Nullable
    String messageId;

    /** What it keeps its order with. */
    @Nullable
    String group;

    /** Null if it is not what was expected. */
    byte @Nullable [] body;

    String expected = "base64";
    int attempt;

    @Nullable
    Instant time;

    @Nullable
    String subject;

    @Nullable
    String orderingKey;

    @Nullable
    String partition;

    @Nullable
    String sequence;

    @Nullable
    String contentType;

    @Nullable
    String xrayHeader;

    /** What it tells, if that is not for a message; such records have it. */
    @Nullable
    Document told;

    boolean brokenAttribute;
    private Attributes.@Nullable Builder attributes;
    private @Nullable AloftException failure;

    ReceivedRecord(String service, int index, String list, int start) {
        this.service = service;
        this.index = index;
        this.list = list;
        this.start = start;
    }

    /** Makes sure that there is what it is told apart by. */
    void require(String field, @Nullable String value) {
        if (value == null) {
            fail(BrokenEvent.identity(service, index, field));
        }
    }

    /** Fails it, unless it has failed. */
    void fail(AloftException reason) {
        failure = failure == null ? reason : failure;
    }

    Attributes.Builder attributes() {
        if (attributes == null) {
            attributes = Attributes.builder();
        }
        return attributes;
    }

    /** Forgets the attributes read so far, which were those of what wraps the message. */
    void forgetAttributes() {
        attributes = null;
        brokenAttribute = false;
    }

    /**
     * Reads attributes as SQS and SNS write them: each with a type and, by that, a text or a binary value.
     *
     * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">SQS message
     *     metadata</a>
     * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">SNS message attributes</a>
     */
    void readAttributes(JsonReader json) {
        brokenAttribute |= !json.isObject() && !json.isNull();
        if (NativeEvent.enter(json)) {
            while (json.hasNext()) {
                readAttribute(json.name(), json);
            }
            json.endObject();
        }
    }

    private void readAttribute(String name, JsonReader json) {
        String type = null;
        String text = null;
        String binary = null;
        if (NativeEvent.enter(json)) {
            while (json.hasNext()) {
                switch (json.name()) {
                    case "dataType", "Type" -> type = NativeText.of(json);
                    case "stringValue", "Value" -> text = NativeText.of(json);
                    case "binaryValue" -> binary = NativeText.of(json);
                    default -> json.skip();
                }
            }
            json.endObject();
        }
        if (isOf(type, "Binary")) {
            addBinary(name, binary == null ? text : binary, binary == null);
        } else {
            brokenAttribute |= text == null || !isOf(type, "String") && !isOf(type, "Number");
            attributes().add(name, text == null ? "" : text);
        }
    }

    /** SNS's own samples have a binary value that is no Base64: {@code TestBinary}. It is handed over as the text that it is. */
    private void addBinary(String name, @Nullable String value, boolean ofTopic) {
        byte[] bytes = NativeText.looseBase64(value);
        if (bytes == null && value != null && ofTopic) {
            attributes().add(name, value);
        } else {
            brokenAttribute |= bytes == null;
            attributes().add(name, bytes == null ? new byte[0] : bytes);
        }
    }

    /** A type may have a label of the sender's own: {@code Number.int}, {@code Binary.png}. */
    private static boolean isOf(@Nullable String type, String kind) {
        return type != null
                && type.startsWith(kind)
                && (type.length() == kind.length() || type.charAt(kind.length()) == '.');
    }

    /** What it tells, if that is not for a message. */
    Document told() {
        return told == null ? Document.empty() : told;
    }

    /** It as it stands in the event. */
    byte[] raw(byte[] payload) {
        return Arrays.copyOfRange(payload, start, end);
    }

    /** Its name among those that were delivered together; empty if that is missing. */
    String itemId() {
        return id == null ? "" : id;
    }

    /**
     * Makes sure that nothing has been wrong with it so far.
     *
     * @throws AloftException if something was
     */
    void requireSound() {
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * The message to deliver.
     *
     * @param payload the event
     * @param sourceName the name of the queue, topic or stream
     * @throws AloftException if there is none
     */
    DeliveryItem item(byte[] payload, String sourceName) {
        if (body == null) {
            fail(BrokenEvent.body(service, id, expected));
        } else if (brokenAttribute) {
            fail(BrokenEvent.attribute(service, id));
        }
        requireSound();
        String itemId = Objects.requireNonNull(id);
        MessageBuilder message = Message.builder(messageId == null ? itemId : messageId, Objects.requireNonNull(body))
                .source(sourceName)
                .attempt(attempt)
                .enqueuedAt(time)
                .subject(subject)
                .orderingKey(orderingKey)
                .partition(partition)
                .sequence(sequence)
                .raw(payload, start, end);
        setAttributes(message);
        return DeliveryItem.of(itemId, group, message.build());
    }

    /** Sets attributes, and what some of them say of the message: its media type and where in a trace it was sent. */
    private void setAttributes(MessageBuilder message) {
        Attributes all = attributes == null ? Attributes.empty() : attributes.build();
        String type = null;
        String parent = null;
        String state = null;
        for (int i = 0; i < all.size(); i++) {
            String name = all.name(i);
            if (name.equals("contentType") || name.equalsIgnoreCase("content-type")) {
                type = all.value(i);
            } else if (name.equals("traceparent")) {
                parent = all.value(i);
            } else if (name.equals("tracestate")) {
                state = all.value(i);
            }
        }
        TraceContext trace = TraceContext.parse(parent, state).orElse(null);
        if (trace == null && xrayHeader != null) {
            trace = TraceContext.parse(XrayHeader.traceparent(xrayHeader), null).orElse(null);
        }
        message.attributes(all)
                .contentType(contentType == null ? type : contentType)
                .trace(trace);
    }
}
