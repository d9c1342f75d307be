package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Bytes that a warm call allocates, by two ways that know nothing of each other.
 *
 * @param calls over how many, after those that warm up
 */
record Allocation(LambdaContestant contestant, int calls) {
    private static final int WARM_UP = 2_000;

    /** What filled the young generation between two collections, divided by the calls between them: all threads. */
    double byCollections() throws IOException {
        Path log = Files.createTempFile("gc", ".log");
        // Little room, so that it is often collected; not handed out in blocks, so that it is counted exactly.
        List<String> flags = List.of("-Xmn2m", "-XX:-UseTLAB", "-Xlog:gc+heap=info:file=" + log + "::filecount=0");
        try (Running running = contestant.start(flags)) {
            for (int call = 0; call < WARM_UP; call++) {
                running.call();
            }
            untilCollection(running, log);
            int first = CollectionLog.read(log).count();
            int called = 0;
            while (called < calls) {
                called += untilCollection(running, log);
            }
            return CollectionLog.read(log).allocatedAfter(first) / called;
        } finally {
            Files.deleteIfExists(log);
        }
    }

    /** Calls until the log grows. @return how often */
    private static int untilCollection(Running running, Path log) throws IOException {
        long size = Files.size(log);
        int called = 0;
        do {
            running.call();
            called++;
        } while (Files.size(log) == size);
        return called;
    }

    /** What the JVM counts for the thread that calls the handler; empty for a handler without streams. */
    OptionalDouble byThread() {
        if (!contestant.canBeProbed()) {
            return OptionalDouble.empty();
        }
        try (LambdaRuntimeHarness lambda = contestant.startProbed()) {
            byte[] event = contestant.work().event();
            call(lambda, event, WARM_UP);
            long begin = allocated(lambda);
            long asked = allocated(lambda);
            call(lambda, event, calls);
            double bytes = allocated(lambda) - asked - (asked - begin);
            return OptionalDouble.of(bytes / calls);
        }
    }

    private void call(LambdaRuntimeHarness lambda, byte[] event, int times) {
        for (int call = 0; call < times; call++) {
            contestant.call(lambda, event);
        }
    }

    private static long allocated(LambdaRuntimeHarness lambda) {
        return Long.parseLong(lambda.invoke("{}").success().text());
    }
}
