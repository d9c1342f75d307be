package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
    private static final String HEADER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void headerIsReadAndWritten() {
        TraceContext trace = TraceContext.parse(HEADER, "a=1").orElseThrow();

        assertThat(trace.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(trace.parentId()).isEqualTo("00f067aa0ba902b7");
        assertThat(trace.sampled()).isTrue();
        assertThat(trace.traceState()).contains("a=1");
        assertThat(trace.traceparent()).isEqualTo(HEADER);
    }

    @Test
    void laterVersionMayBeLonger() {
        assertThat(TraceContext.parse("cc" + HEADER.substring(2, 53) + "00-more", null)
                        .orElseThrow()
                        .sampled())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01more",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void malformedHeaderIsIgnored(String header) {
        assertThat(TraceContext.parse(header, null)).isEmpty();
    }

    @Test
    void absentHeaderIsNoTrace() {
        assertThat(TraceContext.parse(null, "a=1")).isEmpty();
    }
}
