package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleLogTest {
    private static final CloudTrace TRACE =
            new CloudTrace("65011637f09e0a5179677a7429456db7", "0e43bb884a8575ec", true);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Test
    void entryIsOneLineOfJson() {
        log("p").write(System.Logger.Level.ERROR, "a \"b\"\n\tat C.d(\u00e9)", "i-1", null);

        assertThat(text())
                .isEqualTo(
                        "{\"severity\":\"ERROR\",\"message\":\"a \\\"b\\\"\\n\\tat C.d(\u00e9)\",\"execution_id\":\"i-1\"}\n");
    }

    @Test
    void entryNamesTheTraceWhereTheProjectIsKnown() {
        log("p-1").write(System.Logger.Level.WARNING, "x", "i-1", TRACE);

        assertThat(text())
                .isEqualTo("{\"severity\":\"WARNING\",\"message\":\"x\",\"execution_id\":\"i-1\","
                        + "\"logging.googleapis.com/trace\":\"projects/p-1/traces/65011637f09e0a5179677a7429456db7\","
                        + "\"logging.googleapis.com/spanId\":\"0e43bb884a8575ec\","
                        + "\"logging.googleapis.com/trace_sampled\":true}\n");
    }

    @Test
    void spanIsLeftOutWhereItIsUnknown() {
        log("p-1").write(System.Logger.Level.WARNING, "x", "i-1", new CloudTrace(TRACE.traceId, null, false));

        assertThat(text()).contains("/traces/").doesNotContain("spanId");
    }

    @Test
    void traceIsLeftOutWithoutProject() {
        log(null).write(System.Logger.Level.ERROR, "x", "i-1", TRACE);
        log(" ").write(System.Logger.Level.ERROR, "x", "i-1", TRACE);

        assertThat(text()).hasLineCount(2).doesNotContain("trace");
    }

    @ParameterizedTest
    @CsvSource({
        "ALL, DEBUG",
        "TRACE, DEBUG",
        "DEBUG, DEBUG",
        "INFO, INFO",
        "WARNING, WARNING",
        "ERROR, ERROR",
        "OFF, DEFAULT"
    })
    void levelBecomesSeverity(System.Logger.Level level, String severity) {
        log(null).write(level, "x", "i-1", null);

        assertThat(text()).startsWith("{\"severity\":\"" + severity + "\",");
    }

    private GoogleLog log(@Nullable String project) {
        return new GoogleLog(project, new PrintStream(written, false, StandardCharsets.UTF_8));
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
