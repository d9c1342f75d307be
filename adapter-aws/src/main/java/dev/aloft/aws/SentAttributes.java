package dev.aloft.aws;

import dev.aloft.Attributes;
import dev.aloft.MessageBuilder;
import dev.aloft.TraceContext;
import dev.aloft.runtime.json.JsonReader;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Message attributes as SQS and SNS write them: each with a type and, by that, a text or a binary value.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">SQS message
 *     metadata</a>
 * @see <a href="https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html">SNS message attributes</a>
 */
final class SentAttributes {
    private Attributes.@Nullable Builder attributes;
    private boolean broken;

    void read(JsonReader json) {
        if (!json.isObject()) {
            broken |= !json.isNull();
            json.skip();
            return;
        }
        json.beginObject();
        while (json.hasNext()) {
            readOne(json.name(), json);
        }
        json.endObject();
    }

    private void readOne(String name, JsonReader json) {
        if (!json.isObject()) {
            broken = true;
            json.skip();
            return;
        }
        String type = null;
        String text = null;
        String binary = null;
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "dataType", "Type" -> type = NativeText.of(json);
                case "stringValue", "Value" -> text = NativeText.of(json);
                case "binaryValue" -> binary = NativeText.of(json);
                default -> json.skip();
            }
        }
        json.endObject();
        add(name, type, text, binary == null ? text : binary);
    }

    private void add(String name, @Nullable String type, @Nullable String text, @Nullable String binary) {
        if (attributes == null) {
            attributes = Attributes.builder();
        }
        if (isOf(type, "Binary")) {
            byte[] bytes = binary == null ? null : decoded(binary);
            broken |= bytes == null;
            attributes.add(name, bytes == null ? new byte[0] : bytes);
        } else {
            broken |= text == null || !isOf(type, "String") && !isOf(type, "Number");
            attributes.add(name, text == null ? "" : text);
        }
    }

    /** A type may have a label of the sender's own: {@code Number.int}, {@code Binary.png}. */
    private static boolean isOf(@Nullable String type, String kind) {
        return type != null
                && type.startsWith(kind)
                && (type.length() == kind.length() || type.charAt(kind.length()) == '.');
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return base64.length() % 4 == 0 ? Base64.getDecoder().decode(base64) : null;
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** Whether one of them cannot be handed over as it was sent. */
    boolean isBroken() {
        return broken;
    }

    Attributes all() {
        return attributes == null ? Attributes.empty() : attributes.build();
    }

    /** Sets attributes, and what some of them say of the message: its media type and where in a trace it was sent. */
    static void set(MessageBuilder message, Attributes attributes, @Nullable String xrayHeader) {
        String parent = null;
        String state = null;
        for (int i = 0; i < attributes.size(); i++) {
            String name = attributes.name(i);
            if (name.equals("contentType") || name.equalsIgnoreCase("content-type")) {
                message.contentType(attributes.value(i));
            } else if (name.equals("traceparent")) {
                parent = attributes.value(i);
            } else if (name.equals("tracestate")) {
                state = attributes.value(i);
            }
        }
        message.attributes(attributes);
        TraceContext trace =
                parent == null ? null : TraceContext.parse(parent, state).orElse(null);
        if (trace == null && xrayHeader != null) {
            trace = TraceContext.parse(XrayHeader.traceparent(xrayHeader), null).orElse(null);
        }
        message.trace(trace);
    }
}
