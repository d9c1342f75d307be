package dev.aloft.benchmarks;

import dev.aloft.benchmarks.probe.InProcessProbe;
import dev.aloft.testkit.runtime.JarHarness;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What a unit test waits for: its first request and message in a new process, and later ones, under the profile {@code strict}. */
record InProcessBenchmark(Deployments deployments, int rounds, PrintStream out) {
    private static final List<String> ROWS =
            List.of("first request", "first message", "later request", "later message");

    void run() throws IOException {
        Path jar = deployments.inProcess().jar(InProcessProbe.class);
        List<Series> times = List.of(new Series(), new Series(), new Series(), new Series());
        for (int round = 0; round < rounds; round++) {
            try (JarHarness process = JarHarness.builder()
                    .jar(jar)
                    .jvmOptions(Contestant.JVM_OPTIONS)
                    .readyLine(line -> line.startsWith(InProcessProbe.LINE))
                    .start()) {
                String[] values = process.readyLine()
                        .substring(InProcessProbe.LINE.length())
                        .split(" ", -1);
                for (int i = 0; i < values.length; i++) {
                    times.get(i).add(Long.parseLong(values[i]) / 1e6);
                }
            }
        }
        Table table = new Table("In process, " + rounds + " processes", "ms");
        for (int i = 0; i < ROWS.size(); i++) {
            table.row(ROWS.get(i), times.get(i).range(i < 2 ? "%.0f" : "%.3f"));
        }
        out.println(table);
    }
}
