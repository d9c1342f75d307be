package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A child process with its output. It ends, with all its own children, when it is closed and at the latest when this JVM ends.
 */
final class ChildProcess implements AutoCloseable {
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final ProcessOutput output;
    /** One for all waits: the JDK keeps each that it hands out until the process ends. */
    private final CompletableFuture<Process> exit;

    private final Thread shutdownHook;
    private final Set<ProcessHandle> family = ConcurrentHashMap.newKeySet();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.exit = process.onExit();
        this.output = new ProcessOutput(name, process);
        this.shutdownHook = new Thread(this::kill, name + " end");
    }

    /** Starts a command with exactly this environment, nothing of the test's own leaks in, and with no input. */
    static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path directory) {
        ChildProcess child = startTied(name, command, environment, directory);
        try {
            child.process.getOutputStream().close();
            return child;
        } catch (IOException failure) {
            child.close();
            throw HarnessException.io("Cannot start " + name, failure);
        }
    }

    /** The same for a command that ends itself at the end of its input: it cannot outlive this JVM, however that ends. */
    static ChildProcess startTied(String name, List<String> command, Map<String, String> environment, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, builder.start()).endWithThisJvm();
        } catch (IOException failure) {
            throw HarnessException.io("Cannot start " + name + ": " + String.join(" ", command), failure);
        }
    }

    private ChildProcess endWithThisJvm() {
        try {
            Runtime.getRuntime().addShutdownHook(shutdownHook);
            return this;
        } catch (IllegalStateException shuttingDown) {
            kill();
            throw shuttingDown;
        }
    }

    String name() {
        return name;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    ProcessOutput output() {
        return output;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for something that the process should do, or for its end; false if neither comes in time. */
    boolean endsOr(CompletableFuture<?> deed, Duration limit) {
        try {
            CompletableFuture.anyOf(deed, exit).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException interrupt) {
            throw HarnessException.interrupted(name, interrupt);
        } catch (ExecutionException failure) {
            throw HarnessException.io("Waiting for " + name + " failed", failure);
        }
    }

    /** The children of the process as they are now. They are ended with it, even if they outlive it. */
    List<ProcessHandle> children() {
        List<ProcessHandle> children = process.children().toList();
        family.addAll(children);
        return children;
    }

    /** A line on either stream; empty if it has not come in time, or cannot come any more. */
    Optional<String> awaitLine(Predicate<String> wanted, Duration limit) {
        try {
            return output.awaitLine(wanted, Deadline.after(limit));
        } catch (InterruptedException interrupt) {
            throw HarnessException.interrupted("a line of " + name, interrupt);
        }
    }

    /** What to throw about a process that has ended before it was ready. */
    HarnessException endedEarly() {
        return HarnessException.exited(name, awaitExit(KILL_LIMIT).orElseThrow(), output.all());
    }

    /** The exit code, once the process has ended and its output is complete; empty if it has not ended in time. */
    OptionalInt awaitExit(Duration limit) {
        Deadline deadline = Deadline.after(limit);
        try {
            if (!process.waitFor(deadline.millisLeft(), TimeUnit.MILLISECONDS)) {
                return OptionalInt.empty();
            }
            output.awaitEnd(Deadline.after(Duration.ofSeconds(1)));
            return OptionalInt.of(process.exitValue());
        } catch (InterruptedException interrupt) {
            throw HarnessException.interrupted("the end of " + name, interrupt);
        }
    }

    private void kill() {
        process.descendants().forEach(family::add);
        process.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends the process with its children and waits until all are gone. */
    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException shuttingDown) {
            return; // the JVM is ending: the hook does the same, and nobody is left to wait
        }
        if (awaitExit(KILL_LIMIT).isEmpty() || family.stream().anyMatch(this::outlives)) {
            throw HarnessException.timedOut(name + " could not be killed", KILL_LIMIT, output.all());
        }
    }

    private boolean outlives(ProcessHandle member) {
        try {
            return !ProcessState.awaitEnd(member, Deadline.after(KILL_LIMIT));
        } catch (InterruptedException interrupt) {
            throw HarnessException.interrupted("the end of " + name, interrupt);
        }
    }
}
