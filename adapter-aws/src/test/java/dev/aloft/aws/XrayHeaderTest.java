package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.TraceContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class XrayHeaderTest {
    @Test
    void rootAndParentBecomeTraceAndSpan() {
        String header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

        String traceparent = XrayHeader.traceparent(header);

        assertThat(traceparent).isEqualTo("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01");
        assertThat(TraceContext.parse(traceparent, null)).isPresent();
    }

    @Test
    void fieldsComeInAnyOrderAmongOthers() {
        String header =
                "Lineage=a87bd80c:1|68fd508a:5; Sampled=0; Parent=53995c3f42cd8ad8;Root=1-5759e988-bd862e3fe1be46a994272793";

        String traceparent = XrayHeader.traceparent(header);

        assertThat(traceparent).isEqualTo("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00");
    }

    @Test
    void undecidedSamplingIsNotSampled() {
        String header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=?";

        String traceparent = XrayHeader.traceparent(header);

        assertThat(traceparent).endsWith("-00");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "Root=1-5759e988-bd862e3fe1be46a994272793",
                "Parent=53995c3f42cd8ad8;Sampled=1",
                "Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8",
                "Root=1-5759e988;Parent=53995c3f42cd8ad8",
                "Root=1-5759e988xbd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8",
                ";;;",
                "Root="
            })
    void whatNamesNoTraceIsNone(String header) {
        String traceparent = XrayHeader.traceparent(header);

        assertThat(traceparent).isNull();
    }
}
