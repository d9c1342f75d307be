package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HarnessException;
import dev.aloft.testkit.runtime.HarnessException.Kind;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an application starts under Google's own invoker, and what each signature type makes of it. */
class GoogleStartIT {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALOFT_FUNCTION | no-such | ALOFT-102 No function named no-such. Available: [tell,",
                "CLOUD_RUN_TIMEOUT_SECONDS | 5m | ALOFT-113 The setting CLOUD_RUN_TIMEOUT_SECONDS is not a whole number",
                "ALOFT_HANDLER_FACTORY | no.such.Factory | ALOFT-109 The class no.such.Factory cannot be used"
            })
    void wrongSettingEndsTheProcessBeforeItListens(String name, String value, String message) throws IOException {
        GoogleInvokerHarness.Builder server =
                GoogleServer.builder(folder, TellingApplication.class, Map.of(name, value));

        assertThatExceptionOfType(HarnessException.class)
                .isThrownBy(server::start)
                .withMessageContaining("dev.aloft.AloftException: " + message)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.EXITED));
    }

    @Test
    void applicationThatCannotBeMadeEndsTheProcessBeforeItListens() throws IOException {
        GoogleInvokerHarness.Builder server = GoogleServer.builder(folder, BrokenApplication.class, Map.of());

        assertThatExceptionOfType(HarnessException.class)
                .isThrownBy(server::start)
                .withMessageContaining("ALOFT-109 The class dev.aloft.testkit.gcp.BrokenApplication cannot be used")
                .withMessageContaining("a broken application")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.EXITED));
    }

    @Test
    void selectedFunctionIsTheOnlyOne() throws IOException {
        try (GoogleInvokerHarness google = GoogleServer.builder(
                        folder, TellingApplication.class, Map.of("ALOFT_FUNCTION", "mirror"))
                .start()) {
            assertThat(google.send(RawHttpRequest.of("POST", "/mirror").withBody("x"))
                            .text())
                    .isEqualTo("x");
            assertThat(google.send(RawHttpRequest.of("GET", "/tell/a")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void timeoutIsTheDeadline() throws IOException {
        try (GoogleInvokerHarness google = GoogleServer.builder(
                        folder,
                        TellingApplication.class,
                        Map.of("CLOUD_RUN_TIMEOUT_SECONDS", "30", "GOOGLE_CLOUD_PROJECT", "p-1"))
                .start()) {
            RawHttpRequest failing = RawHttpRequest.of("GET", "/throwing")
                    .with("X-Cloud-Trace-Context", "65011637f09e0a5179677a7429456db7/1;o=1");

            assertThat(google.send(RawHttpRequest.of("GET", "/context")).text()).contains("remaining=true");
            assertThat(google.send(failing).status()).isEqualTo(500);
            assertThat(google.awaitLine(
                            line -> line.contains(
                                    "\"logging.googleapis.com/trace\":\"projects/p-1/traces/65011637f09e0a5179677a7429456db7\""),
                            LIMIT))
                    .isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", ""})
    void signatureTypeHttpOrNoneServesHttp(String type) throws IOException {
        try (GoogleInvokerHarness google = GoogleServer.builder(folder, TellingApplication.class, Map.of())
                .signatureType(type)
                .start()) {
            assertThat(google.send(RawHttpRequest.of("GET", "/tell/a")).text()).startsWith("GET /tell/a ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "cloudevent"})
    void eventIsNeverAcknowledged(String type) throws IOException {
        try (GoogleInvokerHarness google = GoogleServer.builder(folder, TellingApplication.class, Map.of())
                .signatureType(type)
                .start()) {
            HttpReply binary = google.send(RawHttpRequest.of("POST", "/")
                    .with("ce-id", "1")
                    .with("ce-specversion", "1.0")
                    .with("ce-type", "google.cloud.storage.object.v1.finalized")
                    .with("ce-source", "//storage.googleapis.com/projects/_/buckets/uploads")
                    .with("Content-Type", "application/json")
                    .withBody("{\"bucket\":\"uploads\"}"));
            HttpReply structured = google.send(RawHttpRequest.of("POST", "/")
                    .with("Content-Type", "application/cloudevents+json")
                    .withBody("{\"specversion\":\"1.0\",\"id\":\"2\",\"type\":\"made.up\",\"source\":\"/there\"}"));

            assertThat(binary.status()).isEqualTo(500);
            assertThat(structured.status()).isEqualTo(500);
            assertThat(google.awaitLine(
                            line -> line.contains(
                                    "but got google:cloudevents (an event of type google.cloud.storage.object.v1.finalized from"
                                            + " //storage.googleapis.com/projects/_/buckets/uploads)."),
                            LIMIT))
                    .isPresent();
            assertThat(google.awaitLine(
                            line -> line.contains("but got google:cloudevents (an event of type made.up from /there)."),
                            LIMIT))
                    .isPresent();
        }
    }
}
