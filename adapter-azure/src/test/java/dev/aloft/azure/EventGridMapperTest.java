package dev.aloft.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.aloft.Attributes;
import dev.aloft.Body;
import dev.aloft.Event;
import dev.aloft.Message;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventGridMapperTest {
    private static final String TOPIC =
            "/subscriptions/8c1f2d3a/resourceGroups/shop/providers/Microsoft.EventGrid/topics/orders";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @BeforeEach
    void nothingYet() {
        Deliveries.clear();
    }

    @Test
    void anEventOfTheEventGridSchemaIsRead() throws IOException {
        Event event = event(sample("event-grid-schema.json"));

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.source()).isEqualTo(TOPIC);
        assertThat(event.type()).isEqualTo("com.acme.order.placed");
        assertThat(event.subject()).contains("orders/o-1");
        assertThat(event.time()).contains(Instant.parse("2026-01-31T12:00:00.1234567Z"));
        assertThat(event.contentType()).contains("application/json");
        assertThat(event.dataSchema()).isEmpty();
        assertThat(event.extensions()).containsExactly(entry("dataversion", "2.0"));
        assertThat(event.data().text()).isEqualTo("{\"id\": \"o-1\", \"quantity\": 3}");
    }

    @Test
    void aCloudEventIsRead() throws IOException {
        Event event = event(sample("cloud-event.json"));

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.source()).isEqualTo("/shop");
        assertThat(event.type()).isEqualTo("com.acme.order.placed");
        assertThat(event.subject()).contains("orders/o-1");
        assertThat(event.time()).contains(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(event.contentType()).contains("application/json");
        assertThat(event.dataSchema()).contains("https://acme.example/order.json");
        assertThat(event.extensions()).containsExactly(entry("tenant", "acme"), entry("traceparent", TRACE));
        assertThat(event.traceContext()).isPresent();
        assertThat(event.data().text()).isEqualTo("{\"id\": \"o-1\", \"quantity\": 3}");
    }

    @Test
    void toATopicsFunctionTheDataIsThePayload() throws IOException {
        String native0 = sample("cloud-event.json");

        Message<Body> message = message(native0);

        assertThat(message.id()).isEqualTo("e-1");
        assertThat(message.source()).isEqualTo("news");
        assertThat(message.subject()).contains("orders/o-1");
        assertThat(message.contentType()).contains("application/json");
        assertThat(message.payload().text()).isEqualTo("{\"id\": \"o-1\", \"quantity\": 3}");
        assertThat(message.traceContext()).isPresent();
        assertThat(message.enqueuedAt()).isEmpty();
        assertThat(message.raw()).hasValue(native0.getBytes(UTF_8));
        assertThat(message.attributes())
                .isEqualTo(Attributes.of(
                        "source",
                        "/shop",
                        "type",
                        "com.acme.order.placed",
                        "time",
                        "2026-01-31T12:00:00Z",
                        "dataschema",
                        "https://acme.example/order.json",
                        "tenant",
                        "acme",
                        "traceparent",
                        TRACE));
    }

    @Test
    void aTopicsMessageOfTheEventGridSchemaHasItsFactsAsAttributes() throws IOException {
        Message<Body> message = message(sample("event-grid-schema.json"));

        assertThat(message.payload().text()).isEqualTo("{\"id\": \"o-1\", \"quantity\": 3}");
        assertThat(message.attributes())
                .isEqualTo(Attributes.of(
                        "type", "com.acme.order.placed",
                        "source", TOPIC,
                        "time", "2026-01-31T12:00:00.1234567Z",
                        "dataversion", "2.0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"data\":\"tea\", \"datacontenttype\":\"text/plain\" | tea",
                "\"data\":\"tea\" | \"tea\"",
                "\"data\":\"tea\", \"datacontenttype\":\"application/JSON; charset=utf-8\" | \"tea\"",
                "\"data\":\"tea\", \"datacontenttype\":\"application/problem+json\" | \"tea\"",
                "\"data\":[1, 2], \"datacontenttype\":\"text/plain\" | [1, 2]",
                "\"data_base64\":\"dGVh\", \"datacontenttype\":\"image/png\" | tea",
                "\"data\":null | ''",
                "\"tenant\":null | ''"
            })
    void dataOfACloudEventIsWhatItsMediaTypeSays(String members, String data) {
        assertThat(event(cloudEvent(members)).data().bytes()).isEqualTo(data.getBytes(UTF_8));
    }

    @Test
    void withoutAMediaTypeDataIsJsonAndBytesAreAnything() {
        assertThat(event(cloudEvent("\"data\":1")).contentType()).contains("application/json");
        Deliveries.clear();
        assertThat(event(cloudEvent("\"data_base64\":\"dGVh\"")).contentType()).isEmpty();
        Deliveries.clear();
        assertThat(event(cloudEvent("\"tenant\":7")).contentType()).isEmpty();
    }

    @Test
    void propertiesOfTheSchemaCannotBeReplacedByOthers() {
        Event event = event("{\"type\":\"evil\",\"source\":\"evil\",\"time\":\"2020-01-01T00:00:00Z\",\"id\":\"e-1\","
                + "\"topic\":\"t\",\"eventType\":\"good\",\"eventTime\":\"2026-01-31T12:00:00Z\",\"data\":{}}");

        assertThat(event.type()).isEqualTo("good");
        assertThat(event.source()).isEqualTo("t");
        assertThat(event.time()).contains(Instant.parse("2026-01-31T12:00:00Z"));
    }

    @Test
    void dataThatImitatesACloudEventIsOnlyData() {
        Event event = event(
                "{\"id\":\"e-1\",\"topic\":\"t\",\"eventType\":\"good\",\"data\":{\"specversion\":\"1.0\",\"type\":\"evil\"}}");

        assertThat(event.type()).isEqualTo("good");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[] | it is no JSON object",
                "\"x\" | it is no JSON object",
                "null | it is no JSON object",
                "{} | it has no id",
                "{\"id\":\"e-1\"} | it has no source",
                "{\"id\":\"e-1\",\"topic\":\"t\"} | it has no type",
                "{\"id\":\" \",\"topic\":\"t\",\"eventType\":\"a\"} | it has no id",
                "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"topic\":\"t\",\"eventType\":\"a\"} | it has no source",
                "{\"specversion\":\"0.3\",\"id\":\"e-1\",\"source\":\"s\",\"type\":\"a\"} | its specversion is not 1.0",
                "{\"specversion\":1,\"id\":\"e-1\",\"source\":\"s\",\"type\":\"a\"} | its specversion is not 1.0",
                "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"s\",\"type\":\"a\",\"data_base64\":\"*\"} | its data_base64 is not Base64",
                "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"s\",\"type\":\"a\",\"data\":1,\"data_base64\":\"\"} | it has both data and data_base64"
            })
    void whatIsNoEventFails(String json, String reason) {
        for (String function : new String[] {"on-event", "on-topic"}) {
            MessageWorker worker = new MessageWorker(function);

            assertThatThrownBy(() -> AzureEntryPoint.eventGrid(json, worker))
                    .hasMessageStartingWith("ALOFT-420")
                    .hasStackTraceContaining("ALOFT-222 What came from Event Grid is no event: " + reason
                            + ". Allowed: the Event Grid schema or CloudEvents 1.0, one event per invocation (cardinality"
                            + " one).");
        }
        assertThat(Deliveries.EVENTS).isEmpty();
        assertThat(Deliveries.MESSAGES).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"id\":\"a\",\"id\":\"b\"}", "{\"id\":\"a\"} {}", "{\"id\":tea}"})
    void whatIsNoJsonFails(String text) {
        MessageWorker worker = new MessageWorker("on-event");

        assertThatThrownBy(() -> AzureEntryPoint.eventGrid(text, worker))
                .hasMessageStartingWith("ALOFT-420")
                .hasStackTraceContaining("ALOFT-201 The Event Grid event is not valid: ");
    }

    @Test
    void nothingAtAllFails() {
        assertThatThrownBy(() -> AzureEntryPoint.eventGrid(null, new MessageWorker("on-topic")))
                .hasMessageStartingWith("ALOFT-420")
                .hasStackTraceContaining("ALOFT-221 The Azure worker handed over no event.");
    }

    private static String sample(String name) throws IOException {
        return new String(MessageWorker.resource(name), UTF_8);
    }

    private static String cloudEvent(String members) {
        return "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"s\",\"type\":\"a\"," + members + "}";
    }

    private static Event event(String json) {
        AzureEntryPoint.eventGrid(json, new MessageWorker("on-event"));
        assertThat(Deliveries.EVENTS).hasSize(1);
        return Deliveries.EVENTS.get(0);
    }

    private static Message<Body> message(String json) {
        AzureEntryPoint.eventGrid(json, new MessageWorker("on-topic"));
        return Deliveries.only();
    }
}
