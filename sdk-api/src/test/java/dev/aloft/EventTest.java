package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {
    private static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void everythingIsReachable() {
        Event event = full().build();

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.source()).isEqualTo("/shop");
        assertThat(event.type()).isEqualTo("com.acme.order.placed");
        assertThat(event.subject()).contains("orders/o-1");
        assertThat(event.time()).contains(Instant.EPOCH);
        assertThat(event.contentType()).contains("text/plain");
        assertThat(event.dataSchema()).contains("urn:order");
        assertThat(event.extensions()).isEqualTo(Map.of("traceparent", TRACEPARENT, "tracestate", "a=b"));
        assertThat(event.traceContext().orElseThrow().traceparent()).isEqualTo(TRACEPARENT);
        assertThat(event.traceContext().orElseThrow().traceState()).contains("a=b");
        assertThat(event.data().text()).isEqualTo("hello");
    }

    @Test
    void whatIsNotToldIsEmpty() {
        Event event = Event.builder("e-1", "/shop", "t").build();

        assertThat(event.subject()).isEmpty();
        assertThat(event.time()).isEmpty();
        assertThat(event.contentType()).isEmpty();
        assertThat(event.dataSchema()).isEmpty();
        assertThat(event.extensions()).isEmpty();
        assertThat(event.traceContext()).isEmpty();
        assertThat(event.data().isEmpty()).isTrue();
    }

    @Test
    void dataIsReadInItsOwnCharset() {
        Event event = Event.builder("e-1", "/shop", "t")
                .data("\u00e9".getBytes(StandardCharsets.ISO_8859_1), "text/plain; charset=iso-8859-1")
                .build();

        assertThat(event.data().text()).isEqualTo("\u00e9");
    }

    @Test
    void extensionsKeepTheirOrderInLowerCase() {
        Event event = Event.builder("e-1", "/shop", "t")
                .extension("Zone", "eu")
                .extension("TraceParent", TRACEPARENT)
                .build();

        assertThat(event.extensions().keySet()).containsExactly("zone", "traceparent");
        assertThat(event.traceContext()).isPresent();
    }

    @Test
    void extensionsCannotBeChanged() {
        Event.Builder builder = full();
        Event event = builder.build();

        builder.extension("later", "1");

        assertThat(event.extensions()).doesNotContainKey("later");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> event.extensions().put("a", "1"));
    }

    @Test
    void equalityIsOfEverything() {
        Event event = full().build();
        Event same = full().build();

        assertThat(event).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(event).isNotEqualTo("e-1");
        assertThat(Event.builder("e-1", "s", "t").build())
                .isNotEqualTo(Event.builder("e-2", "s", "t").build())
                .isNotEqualTo(Event.builder("e-1", "r", "t").build())
                .isNotEqualTo(Event.builder("e-1", "s", "u").build());
        for (UnaryOperator<Event.Builder> change : changes()) {
            assertThat(change.apply(full()).build()).isNotEqualTo(event);
        }
    }

    private static List<UnaryOperator<Event.Builder>> changes() {
        return List.of(
                builder -> builder.subject(null),
                builder -> builder.time(null),
                builder -> builder.dataSchema(null),
                builder -> builder.extension("tracestate", "c=d"),
                builder -> builder.data("hello".getBytes(StandardCharsets.UTF_8), null),
                builder -> builder.data(new byte[0], "text/plain"));
    }

    @Test
    void textHidesAllButIdTypeAndSource() {
        assertThat(full().build()).hasToString("Event[e-1 com.acme.order.placed of /shop]");
    }

    @ParameterizedTest
    @CsvSource({"'',s,t,id", "e,' ',t,source", "e,s,'',type"})
    void blankNameIsRefused(String id, String source, String type, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Event.builder(id, source, type))
                .withMessage("ALOFT-413 An event has an id, a source and a type; the " + what + " is blank.");
    }

    private static Event.Builder full() {
        return Event.builder("e-1", "/shop", "com.acme.order.placed")
                .subject("orders/o-1")
                .time(Instant.EPOCH)
                .dataSchema("urn:order")
                .extension("traceparent", TRACEPARENT)
                .extension("tracestate", "a=b")
                .data("hello".getBytes(StandardCharsets.UTF_8), "text/plain");
    }
}
