package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** How to tell that a server process is ready. */
interface Readiness {
    int POLL_MILLIS = 2;

    /** What the process said; empty if it is not ready yet. May wait for a moment. */
    Optional<String> poll(ChildProcess process, Deadline deadline) throws InterruptedException;

    /** Ready once the process prints such a line. */
    static Readiness line(Predicate<String> wanted) {
        return (process, deadline) -> {
            Optional<String> line = process.output().awaitLine(wanted, deadline);
            if (line.isEmpty()) {
                Thread.sleep(POLL_MILLIS); // it has closed its output but has not ended
            }
            return line;
        };
    }

    /** Ready once the server accepts a connection. */
    static Readiness port(RawHttpClient client) {
        return (process, deadline) -> {
            if (accepts(client)) {
                return Optional.of("");
            }
            Thread.sleep(POLL_MILLIS);
            return Optional.empty();
        };
    }

    /** Whether a server listens there now. */
    static boolean accepts(RawHttpClient client) {
        try {
            client.open().close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Waits until the process is ready. If it ends instead or takes too long, nothing is left of it. */
    default String await(ChildProcess process, Duration limit) {
        try {
            Deadline deadline = Deadline.after(limit);
            Optional<String> ready = poll(process, deadline);
            while (ready.isEmpty()) {
                requireTime(process, deadline, limit);
                ready = poll(process, deadline);
            }
            return ready.get();
        } catch (InterruptedException interrupt) {
            process.close();
            throw HarnessException.interrupted(process.name(), interrupt);
        } catch (HarnessException failure) {
            try (process) {
                throw failure;
            }
        }
    }

    private static void requireTime(ChildProcess process, Deadline deadline, Duration limit) {
        if (!process.isAlive()) {
            throw process.endedEarly();
        }
        if (deadline.passed()) {
            throw HarnessException.timedOut(
                    process.name() + " was not ready", limit, process.output().all());
        }
    }
}
