package dev.aloft;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A message of a queue, topic or stream, the same on every platform.
 *
 * <pre>{@code
 * Message<Order> message = Message.of("m-1", new Order("o-1", 3));                                          // in a test
 * Message<Body> native = Message.builder("m-1", "{\"id\":\"o-1\"}").attribute("tenant", "acme").build();     // in an adapter
 * }</pre>
 *
 * <p>A message is immutable. Each is delivered at least once, so the same {@link #id()} may come again, also while it is still
 * being handled elsewhere. What a platform does not tell is empty, never invented; {@code docs/delivery.md} lists who tells what.
 *
 * @param <T> the payload: a record or class that the codec reads, {@code String}, {@code byte[]} or {@link Body}
 */
public final class Message<T> {
    private final String id;
    private final T payload;
    private final Body body;
    private final MessageFacts facts;

    private final byte @Nullable [] rawSource;
    private final int rawStart;
    private final int rawEnd;

    Message(
            String id,
            T payload,
            Body body,
            MessageFacts facts,
            byte @Nullable [] rawSource,
            int rawStart,
            int rawEnd) {
        this.id = id;
        this.payload = payload;
        this.body = body;
        this.facts = facts;
        this.rawSource = rawSource;
        this.rawStart = rawStart;
        this.rawEnd = rawEnd;
    }

    /**
     * A message for a test that calls a handler directly: {@code handler.handle(Message.of("m-1", order), context)}.
     *
     * @param id the id
     * @param payload the payload
     * @param <T> the payload's type
     * @return a message with an empty body and no attributes, of the source {@code test}
     */
    public static <T> Message<T> of(String id, T payload) {
        return builder(id, new byte[0]).source("test").build().withPayload(payload);
    }

    /**
     * Starts a message as an adapter, or a test of one, needs it.
     *
     * @param id the id, not blank
     * @param body the payload's bytes
     * @return a builder
     */
    public static MessageBuilder builder(String id, byte[] body) {
        return new MessageBuilder(id, body);
    }

    /**
     * Starts a message with text as its payload.
     *
     * @param id the id, not blank
     * @param body the payload, sent as UTF-8
     * @return a builder
     */
    public static MessageBuilder builder(String id, String body) {
        return new MessageBuilder(id, body.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The message's identity, which stays the same at every delivery: the one to remember for doing things once.
     *
     * <p>SQS, SNS, Service Bus, Pub/Sub, ActiveMQ: the message id. Storage queue: {@code Id}. Kinesis, Kafka, Event Hubs: source,
     * partition and sequence, for example {@code clicks/3/4711}. RabbitMQ: the sender's message id, else a digest of the message.
     * Cloud Tasks: the task's name.
     *
     * @return the id, never blank
     */
    public String id() {
        return id;
    }

    /** What the sender sent, in the type that the function asked for. */
    public T payload() {
        return payload;
    }

    /** The payload as it was sent: bytes, with text and typed value as views of them. */
    public Body body() {
        return body;
    }

    /** The media type of the payload, for example {@code application/json}; empty where the sender did not tell. */
    public Optional<String> contentType() {
        return Optional.ofNullable(facts.contentType());
    }

    /** What the sender put beside the payload. */
    public Attributes attributes() {
        return facts.attributes();
    }

    /**
     * The first value of an attribute: {@code message.attribute("tenant")}.
     *
     * @param name the name, with case
     * @return the value; empty if the attribute is absent
     */
    public Optional<String> attribute(String name) {
        return facts.attributes().first(name);
    }

    /** The name of the queue, topic or stream on the platform, for example {@code orders}. */
    public String source() {
        return facts.source();
    }

    /** The subject that SNS, Service Bus and Event Grid let a sender give, for example {@code Order placed}. */
    public Optional<String> subject() {
        return Optional.ofNullable(facts.subject());
    }

    /** When the platform accepted the message, by its own clock. */
    public Optional<Instant> enqueuedAt() {
        return Optional.ofNullable(facts.enqueuedAt());
    }

    /**
     * Which delivery of the message this is, 1 for the first. Platforms count on a best-effort basis.
     *
     * @return the attempt; empty where the platform does not count (SNS, Kinesis, Kafka, Pub/Sub without a dead-letter topic)
     */
    public OptionalInt attempt() {
        return facts.attempt() > 0 ? OptionalInt.of(facts.attempt()) : OptionalInt.empty();
    }

    /**
     * What messages have in common that keep their order: SQS's message group (FIFO queues), Service Bus's session, Kinesis's and
     * Event Hubs's partition key, Kafka's key, Pub/Sub's ordering key.
     *
     * @return the key; a Kafka key that is not UTF-8 comes in Base64
     */
    public Optional<String> orderingKey() {
        return Optional.ofNullable(facts.orderingKey());
    }

    /** The part of a stream from which the message came, for example {@code 3} or {@code shardId-000000000006}. */
    public Optional<String> partition() {
        return Optional.ofNullable(facts.partition());
    }

    /**
     * The message's position: within its partition on streams (a Kafka offset, a Kinesis sequence number), within the queue on
     * FIFO queues and Service Bus. Kinesis numbers have up to 128 digits, so it is text.
     *
     * @return the position; empty where the platform does not tell
     */
    public Optional<String> sequence() {
        return Optional.ofNullable(facts.sequence());
    }

    /** Where in a trace the message was sent: of the attribute {@code traceparent}, otherwise the platform's own. */
    public Optional<TraceContext> traceContext() {
        return Optional.ofNullable(facts.trace());
    }

    /**
     * The message just as the platform handed it over, for example one element of SQS's {@code Records}. Code that uses it is not
     * portable.
     *
     * @return a copy of the bytes; empty where the platform hands over nothing but the payload
     */
    public Optional<byte[]> raw() {
        return rawSource == null ? Optional.empty() : Optional.of(Arrays.copyOfRange(rawSource, rawStart, rawEnd));
    }

    /**
     * This message with another payload, as the runtime reads it for a function.
     *
     * @param other the payload
     * @param <U> its type
     * @return a message that shares everything else
     */
    public <U> Message<U> withPayload(U other) {
        return new Message<>(id, other, body, facts, rawSource, rawStart, rawEnd);
    }

    /**
     * Starts a message like this one, with the same identity: {@code message.toBuilder(bytes).attempt(2).build()} is how it comes
     * again.
     *
     * @param otherBody the payload's bytes
     * @return a builder that has everything else of this message
     */
    public MessageBuilder toBuilder(byte[] otherBody) {
        MessageBuilder builder = new MessageBuilder(id, otherBody).facts(facts).codecOf(body);
        return rawSource == null ? builder : builder.raw(rawSource, rawStart, rawEnd);
    }

    /** Everything but the payload's typed form and the native form. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Message<?> that
                && that.id.equals(id)
                && Arrays.equals(that.body.bytes(), body.bytes())
                && that.facts.equals(facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, facts);
    }

    /** Id and source only, since the rest may be secret: {@code Message[m-1 of orders]}. */
    @Override
    public String toString() {
        return "Message[" + id + " of " + facts.source() + "]";
    }
}
