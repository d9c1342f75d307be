package dev.aloft.codec.jackson;

import static dev.aloft.codec.jackson.Codec.write;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WritingTest {

    record Profile(Optional<String> name, Optional<String> city, OptionalLong size, OptionalDouble rate) {}

    record Total(BigDecimal amount, Stream<String> tags) {}

    @JsonSerialize(using = EnvelopeWriter.class)
    record Envelope(Order order) {}

    static class EnvelopeWriter extends JsonSerializer<Envelope> {
        @Override
        public void serialize(Envelope value, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeStartObject();
            json.writeObjectField("inner", value.order());
            json.writeEndObject();
        }
    }

    @Test
    void writesJson() {
        assertThat(Codec.CODEC.contentType()).isEqualTo("application/json");
        assertThat(write(new Order("o-1", 2, List.of(new Order.Line("tea", 1.5)))))
                .isEqualTo("{\"id\":\"o-1\",\"quantity\":2,\"lines\":[{\"item\":\"tea\",\"price\":1.5}]}");
    }

    @Test
    void writesTextAsUtf8() {
        assertThat(write(List.of("é€\uD83D\uDE00\u2028"))).isEqualTo("[\"é€\uD83D\uDE00\u2028\"]");
    }

    @Test
    void writesOptionalMembers() {
        assertThat(write(new Profile(Optional.of("Ada"), Optional.empty(), OptionalLong.of(3), OptionalDouble.empty())))
                .isEqualTo("{\"name\":\"Ada\",\"city\":null,\"size\":3,\"rate\":null}");
    }

    @Test
    void writesDecimalsAndStreams() {
        assertThat(write(new Total(new BigDecimal("1.10"), Stream.of("a", "b"))))
                .isEqualTo("{\"amount\":1.10,\"tags\":[\"a\",\"b\"]}");
    }

    @Test
    void anApplicationsOwnSerializerCanWriteObjects() {
        assertThat(write(new Envelope(new Order("a", 1, List.of()))))
                .isEqualTo("{\"inner\":{\"id\":\"a\",\"quantity\":1,\"lines\":[]}}");
    }

    @Test
    void aLargeValueIsWrittenWhole() {
        String text = "x".repeat(3_000_000);

        assertThat(write(text)).hasSize(3_000_002).startsWith("\"xx").endsWith("x\"");
    }
}
