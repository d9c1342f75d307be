package dev.aloft.benchmarks;

import dev.aloft.testkit.runtime.ProcessUsage;
import java.io.IOException;
import java.time.Duration;

/** A started contestant. */
interface Running extends AutoCloseable {
    String EXPECTED = "Hello, Ada";

    /** Calls once and waits for the answer; a wrong one is refused, so that nobody wins by failing fast. @return how long it took */
    Duration call() throws IOException;

    /** From the start of the process until it was ready for the first call. */
    Duration startTime();

    /** What the process has used so far. */
    ProcessUsage usage();

    @Override
    void close();

    static void require(boolean right, Contestant contestant, Object answer) {
        if (!right) {
            throw new IllegalStateException(contestant.name() + " answered wrongly: " + answer);
        }
    }
}
