package dev.aloft.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls of a process that has answered many before, one value per chunk of calls.
 *
 * @param cpu CPU time of the process per call in microseconds, all threads
 * @param wall the median time until the answer in microseconds
 */
record WarmCalls(Series cpu, Series wall) {
    private static final int CHUNK = 500;

    /** Otherwise the JVM ends compiler threads that are idle, and the kernel forgets what they used. */
    private static final List<String> KEEP_COMPILER_THREADS = List.of("-XX:-UseDynamicNumberOfCompilerThreads");

    /**
     * All contestants run side by side, idle but for the one whose chunk it is.
     *
     * @param calls per contestant; the first half warms up and does not count
     */
    static Results<WarmCalls> measure(List<? extends Contestant> contestants, int calls) throws IOException {
        Results<WarmCalls> results = new Results<>();
        List<Started> all = new ArrayList<>();
        try {
            for (Contestant contestant : contestants) {
                WarmCalls result = new WarmCalls(new Series(), new Series());
                results.put(contestant, result);
                all.add(new Started(contestant.start(KEEP_COMPILER_THREADS), result));
            }
            int chunks = Math.max(1, calls / CHUNK / 2);
            for (int chunk = -chunks; chunk < chunks; chunk++) {
                for (Started one : Rotation.of(all, chunk)) {
                    one.result().chunk(one.running(), chunk >= 0);
                }
            }
            return results;
        } finally {
            all.forEach(one -> one.running().close());
        }
    }

    private record Started(Running running, WarmCalls result) {}

    private void chunk(Running running, boolean counts) throws IOException {
        Series walls = new Series();
        long before = running.usage().cpu().toNanos();
        for (int call = 0; call < CHUNK; call++) {
            walls.add(running.call().toNanos() / 1e3);
        }
        if (counts) {
            cpu.add((running.usage().cpu().toNanos() - before) / 1e3 / CHUNK);
            wall.add(walls.median());
        }
    }
}
