package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.google.cloud.functions.HttpMessage;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.aloft.Headers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleContextTest {
    private static final String TRACE = "65011637f09e0a5179677a7429456db7";

    private final HttpRequest request = mock(HttpRequest.class);
    private final HttpResponse reply = mock(HttpResponse.class);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    void idIsTheExecutionId() {
        GoogleContext context = context("Function-Execution-Id", "abc_D-9", "X-Cloud-Trace-Context", TRACE + "/1");

        assertThat(context.id()).isEqualTo("abc_D-9");
    }

    @Test
    void idIsTheTraceWithoutExecutionId() {
        assertThat(context("X-Cloud-Trace-Context", TRACE + "/1").id()).isEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\"b",
                "\u00e9",
                "<b>",
                "a23456789012345678901234567890123456789012345678901234567890abcde"
            })
    void whatIsNoIdIsNotBelieved(String forged) {
        assertThat(context("Function-Execution-Id", forged, "X-Cloud-Trace-Context", TRACE)
                        .id())
                .isEqualTo(TRACE);
    }

    @Test
    void idOfOurOwnIsStableAndUnique() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            GoogleContext context = context();
            assertThat(context.id()).matches("[0-9a-f]{32}").isEqualTo(context.id());
            ids.add(context.id());
        }

        assertThat(ids).hasSize(1000);
    }

    @Test
    void deadlineIsTheConfiguredTimeoutAfterTheStart() {
        Instant before = Instant.now();

        Instant deadline = context(Map.of("CLOUD_RUN_TIMEOUT_SECONDS", "60")).deadline();

        assertThat(Duration.between(before, deadline)).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(70));
    }

    @Test
    void whatGoogleDoesNotTellIsUnknown() {
        GoogleContext context = context();

        assertThat(context.deadline()).isNull();
        assertThat(context.memoryLimit()).isZero();
        assertThat(context.attempt()).isZero();
        assertThat(context.traceparent()).isNull();
        assertThat(context.nativeEvent()).isNull();
    }

    @Test
    void traceOfGoogleIsThePlatformsOwn() {
        assertThat(context("X-Cloud-Trace-Context", TRACE + "/1;o=1").traceparent())
                .isEqualTo("00-" + TRACE + "-0000000000000001-01");
    }

    @Test
    void nativeObjectsAreWithinReach() {
        GoogleContext context = context();

        assertThat(context.nativeContext(HttpRequest.class)).isSameAs(request);
        assertThat(context.nativeContext(HttpResponse.class)).isSameAs(reply);
        assertThat(context.nativeContext(HttpMessage.class)).isSameAs(request);
        assertThat(context.nativeContext(String.class)).isNull();
    }

    @Test
    void logEntryCarriesIdAndTrace() {
        context(Map.of("GOOGLE_CLOUD_PROJECT", "p"), "X-Cloud-Trace-Context", TRACE + "/1;o=1")
                .log(System.Logger.Level.ERROR, "failed");

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"message\":\"failed\"")
                .contains("\"execution_id\":\"" + TRACE + "\"")
                .contains("\"projects/p/traces/" + TRACE + "\"");
    }

    private GoogleContext context(String... headers) {
        return context(Map.of(), headers);
    }

    private GoogleContext context(Map<String, String> environment, String... headers) {
        GoogleHost host = GoogleHost.of(environment, new PrintStream(log, true, StandardCharsets.UTF_8));
        return new GoogleContext(host, Headers.of(headers), request, reply);
    }
}
