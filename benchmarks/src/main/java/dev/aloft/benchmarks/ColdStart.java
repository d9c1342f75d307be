package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.ProcessUsage;
import java.io.IOException;
import java.util.List;

/**
 * From the start of a process to its first answer, one value per round.
 *
 * @param cpu CPU time of the process in milliseconds, user and system, all threads
 * @param wall in milliseconds
 * @param resident the most memory it held, in MB
 */
record ColdStart(Series cpu, Series wall, Series resident) {

    /** All contestants once per round; a round before the first warms the machine up and does not count. */
    static Results<ColdStart> measure(List<? extends Contestant> contestants, int rounds) throws IOException {
        Results<ColdStart> results = new Results<>();
        for (Contestant contestant : contestants) {
            start(contestant, new ColdStart(new Series(), new Series(), new Series()));
            results.put(contestant, new ColdStart(new Series(), new Series(), new Series()));
        }
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : Rotation.of(contestants, round)) {
                start(contestant, results.of(contestant));
            }
        }
        return results;
    }

    private static void start(Contestant contestant, ColdStart result) throws IOException {
        try (Running running = contestant.start()) {
            double call = running.call().toNanos() / 1e6;
            ProcessUsage usage = running.usage();
            result.cpu.add(usage.cpu().toNanos() / 1e6);
            result.wall.add(running.startTime().toNanos() / 1e6 + call);
            result.resident.add(usage.peakResidentBytes() / 1e6);
        }
    }
}
