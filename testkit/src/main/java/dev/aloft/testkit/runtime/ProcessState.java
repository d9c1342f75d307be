package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a process still runs, whoever its parent is. */
final class ProcessState {
    private static final int POLL_MILLIS = 5;

    private ProcessState() {}

    /**
     * False also for a process that has ended but whose exit code nobody has taken: Java calls it alive, and one that has lost its
     * parent may stay so for seconds.
     */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // the state follows the command, which stands in parentheses and may contain any character
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException gone) {
            return false; // or there is no /proc: then what Java says must do
        }
    }

    /** Waits until the process no longer runs; false if it still does. */
    static boolean awaitEnd(ProcessHandle process, Deadline deadline) throws InterruptedException {
        while (isRunning(process) && !deadline.passed()) {
            Thread.sleep(POLL_MILLIS);
        }
        return !isRunning(process);
    }
}
