package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Body;
import dev.aloft.Message;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaMapperTest {
    private MessageWorker worker;

    @BeforeEach
    void sample() throws IOException {
        Deliveries.clear();
        worker = MessageWorker.sample("on-stream", "kafka-trigger.json");
    }

    @Test
    void everyFieldIsRead() {
        Message<Body> message = handled();

        assertThat(message.id()).isEqualTo("clicks-prod/3/4711");
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.source()).isEqualTo("clicks-prod");
        assertThat(message.partition()).contains("3");
        assertThat(message.sequence()).contains("4711");
        assertThat(message.orderingKey()).contains("u-1");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2026-01-31T12:00:00.123Z"));
        assertThat(message.contentType()).contains("application/json");
        assertThat(message.traceContext()).isPresent();
        assertThat(message.attempt()).isEmpty();
    }

    @Test
    void headersAreBytesAndMayBeRepeated() {
        Message<Body> message = handled();

        assertThat(message.attributes().names()).containsExactly("tenant", "content-type", "none", "traceparent");
        assertThat(message.attributes().bytes(0)).isEqualTo("acme".getBytes(UTF_8));
        assertThat(message.attributes().bytes(1)).containsExactly(0xFF);
        assertThat(message.attributes().isBinary(1)).isTrue();
        assertThat(message.attributes().bytes("none")).hasValue(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "Content-Type", "contentType"})
    void theMediaTypeIsAHeaderByAnyOfItsUsualNames(String name) {
        worker.with("Headers", "[{\"Key\":\"" + name + "\",\"Value\":\"dGV4dC9jc3Y=\"}]");

        assertThat(handled().contentType()).contains("text/csv");
    }

    @Test
    void aRecordWithoutKeyAndHeadersHasNone() {
        worker.without("Key", "Headers", "Topic", "Timestamp");

        Message<Body> message = handled();

        assertThat(message.id()).isEqualTo("clicks/3/4711");
        assertThat(message.orderingKey()).isEmpty();
        assertThat(message.attributes().size()).isZero();
        assertThat(message.enqueuedAt()).isEmpty();
    }

    @Test
    void aTombstoneHasAnEmptyBody() {
        AzureEntryPoint.kafka(null, worker);

        assertThat(Deliveries.only().payload().isEmpty()).isTrue();
        assertThat(Deliveries.only().orderingKey()).contains("u-1");
    }

    @Test
    void nothingAtAllFails() {
        worker.without("Offset");

        assertThatThrownBy(() -> AzureEntryPoint.kafka(null, worker))
                .hasMessageStartingWith("ALOFT-420")
                .hasStackTraceContaining("ALOFT-221 The Azure worker handed over no Kafka record.");
        assertThat(Deliveries.MESSAGES).isEmpty();
    }

    @Test
    void withoutItsPlaceTheContentsDigestIsTheId() {
        worker.without("Partition");

        assertThat(handled().id()).startsWith("sha256-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "x",
                "[1]",
                "[{}]",
                "[{\"Key\":null,\"Value\":\"\"}]",
                "[{\"Key\":\"a\",\"Value\":\"*\"}]",
                "[{\"Key\":\"a\",\"Value\":7}]",
                "[] []"
            })
    void headersOfAnotherShapeFail(String headers) {
        worker.with("Headers", headers);

        assertThatThrownBy(() -> AzureEntryPoint.kafka(worker.message(), worker))
                .hasMessageStartingWith("ALOFT-420")
                .hasStackTraceContaining("ALOFT-223 The trigger metadata Headers is not what the Azure host writes.");
        assertThat(Deliveries.MESSAGES).isEmpty();
    }

    private Message<Body> handled() {
        AzureEntryPoint.kafka(worker.message(), worker);
        return Deliveries.only();
    }
}
