package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final TraceContext TRACE = TraceContext.parse(
                    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", null)
            .orElseThrow();

    @Test
    void everythingIsReachable() {
        Message<Body> message = full().build();

        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.payload()).isSameAs(message.body());
        assertThat(message.body().text()).isEqualTo("hello");
        assertThat(message.contentType()).contains("text/plain");
        assertThat(message.attributes()).isEqualTo(Attributes.of("tenant", "acme"));
        assertThat(message.attribute("tenant")).contains("acme");
        assertThat(message.attribute("tier")).isEmpty();
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.subject()).contains("Order placed");
        assertThat(message.enqueuedAt()).contains(Instant.EPOCH);
        assertThat(message.attempt()).hasValue(2);
        assertThat(message.orderingKey()).contains("o-1");
        assertThat(message.partition()).contains("3");
        assertThat(message.sequence()).contains("4711");
        assertThat(message.traceContext()).contains(TRACE);
        assertThat(message.raw()).contains("\"native\"".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNotToldIsEmpty() {
        Message<Body> message = Message.builder("m-1", new byte[0]).build();

        assertThat(message.body().isEmpty()).isTrue();
        assertThat(message.contentType()).isEmpty();
        assertThat(message.attributes()).isEqualTo(Attributes.empty());
        assertThat(message.source()).isEqualTo("unknown");
        assertThat(message.subject()).isEmpty();
        assertThat(message.enqueuedAt()).isEmpty();
        assertThat(message.attempt()).isEmpty();
        assertThat(message.orderingKey()).isEmpty();
        assertThat(message.partition()).isEmpty();
        assertThat(message.sequence()).isEmpty();
        assertThat(message.traceContext()).isEmpty();
        assertThat(message.raw()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void attemptBelowOneIsUnknown(int attempt) {
        assertThat(Message.builder("m-1", "").attempt(attempt).build().attempt())
                .isEmpty();
    }

    @Test
    void testMessageHasOnlyAnIdAndAPayload() {
        Message<List<String>> message = Message.of("m-1", List.of("a"));

        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.payload()).containsExactly("a");
        assertThat(message.body().isEmpty()).isTrue();
        assertThat(message.source()).isEqualTo("test");
    }

    @Test
    void anotherPayloadSharesEverythingElse() {
        Message<Body> message = full().build();

        Message<Integer> typed = message.withPayload(7);

        assertThat(typed.payload()).isEqualTo(7);
        assertThat(typed.body()).isSameAs(message.body());
        assertThat(typed.raw()).contains(message.raw().orElseThrow());
        assertThat(typed).isEqualTo(message).hasSameHashCodeAs(message);
    }

    @Test
    void attributesAddedOneByOneKeepBytesAsBytes() {
        Message<Body> message = Message.builder("m-1", "")
                .attributes(Attributes.builder().add("raw", new byte[] {1}).build())
                .attribute("tenant", "acme")
                .attribute("tenant", "other")
                .build();

        assertThat(message.attributes().isBinary(0)).isTrue();
        assertThat(message.attributes().isBinary(1)).isFalse();
        assertThat(message.attributes().all("tenant")).containsExactly("acme", "other");
    }

    @Test
    void typedPayloadIsReadByTheGivenCodec() {
        Message<Body> message =
                Message.builder("m-1", "hello").codec(new Length()).build();

        assertThat(message.body().as(Integer.class)).isEqualTo(5);
    }

    @Test
    void bytesThatComeOutAreCopies() {
        Message<Body> message = full().build();

        message.raw().orElseThrow()[0] = 'x';
        message.body().bytes()[0] = 'x';

        assertThat(message.raw()).contains("\"native\"".getBytes(StandardCharsets.UTF_8));
        assertThat(message.body().text()).isEqualTo("hello");
    }

    @Test
    void builderThatGoesOnDoesNotChangeWhatItBuilt() {
        MessageBuilder builder = full();
        Message<Body> message = builder.build();

        builder.source("other").attribute("b", "2").attempt(9);

        assertThat(message).isEqualTo(full().build());
    }

    @Test
    void equalityIsOfAllButTypedAndNativeForm() {
        Message<Body> message = full().build();
        Message<Body> withoutNativeForm = full().raw(new byte[0], 0, 0).build();

        assertThat(message).isEqualTo(withoutNativeForm).hasSameHashCodeAs(withoutNativeForm);
        assertThat(message).isNotEqualTo("m-1");
        assertThat(message).isNotEqualTo(Message.builder("m-2", "hello").build());
        assertThat(Message.builder("m-1", "a").build())
                .isNotEqualTo(Message.builder("m-1", "b").build());
        for (UnaryOperator<MessageBuilder> change : changes()) {
            assertThat(change.apply(full()).build()).isNotEqualTo(message);
        }
    }

    private static List<UnaryOperator<MessageBuilder>> changes() {
        return List.of(
                builder -> builder.attribute("b", "2"),
                builder -> builder.source("other"),
                builder -> builder.subject(null),
                builder -> builder.enqueuedAt(null),
                builder -> builder.attempt(3),
                builder -> builder.orderingKey(null),
                builder -> builder.partition(null),
                builder -> builder.sequence(null),
                builder -> builder.contentType(null),
                builder -> builder.trace(null));
    }

    @Test
    void textHidesAllButIdAndSource() {
        assertThat(full().build()).hasToString("Message[m-1 of orders]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void blankIdIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.builder(id, "a"))
                .withMessage("ALOFT-413 A message has an id that is not blank.");
    }

    @Test
    void typedPayloadOfAnEmptyBodyIsAnError() {
        Message<Body> message =
                Message.builder("m-1", new byte[0]).codec(new Length()).build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> message.body().as(Integer.class))
                .withMessage("ALOFT-304 There is no body, but one is required.");
    }

    private static MessageBuilder full() {
        byte[] nativeEvent = "[\"native\"]".getBytes(StandardCharsets.UTF_8);
        return Message.builder("m-1", "hello")
                .attribute("tenant", "acme")
                .source("orders")
                .subject("Order placed")
                .enqueuedAt(Instant.EPOCH)
                .attempt(2)
                .orderingKey("o-1")
                .partition("3")
                .sequence("4711")
                .contentType("text/plain")
                .trace(TRACE)
                .raw(nativeEvent, 1, nativeEvent.length - 1);
    }

    /** Reads how many bytes there are. */
    private static final class Length implements PayloadCodec {
        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public Object read(byte[] payload, Type type) {
            return payload.length;
        }

        @Override
        public byte[] write(Object value) {
            return new byte[(Integer) value];
        }
    }
}
