package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.spi.PayloadCodec;
import java.lang.reflect.Type;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageCopyTest {
    /** Reads everything as one text. */
    private static final class OneText implements PayloadCodec {
        @Override
        public String contentType() {
            return "text/x";
        }

        @Override
        public Object read(byte[] payload, Type type) {
            return "read by the message's own codec";
        }

        @Override
        public byte[] write(Object value) {
            return new byte[0];
        }
    }

    @Test
    void aMessageBuiltLikeAnotherHasAllButTheBody() {
        byte[] raw = {1, 2, 3, 4};
        Message<Body> message = Message.builder("m-1", "text")
                .attribute("tenant", "acme")
                .source("orders")
                .subject("Order placed")
                .enqueuedAt(Instant.EPOCH)
                .attempt(3)
                .orderingKey("ada")
                .partition("0")
                .sequence("7")
                .contentType("text/x")
                .trace(TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", null)
                        .orElseThrow())
                .codec(new OneText())
                .raw(raw, 1, 3)
                .build();

        Message<Body> same = message.toBuilder(message.body().bytes()).build();
        Message<Body> other = message.toBuilder(new byte[] {'x'}).attempt(4).build();

        assertThat(same).isEqualTo(message);
        assertThat(same.raw().orElseThrow()).containsExactly(2, 3);
        assertThat(other.body().text()).isEqualTo("x");
        assertThat(other.body().as(String.class)).isEqualTo("read by the message's own codec");
        assertThat(other.attempt()).hasValue(4);
        assertThat(other.orderingKey()).contains("ada");
        assertThat(message.attempt()).hasValue(3);
    }
}
