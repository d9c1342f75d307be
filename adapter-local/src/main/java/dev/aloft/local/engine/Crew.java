package dev.aloft.local.engine;

import java.util.List;

/** What runs invocations. */
@FunctionalInterface
interface Crew {
    /** Runs invocations that begin at the same moment, and returns when each has its outcome. */
    void run(List<Call> calls);

    /**
     * Runs an invocation beside all others, and returns when it has its outcome.
     *
     * @param patience how many milliseconds of real time it may take, where that counts
     */
    default void runOne(Call call, long patience) {
        run(List.of(call));
    }

    /** Runs invocations in the thread that delivers. */
    static void oneByOne(List<Call> calls) {
        for (Call call : calls) {
            call.run();
        }
    }
}
