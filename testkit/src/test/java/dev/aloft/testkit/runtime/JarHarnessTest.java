package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.testkit.runtime.functions.ServerApplication;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarHarnessTest {
    @TempDir
    static Path folder;

    private static Path jar;

    @BeforeAll
    static void pack() throws IOException {
        jar = TestCode.jar(folder.resolve("application.jar"), ServerApplication.class);
    }

    private static JarHarness.Builder builder(String... arguments) {
        return JarHarness.builder().jar(jar).arguments(List.of(arguments)).readyLine(line -> line.startsWith("ready"));
    }

    private static int port(JarHarness application) {
        return Integer.parseInt(application.readyLine().substring("ready on ".length()));
    }

    @Test
    void applicationIsReadyWithItsLine() throws IOException {
        try (JarHarness application =
                builder("0", "a b", "c").environment(Map.of("MINE", "set")).start()) {
            HttpReply reply = RawHttpClient.tcp(port(application)).send(RawHttpRequest.of("GET", "/"));

            assertThat(reply.text()).isEqualTo("0 a b c");
            assertThat(application.awaitLine(line -> line.startsWith("variable"), Duration.ofSeconds(10)))
                    .hasValue("variable set home null");
            assertThat(application.output()).startsWith("starting\nready on ");
            assertThat(application.startTime()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(60));
        }
    }

    @Test
    void applicationIsReadyWithItsPort() throws IOException {
        int port = freePort();

        try (JarHarness application =
                builder(Integer.toString(port)).readyPort(port).start()) {
            assertThat(RawHttpClient.tcp(port)
                            .send(RawHttpRequest.of("GET", "/"))
                            .status())
                    .isEqualTo(200);
            assertThat(application.readyLine()).isEmpty();
        }
    }

    @Test
    void portInUseIsNoReadiness() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, RawHttpClient.loopback())) {
            JarHarness.Builder builder = builder("0").readyPort(other.getLocalPort());

            assertThatThrownBy(builder::start)
                    .hasMessage("Something else listens on the port of readyPort(...) already: choose another one.");
        }
    }

    @Test
    void stopIsASignalAndTellsTheExitCode() {
        try (JarHarness application = builder("0").start()) {
            assertThat(application.stop(Duration.ofSeconds(10))).hasValue(143);
            assertThat(application.usage()).isEqualTo(new ProcessUsage(Duration.ZERO, 0));
        }
    }

    @Test
    void closeKills() {
        JarHarness application = builder("0").jvmOptions(List.of("-Xmx32m")).start();
        assertThat(application.process().isAlive()).isTrue();

        application.close();

        assertThat(application.process().isAlive()).isFalse();
    }

    @Test
    void applicationThatEndsFailsTheStart() {
        assertThatThrownBy(builder("fail")::start)
                .isInstanceOfSatisfying(
                        HarnessException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(HarnessException.Kind.EXITED))
                .hasMessage("The application ended with exit code 4 before it was ready. It printed:\ncannot start");
    }

    @Test
    void applicationThatIsNeverReadyFailsTheStart() {
        JarHarness.Builder builder =
                builder("0").readyLine(line -> line.equals("never")).startLimit(Duration.ofMillis(700));

        assertThatThrownBy(builder::start)
                .isInstanceOfSatisfying(
                        HarnessException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(HarnessException.Kind.TIMED_OUT))
                .hasMessageStartingWith("The application was not ready within 700 ms.");
    }

    @Test
    void missingSettingIsNamed() {
        assertThatThrownBy(JarHarness.builder().jar(jar)::start)
                .hasMessage("Call readyLine(...) on the builder before start(): it has no default.");
        assertThatThrownBy(JarHarness.builder().readyPort(1)::start)
                .hasMessage("Call jar(...) on the builder before start(): it has no default.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, RawHttpClient.loopback())) {
            return socket.getLocalPort();
        }
    }
}
