package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets of a function's answers and failures through Google's own invoker. */
class GoogleResponseIT {
    @TempDir
    static Path folder;

    private static GoogleInvokerHarness google;

    @BeforeAll
    static void start() throws IOException {
        google = GoogleServer.start(folder);
    }

    @AfterAll
    static void stop() {
        if (google != null) {
            google.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 303, 404, 418, 429, 500, 503, 599})
    void statusArrives(int status) throws IOException {
        HttpReply empty = get("/status/" + status);
        HttpReply text = get("/status/" + status + "/text");

        assertThat(empty.status()).isEqualTo(status);
        assertThat(empty.value("x-a")).contains("1");
        assertThat(empty.value("content-length")).contains("0");
        assertThat(empty.value("content-type")).isEmpty();
        assertThat(text.status()).isEqualTo(status);
        assertThat(text.text()).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void statusWithoutContentHasNoneAndClaimsNone(int status) throws IOException {
        HttpReply reply = get("/status/" + status + "/text");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.value("x-a")).contains("1");
        assertThat(reply.value("content-length")).isEmpty();
        assertThat(reply.value("transfer-encoding")).isEmpty();
        assertThat(reply.value("content-type")).isEmpty();
    }

    @Test
    void headHasTheHeadersOfGetAndClaimsNoLengthOfZero() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("HEAD", "/status/200/text"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.value("content-type")).contains("text/plain; charset=utf-8");
        assertThat(reply.value("content-length")).isEmpty();
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void repeatedHeadersAndCookiesAreLinesOfTheirOwn() throws IOException {
        HttpReply reply = get("/cookies");

        assertThat(reply.values("x-a")).containsExactly("1", "2");
        assertThat(reply.values("set-cookie")).hasSize(2);
        assertThat(reply.values("set-cookie").get(0)).startsWith("a=1");
        assertThat(reply.values("set-cookie").get(1)).startsWith("b=2");
    }

    @ParameterizedTest
    @CsvSource({"1", "20000", "40000", "1048576", "33554432"})
    void bodyOfAnySizeHasItsLength(int bytes) throws IOException {
        HttpReply reply = get("/large/" + bytes);

        assertThat(reply.body()).hasSize(bytes);
        assertThat(reply.complete()).isTrue();
        assertThat(reply.value("content-length")).contains(Integer.toString(bytes));
    }

    @Test
    void answerOverTheLimitIsReplaced() throws IOException {
        HttpReply reply = get("/large/33554433");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-408\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html; charset=utf-8",
                "Text/Plain;Charset=ISO-8859-1",
                "text/plain; charset=klingon",
                "text/plain; charset=\"no name\"",
                "application/json",
                "weird"
            })
    void contentTypeArrivesAsItWasWritten(String type) throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("POST", "/typed").withBody(type));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.values("content-type")).containsExactly(type);
        assertThat(reply.text()).isEqualTo("x");
    }

    @Test
    void unknownPathAndMethodAreProblems() throws IOException {
        HttpReply path = get("/unknown");
        HttpReply method = google.send(RawHttpRequest.of("DELETE", "/mirror"));

        assertThat(path.status()).isEqualTo(404);
        assertThat(path.value("content-type")).contains("application/problem+json");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.value("allow")).contains("POST");
    }

    @ParameterizedTest
    @CsvSource({
        "/throwing, ",
        "/static-error, ALOFT-108",
        "/constructor-error, ALOFT-108",
        "/returning-null, ALOFT-407",
        "/bad-header, ALOFT-402"
    })
    void failureIsAProblemWithoutItsReason(String path, String code) throws IOException {
        HttpReply reply = get(path);

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.value("content-type")).contains("application/problem+json");
        assertThat(reply.value("set-cookie")).isEmpty();
        assertThat(reply.text())
                .startsWith("{\"title\":\"Internal Server Error\",\"status\":500,"
                        + (code == null ? "" : "\"code\":\"" + code + "\",") + "\"invocationId\":\"")
                .doesNotContain("secret", "java.", "dev.aloft");
    }

    @Test
    void failureIsOneJsonLineInTheLog() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", "/throwing").with("Function-Execution-Id", "log-1"));

        assertThat(reply.text()).contains("\"invocationId\":\"log-1\"");
        assertThat(google.awaitLine(line -> line.contains("log-1"), Duration.ofSeconds(30)))
                .isPresent();
        assertThat(google.output().lines().filter(line -> line.contains("log-1")))
                .singleElement()
                .asString()
                .startsWith("{\"severity\":\"ERROR\",\"message\":\"Function throwing failed, invocation log-1: "
                        + "java.lang.IllegalStateException: secret=abc\\\\u000a")
                .contains("\\n\\tat dev.aloft.testkit.gcp.TellingApplication.fail(")
                .endsWith("\",\"execution_id\":\"log-1\"}");
    }

    private static HttpReply get(String target) throws IOException {
        return google.send(RawHttpRequest.of("GET", target));
    }
}
