package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a running child process has used so far.
 *
 * <p>Both come from the operating system, so the JVM's own threads (compiler, garbage collector) are included. On Linux the CPU
 * time has a resolution of 10 ms.
 *
 * @param cpu user and system time since the process started; zero if it has ended or the operating system does not tell
 * @param peakResidentBytes the most memory it held at any time; zero if it has ended or the operating system does not tell
 */
public record ProcessUsage(Duration cpu, long peakResidentBytes) {

    static ProcessUsage of(ProcessHandle process) {
        return new ProcessUsage(process.info().totalCpuDuration().orElse(Duration.ZERO), peak(process.pid()));
    }

    private static long peak(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
            return 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
