package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a process prints, read as it comes so that a full pipe never stops the process. */
final class ProcessOutput {
    /** Characters kept of each stream: enough for any failure, and a bound for a benchmark that logs for minutes. */
    private static final int LIMIT = 4 << 20;

    private final StringBuilder standard = new StringBuilder();
    private final StringBuilder error = new StringBuilder();
    private final List<Thread> readers;
    private int open = 2;

    ProcessOutput(String name, Process process) {
        readers = List.of(
                reader(name + " stdout", process.getInputStream(), standard),
                reader(name + " stderr", process.getErrorStream(), error));
        readers.forEach(Thread::start);
    }

    private Thread reader(String name, InputStream in, StringBuilder kept) {
        Thread thread = new Thread(() -> read(in, kept), name);
        thread.setDaemon(true);
        return thread;
    }

    private void read(InputStream in, StringBuilder kept) {
        char[] chunk = new char[8192];
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            for (int count = reader.read(chunk); count >= 0; count = reader.read(chunk)) {
                append(kept, chunk, count);
            }
        } catch (IOException broken) {
            append(kept, "[output lost: " + broken.getMessage() + "]\n");
        } finally {
            close();
        }
    }

    private void append(StringBuilder kept, String text) {
        append(kept, text.toCharArray(), text.length());
    }

    private synchronized void append(StringBuilder kept, char[] chunk, int count) {
        kept.append(chunk, 0, Math.min(count, LIMIT - kept.length()));
        notifyAll();
    }

    private synchronized void close() {
        open--;
        notifyAll();
    }

    synchronized String standard() {
        return standard.toString();
    }

    synchronized String error() {
        return error.toString();
    }

    /** Both streams, standard output first. */
    synchronized String all() {
        return standard.toString() + error;
    }

    /** Waits for a line on either stream; empty if the deadline passes or the process closes both. */
    synchronized Optional<String> awaitLine(Predicate<String> wanted, Deadline deadline) throws InterruptedException {
        while (true) {
            boolean ended = open == 0;
            Optional<String> line = find(standard, wanted, ended).or(() -> find(error, wanted, ended));
            if (line.isPresent() || ended || deadline.passed()) {
                return line;
            }
            wait(deadline.millisLeft());
        }
    }

    private static Optional<String> find(StringBuilder text, Predicate<String> wanted, boolean ended) {
        int end = ended ? text.length() : text.lastIndexOf("\n") + 1;
        return text.substring(0, end).lines().filter(wanted).findFirst();
    }

    /** Waits until everything that an ended process printed has been read. */
    void awaitEnd(Deadline deadline) throws InterruptedException {
        for (Thread reader : readers) {
            reader.join(deadline.millisLeft());
        }
    }
}
