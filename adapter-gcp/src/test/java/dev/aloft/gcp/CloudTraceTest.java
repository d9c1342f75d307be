package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTraceTest {
    private static final String ID = "65011637f09e0a5179677a7429456db7";

    @ParameterizedTest
    @CsvSource({
        "/1027871334010811884;o=1, -0e43bb884a8575ec-01",
        "/1027871334010811884;o=0, -0e43bb884a8575ec-00",
        "/1027871334010811884, -0e43bb884a8575ec-00",
        "/18446744073709551615;o=1, -ffffffffffffffff-01",
        "/1;o=1, -0000000000000001-01"
    })
    void headerOfGoogleBecomesTraceparent(String rest, String expected) {
        assertThat(CloudTrace.parse(ID + rest).traceparent()).isEqualTo("00-" + ID + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";o=1", "/0;o=1", "/", "/abc", "/-1", "/18446744073709551616", "/1 ", "/1/2"})
    void traceWithoutSpanHasAnIdOnly(String rest) {
        CloudTrace trace = CloudTrace.parse(ID + rest);

        assertThat(trace.traceId).isEqualTo(ID);
        assertThat(trace.spanId).isNull();
        assertThat(trace.traceparent()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/1;o=1",
                "65011637f09e0a5179677a7429456db/1",
                "65011637f09e0a5179677a7429456db77/1",
                "65011637f09e0a5179677a7429456dbg/1",
                "65011637f09e0a5179677a7429456db\uFF17/1",
                "\n5011637f09e0a5179677a7429456db7/1"
            })
    void malformedIdIsNoTrace(String header) {
        assertThat(CloudTrace.parse(header)).isNull();
    }

    @Test
    void upperCaseIdBecomesLowerCase() {
        assertThat(CloudTrace.parse("65011637F09E0A5179677A7429456DB7/1").traceId)
                .isEqualTo(ID);
    }

    @Test
    void headerOfGoogleCountsBeforeTheStandardOne() {
        String standard = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        CloudTrace both = CloudTrace.of(Headers.of("traceparent", standard, "X-Cloud-Trace-Context", ID + "/1"));
        CloudTrace malformed = CloudTrace.of(Headers.of("traceparent", standard, "X-Cloud-Trace-Context", "x"));
        CloudTrace standardOnly = CloudTrace.of(Headers.of("traceparent", standard));

        assertThat(both.traceId).isEqualTo(ID);
        assertThat(malformed.traceparent()).isEqualTo(standard);
        assertThat(standardOnly.traceparent()).isEqualTo(standard);
    }

    @Test
    void noHeaderOrMalformedOnesAreNoTrace() {
        assertThat(CloudTrace.of(Headers.empty())).isNull();
        assertThat(CloudTrace.of(Headers.of("traceparent", "x"))).isNull();
    }
}
