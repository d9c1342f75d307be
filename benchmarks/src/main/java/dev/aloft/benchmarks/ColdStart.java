package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import dev.aloft.testkit.runtime.ProcessUsage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From process start to the first response: CPU, wall time, memory, and the classes that were loaded. */
final class ColdStart {
    private final List<Contestant> contestants;
    private final int rounds;

    ColdStart(List<Contestant> contestants, int rounds) {
        this.contestants = contestants;
        this.rounds = rounds;
    }

    /** All contestants once per round, in rotated order, so that a slow moment of the machine hits all alike. */
    Map<Contestant, List<Sample>> measure() {
        Map<Contestant, List<Sample>> samples = new LinkedHashMap<>();
        contestants.forEach(contestant -> samples.put(contestant, new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get((i + round) % contestants.size());
                Sample sample = measureOnce(contestant);
                if (round > 0) {
                    samples.get(contestant).add(sample);
                }
            }
        }
        return samples;
    }

    private static Sample measureOnce(Contestant contestant) {
        byte[] event = contestant.event();
        long start = System.nanoTime();
        try (LambdaRuntimeHarness runtime = contestant.start()) {
            contestant.call(runtime, event);
            double wall = (System.nanoTime() - start) / 1e6;
            ProcessUsage usage = runtime.usage();
            return new Sample(usage.cpu().toNanos() / 1e6, wall, usage.peakResidentBytes() / 1e6);
        }
    }

    /** The names of the classes that one run loads, in order. */
    static List<String> classesLoaded(Contestant contestant) throws IOException {
        Path log = Files.createTempFile("classes", ".log");
        try {
            try (LambdaRuntimeHarness runtime = contestant.start("-Xlog:class+load:file=" + log + "::filecount=0")) {
                contestant.call(runtime, contestant.event());
            }
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(" source: "))
                        .map(line -> line.substring(line.lastIndexOf(']') + 1, line.indexOf(" source: ")).strip())
                        .toList();
            }
        } finally {
            Files.deleteIfExists(log);
        }
    }
}
