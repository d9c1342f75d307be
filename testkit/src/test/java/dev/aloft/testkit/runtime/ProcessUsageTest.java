package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessUsageTest {
    @Test
    void cpuTimeBelowOneTickIsSeen() throws Exception {
        assumeThat(Files.exists(Path.of("/proc/self/schedstat"))).isTrue();
        Process idle = new ProcessBuilder("sleep", "60").start();
        try {
            awaitSleep(idle.pid());

            Duration cpu = ProcessUsage.of(idle.toHandle()).cpu();

            assertThat(cpu).isPositive();
        } finally {
            idle.destroyForcibly();
        }
    }

    @Test
    void peakIsAtLeastTheHeap() {
        assumeThat(Files.exists(Path.of("/proc/self/status"))).isTrue();
        Runtime jvm = Runtime.getRuntime();

        long peak = ProcessUsage.of(ProcessHandle.current()).peakResidentBytes();

        assertThat(peak).isGreaterThan(jvm.totalMemory() - jvm.freeMemory());
    }

    /** The kernel books a thread's time when it leaves the processor, so a process just started may have none yet. */
    private static void awaitSleep(long pid) throws IOException, InterruptedException {
        Path state = Path.of("/proc", Long.toString(pid), "stat");
        for (int tries = 0; tries < 500; tries++) {
            if (Files.readString(state).contains("(sleep) S ")) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("sleep does not sleep: " + Files.readString(state));
    }
}
