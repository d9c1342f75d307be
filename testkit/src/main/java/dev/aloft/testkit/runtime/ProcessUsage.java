package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a running child process has used so far.
 *
 * <p>Both come from the operating system, so the JVM's own threads (compiler, garbage collector) are included. Where a
 * Linux kernel keeps scheduler statistics the CPU time is exact, but lacks the time of threads that have ended; elsewhere its
 * resolution is 10 ms.
 *
 * @param cpu user and system time since the process started; zero if it has ended or the operating system does not tell
 * @param peakResidentBytes the most memory it held at any time; zero if it has ended or the operating system does not tell
 */
public record ProcessUsage(Duration cpu, long peakResidentBytes) {

    static ProcessUsage of(ProcessHandle process) {
        long exact = scheduled(process.pid());
        Duration cpu = exact > 0
                ? Duration.ofNanos(exact)
                : process.info().totalCpuDuration().orElse(Duration.ZERO);
        return new ProcessUsage(cpu, peak(process.pid()));
    }

    /** Nanoseconds on a processor, all living threads together. */
    private static long scheduled(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.map(thread -> lines(thread.resolve("schedstat")))
                    .flatMap(List::stream)
                    .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(' '))))
                    .sum();
        } catch (IOException | UncheckedIOException absent) {
            return 0;
        }
    }

    private static long peak(long pid) {
        return lines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }

    /** None if the process or thread has ended, or where there is no such file. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException absent) {
            return List.of();
        }
    }
}
