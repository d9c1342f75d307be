package dev.aloft.runtime.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Written by the <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md">HTTP
 * Protocol Binding</a> and the <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON Event
 * Format</a>.
 */
class CloudEventReaderTest {
    private static final String REQUIRED =
            "\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/shop\",\"type\":\"placed\"";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/cloudevents+json | STRUCTURED",
                "Application/CloudEvents+JSON ; Charset=utf-8 | STRUCTURED",
                "application/cloudevents-batch+json;charset=utf-8 | BATCH",
                "application/cloudevents+avro | OTHER_FORMAT",
                "application/cloudevents | OTHER_FORMAT",
                "application/json | NONE"
            })
    void mediaTypeTellsTheMode(String contentType, ContentMode mode) {
        assertThat(ContentMode.of(Headers.of("Content-Type", contentType))).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-specversion", "CE-ID", "ce-type"})
    void headersOfAttributesTellBinaryMode(String name) {
        assertThat(ContentMode.of(Headers.of(name, "1", "Content-Type", "text/plain")))
                .isEqualTo(ContentMode.BINARY);
    }

    @Test
    void binaryEventIsReadFromItsHeaders() {
        Headers headers = Headers.of(
                "ce-specversion",
                "1.0",
                "CE-Id",
                "e-1",
                "ce-source",
                "not a URI at all",
                "ce-type",
                "com.acme.order.placed",
                "ce-subject",
                "a,b, caf%C3%A9.txt",
                "ce-time",
                "2026-05-01T12:00:00.5+02:00",
                "ce-dataschema",
                "https://acme.example/order",
                "ce-serviceName",
                "\"quoted value\"",
                "x-other",
                "1",
                "Content-Type",
                "text/plain; charset=iso-8859-1");

        Event event = CloudEventReader.binary(headers, new byte[] {(byte) 0xe9});

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.source()).isEqualTo("not a URI at all");
        assertThat(event.type()).isEqualTo("com.acme.order.placed");
        assertThat(event.subject()).contains("a,b, caf\u00e9.txt");
        assertThat(event.time()).contains(Instant.parse("2026-05-01T10:00:00.5Z"));
        assertThat(event.dataSchema()).contains("https://acme.example/order");
        assertThat(event.contentType()).contains("text/plain; charset=iso-8859-1");
        assertThat(event.extensions()).isEqualTo(Map.of("servicename", "quoted value"));
        assertThat(event.data().text()).isEqualTo("\u00e9");
    }

    @Test
    void typeOfTheDataMayStandAmongTheAttributes() {
        Headers headers = Headers.of(
                "ce-specversion",
                "1.0",
                "ce-id",
                "1",
                "ce-source",
                "/s",
                "ce-type",
                "t",
                "ce-datacontenttype",
                "image/png");

        assertThat(CloudEventReader.binary(headers, new byte[0]).contentType()).contains("image/png");
    }

    @Test
    void attributeInTwoHeadersIsRefused() {
        Headers headers =
                Headers.of("ce-specversion", "1.0", "ce-id", "1", "ce-id", "2", "ce-source", "/s", "ce-type", "t");

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> CloudEventReader.binary(headers, new byte[0]))
                .withMessage(
                        "ALOFT-230 The CloudEvent cannot be read: an attribute is there twice. Let what sends it follow"
                                + " CloudEvents 1.0 or 0.3.");
    }

    @Test
    void structuredEventIsRead() {
        Event event = structured("\ufeff{" + REQUIRED
                + ",\"time\":\"2026-05-01T12:00:00Z\",\"subject\":null,\"dataschema\":\"x:y\",\"datacontenttype\":\"application/json\","
                + "\"tries\":3,\"urgent\":true,\"methodName\":\"m\",\"data\": {\"n\": 1.50} }");

        assertThat(event.id()).isEqualTo("e-1");
        assertThat(event.subject()).isEmpty();
        assertThat(event.dataSchema()).contains("x:y");
        assertThat(event.extensions()).isEqualTo(Map.of("tries", "3", "urgent", "true", "methodname", "m"));
        assertThat(event.data().text()).isEqualTo("{\"n\": 1.50}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"data\":\"text\" | ~\"text\"~",
                "\"data\":\"text\",\"datacontenttype\":\"application/vnd.x+json; v=1\" | ~\"text\"~",
                "\"data\":\"t\\u00e9xt\\n\",\"datacontenttype\":\"text/plain\" | ~t\u00e9xt\n~",
                "\"datacontenttype\":\"text/xml\",\"data\":\"<a/>\" | <a/>",
                "\"data\":{\"a\":1},\"datacontenttype\":\"text/plain\" | {\"a\":1}",
                "\"data_base64\":\"SGk=\",\"datacontenttype\":\"application/json\" | Hi",
                "\"data_base64\":null,\"data\":1 | 1",
                "\"data\":null | ~~",
                "\"data\":\"\",\"datacontenttype\":\"text/plain\" | ~~"
            })
    void dataIsReadByItsMember(String members, String data) {
        assertThat(new String(
                        structured("{" + REQUIRED + "," + members + "}").data().bytes(), StandardCharsets.UTF_8))
                .isEqualTo(data);
    }

    @Test
    void textInAnotherCharsetHasThatCharsetsBytes() {
        String member = ",\"datacontenttype\":\"text/plain; charset=\\\"ISO-8859-1\\\"; x=y\",\"data\":";

        assertThat(structured("{" + REQUIRED + member + "\"\u00e9\"}").data().bytes())
                .containsExactly(0xe9);
        assertRefused(
                "{" + REQUIRED + member + "\"\u20ac\"}", "its data has characters that its charset does not have");
        assertRefused(
                "{" + REQUIRED + ",\"datacontenttype\":\"text/plain; charset=klingon\",\"data\":\"a\"}",
                "its data is text in a charset that is not known here");
    }

    @Test
    void versionBeforeTheFirstIsRead() {
        Event event = structured(
                "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"schemaurl\":\"x:y\","
                        + "\"datacontentencoding\":\"base64\",\"data\":\"SGk=\",\"datacontenttype\":\"text/plain\"}");

        assertThat(event.dataSchema()).contains("x:y");
        assertThat(event.data().text()).isEqualTo("Hi");
        assertThat(event.extensions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"} | it has no specversion",
                "{\"specversion\":\"2.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\"} | its specversion is neither 1.0 nor 0.3",
                "{\"specversion\":\"1.0\",\"source\":\"/s\",\"type\":\"t\"} | it has no id",
                "{\"specversion\":\"1.0\",\"id\":\" \",\"source\":\"/s\",\"type\":\"t\"} | it has no id",
                "{\"specversion\":\"1.0\",\"id\":null,\"source\":\"/s\",\"type\":\"t\"} | it has no id",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"t\"} | it has no source",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\"} | it has no type",
                "{\"specversion\":\"1.0\",\"ID\":\"1\",\"source\":\"/s\",\"type\":\"t\"} | an extension has no name, or that of an attribute in capitals",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"\":\"\"} | an extension has no name, or that of an attribute in capitals",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"aB\":\"\",\"ab\":\"\"} | an attribute is there twice",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"time\":\"yesterday\"} | its time is not one of RFC 3339",
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"data\":1,\"data_base64\":\"\"} | it has both data and data_base64"
            })
    void eventInDoubtIsRefused(String json, String what) {
        assertRefused(json, what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"id\":\"1\",\"id\":\"2\"}",
                "{\"id\":{}}",
                "{\"data_base64\":\"a\"}",
                "{\"data_base64\":1}",
                "{\"specversion\":\"0.3\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"t\",\"datacontentencoding\":\"base64\",\"data\":1}",
                "{} {}"
            })
    void whatIsNotTheJsonOfAnEventIsRefused(String json) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> structured(json))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("ALOFT-201"));
    }

    @Test
    void batchIsTakenApart() {
        List<byte[]> elements = CloudEventReader.batch(utf8(" [ {" + REQUIRED + "} , {\"id\":1}, 7 ] "));

        assertThat(elements).hasSize(3);
        assertThat(CloudEventReader.structured(elements.get(0)).id()).isEqualTo("e-1");
        assertThat(elements.get(2)).isEqualTo(utf8("7"));
    }

    @Test
    void batchMayBeEmpty() {
        assertThat(CloudEventReader.batch(utf8("[]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "[{}", "[{}]]"})
    void batchThatIsNoArrayIsRefused(String json) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> CloudEventReader.batch(utf8(json)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("ALOFT-201"));
    }

    private static void assertRefused(String json, String what) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> structured(json))
                .withMessage("ALOFT-230 The CloudEvent cannot be read: " + what
                        + ". Let what sends it follow CloudEvents 1.0 or 0.3.");
    }

    private static Event structured(String json) {
        return CloudEventReader.structured(utf8(json));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
