package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.runtime.cloudevents.CloudEventReader;
import dev.aloft.runtime.cloudevents.ContentMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventWriterTest {
    private static final int RUNS = 5_000;

    private final long seed = new Random().nextLong();
    private final RandomEvents events = new RandomEvents(new Random(seed));

    @Test
    void binaryModeHasAttributesInHeaders() {
        GoogleRequest encoded = CloudEventWriter.binary(order().build());

        assertThat(encoded.headers())
                .isEqualTo(Headers.of(
                        "ce-specversion",
                        "1.0",
                        "ce-id",
                        "e%201",
                        "ce-source",
                        "/shop",
                        "ce-type",
                        "placed",
                        "ce-subject",
                        "caf%C3%A9",
                        "ce-time",
                        "2026-05-01T12:00:00Z",
                        "ce-dataschema",
                        "x:y",
                        "ce-tenant",
                        "%22a%22",
                        "content-type",
                        "application/json"));
        assertThat(encoded.body()).isEqualTo(utf8("{\"n\":1.50}"));
    }

    @Test
    void structuredModeHasAllInJson() {
        GoogleRequest encoded = CloudEventWriter.structured(order().build());

        assertThat(encoded.headers().first("content-type")).contains("application/cloudevents+json; charset=utf-8");
        assertThat(encoded.body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"e 1\",\"source\":\"/shop\",\"type\":\"placed\",\"subject\":\"caf\u00e9\","
                                + "\"time\":\"2026-05-01T12:00:00Z\",\"datacontenttype\":\"application/json\",\"dataschema\":\"x:y\","
                                + "\"tenant\":\"\\\"a\\\"\",\"data\":{\"n\":1.50}}");
    }

    @Test
    void binaryEventIsReadAsItWasWritten() {
        for (int run = 0; run < RUNS; run++) {
            Event event = events.next();

            GoogleRequest encoded = CloudEventWriter.binary(event);

            assertThat(ContentMode.of(encoded.headers())).isEqualTo(ContentMode.BINARY);
            assertThat(CloudEventReader.binary(encoded.headers(), encoded.body()))
                    .as("seed %d", seed)
                    .isEqualTo(event);
        }
    }

    @Test
    void structuredEventIsReadAsItWasWritten() {
        for (int run = 0; run < RUNS; run++) {
            Event event = events.next();

            GoogleRequest encoded = CloudEventWriter.structured(event);

            assertThat(ContentMode.of(encoded.headers())).isEqualTo(ContentMode.STRUCTURED);
            assertThat(CloudEventReader.structured(encoded.body()))
                    .as("seed %d", seed)
                    .isEqualTo(event);
        }
    }

    @Test
    void batchIsReadAsItWasWritten() {
        for (int run = 0; run < RUNS / 10; run++) {
            List<Event> batch =
                    List.of(events.next(), events.next(), events.next()).subList(0, run % 4);

            GoogleRequest encoded = CloudEventWriter.batch(batch);

            List<Event> read = new ArrayList<>();
            for (byte[] element : CloudEventReader.batch(encoded.body())) {
                read.add(CloudEventReader.structured(element));
            }
            assertThat(ContentMode.of(encoded.headers())).isEqualTo(ContentMode.BATCH);
            assertThat(read).as("seed %d", seed).isEqualTo(batch);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "under_score", "hy-phen", "caf\u00e9", "id", "data", "data_base64"})
    void extensionNameMustFollowTheSpecification(String name) {
        assertUnwritable(
                event -> event.extension(name, "v"),
                "an extension's name is that of an attribute, or not of lower-case letters and digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb", "a\u0085b", "\ud83d"})
    void valueMustBeText(String value) {
        String problem = "an attribute is empty, or has a control character or half of a surrogate pair";

        assertUnwritable(event -> event.extension("x", value), problem);
        assertUnwritable(event -> event.subject(value), problem);
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> CloudEventWriter.binary(
                        Event.builder("a" + value + "\u0000", "/s", "t").build()));
    }

    @Test
    void sourceAndSchemaMustBeUris() {
        String problem = "its source or data schema is no URI";

        assertUnwritable(event -> event.dataSchema("a b"), problem);
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> CloudEventWriter.structured(
                        Event.builder("1", "not a URI", "t").build()))
                .withMessage("ALOFT-231 The event cannot be written as a CloudEvent: " + problem
                        + ". Change the event so that it follows CloudEvents 1.0.");
    }

    @Test
    void timeMustHaveAYearOfFourDigits() {
        assertUnwritable(
                event -> event.time(Instant.parse("+10000-01-01T00:00:00Z")), "its time is not in the years 0 to 9999");
    }

    @Test
    void eventWithinAnEventIsNotWrittenInBinaryMode() {
        Event event = order().data(utf8("{}"), "application/cloudevents+json").build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> CloudEventWriter.binary(event))
                .withMessageContaining("its data is a CloudEvent itself");
        assertThat(CloudEventReader.structured(
                        CloudEventWriter.structured(event).body()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "plain~!#$&()*+,-./:;<=>?@[]^_`{}\\ | plain~!#$&()*+,-./:;<=>?@[]^_`{}\\",
                "a b | a%20b",
                "\"%\" | %22%25%22",
                "Euro \u20ac \ud83d\ude00 | Euro%20%E2%82%AC%20%F0%9F%98%80",
                "caf\u00e9 | caf%C3%A9"
            })
    void onlyWhatMustBeIsEncodedInHeaders(String value, String header) {
        assertThat(CloudEventWriter.encoded(value)).isEqualTo(header);
    }

    @Test
    void controlCharactersAreEncodedInHeaders() {
        assertThat(CloudEventWriter.encoded("a\r\n\u0000\u007f")).isEqualTo("a%0D%0A%00%7F");
    }

    private static Event.Builder order() {
        return Event.builder("e 1", "/shop", "placed")
                .subject("caf\u00e9")
                .time(Instant.parse("2026-05-01T12:00:00Z"))
                .dataSchema("x:y")
                .extension("tenant", "\"a\"")
                .data(utf8("{\"n\":1.50}"), "application/json");
    }

    private static void assertUnwritable(UnaryOperator<Event.Builder> change, String problem) {
        Event event = change.apply(order()).build();

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> CloudEventWriter.batch(List.of(event)))
                .withMessageStartingWith("ALOFT-231 ")
                .withMessageContaining(problem);
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> CloudEventWriter.binary(event))
                .withMessageContaining(problem);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
