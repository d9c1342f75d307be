package dev.aloft;

import dev.aloft.spi.PayloadCodec;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a message is made of: {@code Message.builder("m-1", "{}").source("orders").attempt(2).build()}.
 *
 * <p>What is not set is empty in the message. A builder is for one thread, and for one message.
 */
public final class MessageBuilder {
    private final String id;
    private final byte[] body;
    private Attributes attributes = Attributes.empty();
    private String source = "unknown";
    private @Nullable String subject;
    private @Nullable Instant enqueuedAt;
    private int attempt;
    private @Nullable String orderingKey;
    private @Nullable String partition;
    private @Nullable String sequence;
    private @Nullable String contentType;
    private @Nullable TraceContext trace;
    private @Nullable PayloadCodec codec;
    private byte @Nullable [] rawSource;
    private int rawStart;
    private int rawEnd;

    MessageBuilder(String id, byte[] body) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("ALOFT-413 A message has an id that is not blank.");
        }
        this.id = id;
        this.body = body;
    }

    /** Sets what the sender put beside the payload. */
    public MessageBuilder attributes(Attributes all) {
        this.attributes = all;
        return this;
    }

    /** Adds one attribute at the end. */
    public MessageBuilder attribute(String name, String value) {
        Attributes.Builder more = Attributes.builder();
        for (int i = 0; i < attributes.size(); i++) {
            if (attributes.isBinary(i)) {
                more.add(attributes.name(i), attributes.bytes(i));
            } else {
                more.add(attributes.name(i), attributes.value(i));
            }
        }
        return attributes(more.add(name, value).build());
    }

    /** Sets the name of the queue, topic or stream. */
    public MessageBuilder source(String name) {
        this.source = name;
        return this;
    }

    /** Sets the subject. */
    public MessageBuilder subject(@Nullable String text) {
        this.subject = text;
        return this;
    }

    /** Sets when the platform accepted it. */
    public MessageBuilder enqueuedAt(@Nullable Instant time) {
        this.enqueuedAt = time;
        return this;
    }

    /** Sets which delivery it is, 1 for the first; 0 if that is not known. */
    public MessageBuilder attempt(int number) {
        this.attempt = Math.max(number, 0);
        return this;
    }

    /** Sets what it has in common with those whose order it keeps. */
    public MessageBuilder orderingKey(@Nullable String key) {
        this.orderingKey = key;
        return this;
    }

    /** Sets the part of the stream. */
    public MessageBuilder partition(@Nullable String name) {
        this.partition = name;
        return this;
    }

    /** Sets the position. */
    public MessageBuilder sequence(@Nullable String position) {
        this.sequence = position;
        return this;
    }

    /** Sets the media type of the payload. */
    public MessageBuilder contentType(@Nullable String type) {
        this.contentType = type;
        return this;
    }

    /** Sets where in a trace it was sent. */
    public MessageBuilder trace(@Nullable TraceContext position) {
        this.trace = position;
        return this;
    }

    /** Sets what reads typed payloads in place of the installed codec. */
    public MessageBuilder codec(PayloadCodec reader) {
        this.codec = reader;
        return this;
    }

    /**
     * Sets its native form, without a copy.
     *
     * @param source bytes that are not changed any more
     * @param start where it begins
     * @param end where it ends
     * @return this builder
     */
    public MessageBuilder raw(byte[] source, int start, int end) {
        this.rawSource = source;
        this.rawStart = start;
        this.rawEnd = end;
        return this;
    }

    /** Takes over all that is told of another message. */
    MessageBuilder facts(MessageFacts facts) {
        this.attributes = facts.attributes();
        this.source = facts.source();
        this.subject = facts.subject();
        this.enqueuedAt = facts.enqueuedAt();
        this.attempt = facts.attempt();
        this.orderingKey = facts.orderingKey();
        this.partition = facts.partition();
        this.sequence = facts.sequence();
        this.contentType = facts.contentType();
        this.trace = facts.trace();
        return this;
    }

    /** Takes over what reads the typed form of a body. */
    MessageBuilder codecOf(Body other) {
        this.codec = other.codec();
        return this;
    }

    /** The message, with its body as the payload. */
    public Message<Body> build() {
        Body content = body.length == 0 ? Body.EMPTY : new Body(body, contentType, codec);
        MessageFacts facts = new MessageFacts(
                attributes, source, subject, enqueuedAt, attempt, orderingKey, partition, sequence, contentType, trace);
        return new Message<>(id, content, content, facts, rawSource, rawStart, rawEnd);
    }
}
