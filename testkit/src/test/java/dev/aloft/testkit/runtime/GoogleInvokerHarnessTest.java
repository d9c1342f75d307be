package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.testkit.runtime.functions.GoogleFunctions;
import dev.aloft.testkit.runtime.functions.OpenPortUser;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoogleInvokerHarnessTest {
    private static GoogleInvokerHarness google;

    @TempDir
    static Path folder;

    private static Path jar;

    @BeforeAll
    static void start() throws IOException {
        assumeThat(GoogleInvokerHarness.unavailableReason()).isEmpty();
        jar = TestCode.jar(folder.resolve("functions.jar"), GoogleFunctions.class);
        google = builder("Acts")
                .environment(Map.of("ALOFT_FUNCTION", "place-order"))
                .start();
    }

    @AfterAll
    static void stop() {
        if (google != null) {
            google.close();
        }
    }

    private static GoogleInvokerHarness.Builder builder(String function) {
        return GoogleInvokerHarness.builder().code(jar).target(GoogleFunctions.class.getName() + "$" + function);
    }

    @Test
    void requestArrivesAsWrittenAndTheAnswerComesBack() throws IOException {
        RawHttpRequest request = RawHttpRequest.of("POST", "/echo?x=%41&x=%2F")
                .with("X-Tag", "a")
                .with("x-tag", "b, c")
                .withBody("{\"name\":\"Zoë\"}");

        HttpReply reply = google.send(request);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.values("x-seen")).containsExactly("a", "b, c");
        assertThat(reply.text()).isEqualTo("POST http://localhost/echo?x=%41&x=%2F\n{\"name\":\"Zoë\"}");
        assertThat(reply.complete()).isTrue();
    }

    @Test
    void chunkedBodyArrives() throws IOException {
        byte[] first = "ab".getBytes(StandardCharsets.UTF_8);
        byte[] second = "cde".getBytes(StandardCharsets.UTF_8);

        HttpReply reply = google.send(RawHttpRequest.of("PUT", "/echo").withChunks(first, second));

        assertThat(reply.text()).isEqualTo("PUT http://localhost/echo\nabcde");
    }

    @Test
    void largeBodyPassesBothWays() throws IOException {
        String body = "0123456789abcdef".repeat(200_000);

        HttpReply reply = google.send(RawHttpRequest.of("POST", "/echo").withBody(body));

        assertThat(reply.text()).isEqualTo("POST http://localhost/echo\n" + body);
    }

    @Test
    void pathThatTheInvokerRefusesIsSentAllTheSame() throws IOException {
        assertThat(google.send(RawHttpRequest.of("GET", "/a//b")).status()).isEqualTo(400);
        assertThat(google.send(RawHttpRequest.of("GET", "/a%2Fb")).status()).isEqualTo(400);
        assertThat(google.send(RawHttpRequest.exactly("nonsense\r\n\r\n")).status())
                .isEqualTo(400);
    }

    @Test
    void headAnd204HaveNoBody() throws IOException {
        HttpReply head = google.send(RawHttpRequest.of("HEAD", "/echo"));
        HttpReply empty = google.send(RawHttpRequest.of("GET", "/204"));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(empty.status()).isEqualTo(204);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void connectionIsKept() throws IOException {
        try (RawHttpConnection connection = google.client().open()) {
            assertThat(connection.send(RawHttpRequest.of("GET", "/203")).status())
                    .isEqualTo(203);
            assertThat(connection.send(RawHttpRequest.of("GET", "/418")).status())
                    .isEqualTo(418);
        }
    }

    @Test
    void thrownExceptionIs500() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", "/throw"));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(google.awaitLine(line -> line.contains("no luck today"), Duration.ofSeconds(10)))
                .isPresent();
        assertThat(google.awaitLine(line -> line.contains("no such line"), Duration.ofMillis(20)))
                .isEmpty();
    }

    @Test
    void answerThatBreaksOffIsNotComplete() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", "/break"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEqualTo("half");
        assertThat(reply.complete()).isFalse();
    }

    @Test
    void hangBecomesATimeout() {
        RawHttpClient impatient = google.client().withTimeLimit(Duration.ofMillis(300));

        assertThatThrownBy(() -> impatient.send(RawHttpRequest.of("GET", "/hang")))
                .isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void environmentIsGooglesWithTheFunctionsOwn() throws IOException {
        String names = google.send(RawHttpRequest.of("GET", "/environment")).text();

        assertThat(names.split(" "))
                .contains(
                        "K_SERVICE",
                        "K_REVISION",
                        "PORT",
                        "FUNCTION_TARGET",
                        "FUNCTION_SIGNATURE_TYPE",
                        "ALOFT_FUNCTION")
                .doesNotContain("HOME", "USER", "JAVA_HOME", "MAVEN_CMD_LINE_ARGS");
    }

    @Test
    void functionThatCannotBeMadeFailsTheStart() {
        assertThatThrownBy(builder("ConstructorThrows")::start)
                .isInstanceOfSatisfying(
                        HarnessException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(HarnessException.Kind.EXITED))
                .hasMessageStartingWith("Google's invoker ended with exit code 1 before it was ready. It printed:")
                .hasMessageContaining("cannot be made");
    }

    @Test
    void startThatTakesTooLongFails() {
        assertThatThrownBy(builder("Acts").startLimit(Duration.ofMillis(1))::start)
                .hasMessageStartingWith("Google's invoker was not ready within 1 ms.");
    }

    @Test
    void nothingIsReachableFromOutside() throws IOException {
        long invoker = google.process().pid();

        assertThat(ListeningSockets.of(invoker, Long.toString(invoker)))
                .singleElement()
                .asString()
                .endsWith("00000000:1F90");
        assertThat(ListeningSockets.of(invoker, "self")).isEmpty();
        assertThatThrownBy(() -> RawHttpClient.tcp(8080)
                        .withTimeLimit(Duration.ofSeconds(1))
                        .open())
                .isInstanceOf(IOException.class);
    }

    @Test
    void twoRunSideBySideAndTheSignalOfCloudRunEndsOne() throws IOException {
        try (GoogleInvokerHarness other = builder("Acts").start()) {
            assertThat(other.send(RawHttpRequest.of("GET", "/418")).status()).isEqualTo(418);
            assertThat(google.send(RawHttpRequest.of("GET", "/418")).status()).isEqualTo(418);
            assertThat(other.usage().cpu()).isPositive();
            assertThat(other.startTime()).isPositive();

            assertThat(other.stop(Duration.ofSeconds(10))).hasValue(143);

            assertThat(other.process().isAlive()).isFalse();
            assertThatThrownBy(() -> other.send(RawHttpRequest.of("GET", "/418")))
                    .isInstanceOf(IOException.class);
            assertThat(google.send(RawHttpRequest.of("GET", "/418")).status()).isEqualTo(418);
        }
    }

    @Test
    void invokerThatLostItsRelayIsEndedByClose() {
        GoogleInvokerHarness other = builder("Acts").start();
        ProcessHandle relay = other.process().parent().orElseThrow();
        relay.destroyForcibly();
        assertThat(relay.onExit()).succeedsWithin(Duration.ofSeconds(10));

        other.close();

        assertThat(ProcessState.isRunning(other.process())).isFalse();
    }

    private static ChildProcess openPortUser(boolean allowed) {
        String leave = "-D" + GoogleInvokerHarness.OPEN_PORT + "=" + allowed;
        return TestJvm.startWithoutCommands(leave, OpenPortUser.class, jar.toString());
    }

    @Test
    void openPortNeedsLeave() {
        try (ChildProcess user = openPortUser(false)) {
            assertThat(user.awaitExit(Duration.ofSeconds(60))).hasValue(0);
            assertThat(user.output().standard())
                    .startsWith(
                            "UNAVAILABLE Google's invoker listens on all addresses, and this machine does not allow")
                    .endsWith("To let it listen all the same, set the system property " + GoogleInvokerHarness.OPEN_PORT
                            + " to true.\n");
        }
    }

    @Test
    void openPortServesWhereItIsAllowed() {
        try (ChildProcess user = openPortUser(true)) {
            assertThat(user.awaitExit(Duration.ofSeconds(60))).hasValue(0);
            assertThat(user.output().standard()).isEqualTo("418\nOptionalInt[143]\n");
        }
    }

    @Test
    void missingSettingIsNamed() {
        assertThatThrownBy(GoogleInvokerHarness.builder().code(jar)::start)
                .hasMessage("Call target(...) on the builder before start(): it has no default.");
        assertThatThrownBy(GoogleInvokerHarness.builder().target("a.B")::start)
                .hasMessage("Call code(...) on the builder before start(): it has no default.");
    }
}
