package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.testkit.runtime.functions.Leaver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the runtimes when a test's JVM ends without closing them. */
class NothingLeftTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path temporary;

    @BeforeAll
    static void available() {
        assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
        assumeThat(GoogleInvokerHarness.unavailableReason()).isEmpty();
    }

    private ChildProcess leaver(String last) {
        String flag = "-Djava.io.tmpdir=" + temporary;
        return TestJvm.start(flag, Leaver.class, TestCode.folder(Leaver.class).toString(), last);
    }

    private static List<ProcessHandle> started(ChildProcess leaver) {
        Optional<String> line = leaver.awaitLine(printed -> printed.startsWith("started"), LIMIT);
        assertThat(line).withFailMessage(leaver.output()::all).isPresent();
        return Arrays.stream(line.orElseThrow().split(" "))
                .skip(1)
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)).stream())
                .toList();
    }

    private static void assertGone(List<ProcessHandle> processes) throws InterruptedException {
        for (ProcessHandle process : processes) {
            assertThat(ProcessState.awaitEnd(process, Deadline.after(LIMIT))).isTrue();
        }
    }

    @Test
    void orderlyEndOfTheTestEndsTheRuntimes() throws InterruptedException {
        try (ChildProcess leaver = leaver("exit")) {
            List<ProcessHandle> started = started(leaver);

            assertThat(leaver.awaitExit(LIMIT)).hasValue(0);
            assertGone(started);
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void deathOfTheTestEndsTheRuntimes() throws InterruptedException {
        try (ChildProcess leaver = leaver("stay")) {
            List<ProcessHandle> started = started(leaver);
            assertThat(started).hasSizeGreaterThanOrEqualTo(3).allMatch(ProcessHandle::isAlive);

            leaver.handle().destroyForcibly();

            assertGone(started);
        }
    }
}
