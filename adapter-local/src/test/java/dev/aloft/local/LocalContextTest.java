package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Context;
import dev.aloft.TraceContext;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LocalContextTest {

    @Test
    void tellsOnlyTheNameWithoutMore() {
        Context context = LocalContext.of("place-order");

        assertThat(context.functionName()).isEqualTo("place-order");
        assertThat(context.invocationId()).isEqualTo("local-invocation");
        assertThat(context.provider()).isEqualTo("local");
        assertThat(context.deadline()).isEmpty();
        assertThat(context.remaining()).isEmpty();
        assertThat(context.memoryLimit()).isEmpty();
        assertThat(context.attempt()).isEmpty();
        assertThat(context.traceContext()).isEmpty();
        assertThat(context.coldStart()).isTrue();
        assertThat(context.settings().find("URL")).isEmpty();
        assertThat(context.nativeEvent()).isEmpty();
        assertThat(context.nativeContext(Object.class)).isEmpty();
    }

    @Test
    void eachPropertyCanBeGivenAndLeavesTheOriginalAsItWas() {
        LocalContext plain = LocalContext.of("place-order");
        Instant deadline = Instant.now().plusSeconds(60);
        TraceContext trace = TraceContext.parse("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", null)
                .orElseThrow();

        LocalContext full = plain.withSetting("URL", "u")
                .withSetting("KEY", "k")
                .withDeadline(deadline)
                .withTraceContext(trace)
                .withAttempt(2)
                .withColdStart(false);

        assertThat(full.settings().require("URL")).isEqualTo("u");
        assertThat(full.settings().require("KEY")).isEqualTo("k");
        assertThat(full.deadline()).contains(deadline);
        assertThat(full.remaining().orElseThrow()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(full.traceContext()).contains(trace);
        assertThat(full.coldStart()).isFalse();
        assertThat(full.attempt()).hasValue(2);
        assertThat(plain.settings().find("URL")).isEmpty();
    }

    @Test
    void aPassedDeadlineLeavesNoTime() {
        LocalContext late =
                LocalContext.of("place-order").withDeadline(Instant.now().minusSeconds(1));

        assertThat(late.remaining()).contains(Duration.ZERO);
    }
}
