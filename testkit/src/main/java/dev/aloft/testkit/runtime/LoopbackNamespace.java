package dev.aloft.testkit.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A network of a process's own with nothing in it but loopback: whatever it binds, nobody outside can reach.
 *
 * @param unshare the command that makes it
 * @see <a href="https://man7.org/linux/man-pages/man1/unshare.1.html">unshare(1)</a>
 */
record LoopbackNamespace(List<String> unshare) {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
    private static final String LOOPBACK_UP = "ip link set lo up && exec \"$@\"";

    /** As an ordinary user who becomes root in there, else as the root of this machine. */
    private static final List<List<String>> WAYS = List.of(List.of("unshare", "-rn"), List.of("unshare", "-n"));

    /** One way that works on this machine; empty if there is none. */
    static Optional<LoopbackNamespace> find() {
        return WAYS.stream()
                .map(LoopbackNamespace::new)
                .filter(LoopbackNamespace::works)
                .findFirst();
    }

    /** The command that runs another one in there. */
    List<String> command(List<String> inner) {
        List<String> command = new ArrayList<>(unshare);
        command.addAll(List.of("sh", "-c", LOOPBACK_UP, "sh"));
        command.addAll(inner);
        return command;
    }

    private boolean works() {
        try (ChildProcess probe =
                ChildProcess.start("unshare", command(List.of("true")), JavaLaunch.environment(), Path.of("/"))) {
            return probe.awaitExit(PROBE_LIMIT).equals(OptionalInt.of(0));
        } catch (HarnessException absent) {
            return false;
        }
    }
}
