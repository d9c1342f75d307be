package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Message;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceBusMapperTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private MessageWorker worker;

    @BeforeEach
    void sample() throws IOException {
        Deliveries.clear();
        worker = MessageWorker.sample("on-queue", "service-bus-trigger.json");
    }

    @Test
    void everyFieldIsRead() {
        Message<Body> message = handled();

        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.payload().text()).isEqualTo("{\"id\":\"o-1\"}");
        assertThat(message.source()).isEqualTo("orders");
        assertThat(message.attempt()).hasValue(3);
        assertThat(message.sequence()).contains("4711");
        assertThat(message.enqueuedAt()).contains(Instant.parse("2026-01-31T12:00:00.123Z"));
        assertThat(message.contentType()).contains("application/json");
        assertThat(message.orderingKey()).contains("customer-9");
        assertThat(message.subject()).contains("Order placed");
        assertThat(message.traceContext())
                .hasValueSatisfying(trace -> assertThat(trace.traceparent()).isEqualTo(TRACE));
        assertThat(message.attributes())
                .isEqualTo(Attributes.of(
                        "tenant", "acme", "count", "7", "ratio", "1.50", "paid", "true", "Diagnostic-Id", TRACE));
    }

    @ParameterizedTest
    @CsvSource({"on-queue, orders", "on-topic, news"})
    void queuesAndTopicsComeThisWay(String function, String source) throws IOException {
        worker = MessageWorker.sample(function, "service-bus-trigger.json");

        assertThat(handled().source()).isEqualTo(source);
    }

    @Test
    void theOlderNamesOfPropertiesAreReadAsWell() {
        worker.without("ApplicationProperties", "Subject");

        Message<Body> message = handled();

        assertThat(message.attributes()).isEqualTo(Attributes.of("tenant", "acme"));
        assertThat(message.subject()).contains("Order placed");
    }

    @Test
    void whatIsAbsentIsEmpty() {
        worker.metadata.keySet().retainAll(java.util.List.of("MessageId"));

        Message<Body> message = handled();

        assertThat(message.id()).isEqualTo("m-1");
        assertThat(message.attempt()).isEmpty();
        assertThat(message.sequence()).isEmpty();
        assertThat(message.enqueuedAt()).isEmpty();
        assertThat(message.contentType()).isEmpty();
        assertThat(message.orderingKey()).isEmpty();
        assertThat(message.subject()).isEmpty();
        assertThat(message.traceContext()).isEmpty();
        assertThat(message.attributes().size()).isZero();
    }

    @Test
    void theNumberStandsForAMissingId() {
        worker.without("MessageId");

        assertThat(handled().id()).isEqualTo("orders/4711");
    }

    @Test
    void withoutIdAndNumberTheContentsDigestIsTheId() {
        worker.without("MessageId", "SequenceNumber");

        assertThat(handled().id()).startsWith("sha256-").hasSize(71);
    }

    @Test
    void theW3cPropertyGoesBeforeTheOlderOne() {
        String other = TRACE.replace("4bf9", "aaaa");
        worker.with("ApplicationProperties", "{\"Diagnostic-Id\":\"" + TRACE + "\",\"traceparent\":\"" + other + "\"}");

        assertThat(handled().traceContext())
                .hasValueSatisfying(trace -> assertThat(trace.traceparent()).isEqualTo(other));
    }

    @Test
    void structuresAreJson() {
        worker.with("ApplicationProperties", "{\"a\":{\"b\": [1]}}");

        assertThat(handled().attribute("a")).contains("{\"b\": [1]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "x", "{\"a\":1", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "\"{}\""})
    void propertiesThatAreNoObjectFail(String properties) {
        worker.with("ApplicationProperties", properties);

        assertThatThrownBy(() -> AzureEntryPoint.serviceBus(worker.message(), worker))
                .hasMessageStartingWith("ALOFT-420")
                .hasRootCauseInstanceOf(dev.aloft.runtime.json.JsonException.class);
        assertThat(Deliveries.MESSAGES).isEmpty();
        assertThat(worker.log)
                .singleElement()
                .asString()
                .contains("did not handle message m-1: dev.aloft.AloftException: ALOFT-223 The trigger metadata"
                        + " ApplicationProperties is not what the Azure host writes. The binding must have dataType binary, so"
                        + " that no message can overwrite it; otherwise use a version of Aloft that knows this host.");
    }

    private Message<Body> handled() {
        AzureEntryPoint.serviceBus(worker.message(), worker);
        return Deliveries.only();
    }
}
