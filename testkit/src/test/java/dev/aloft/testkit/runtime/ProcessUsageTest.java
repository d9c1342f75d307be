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
    void cpuTimeBelowOneTickIsSeen() throws IOException {
        assumeThat(Files.exists(Path.of("/proc/self/schedstat"))).isTrue();
        Process idle = new ProcessBuilder("sleep", "60").start();
        try {
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
}
