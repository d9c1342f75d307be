package dev.aloft.local.junit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What has been printed during a test, by Aloft, by functions and by the test: {@code assertThat(output.text()).contains("shipped")}.
 *
 * <p>It is what goes to {@link System#out} and {@link System#err}, and so what a logging library writes there, from the test's thread
 * and from threads that began in it. Not seen, and printed as ever, is what comes from a thread pool that was there before, or by a
 * logging library that has kept the stream which it found at first. When the test has failed, it is printed.
 */
public final class CapturedOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private volatile boolean open = true;

    CapturedOutput() {}

    /**
     * All of it, for example {@code "shipped o-1\n"}.
     *
     * @return the text so far; empty if there is none
     */
    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /**
     * All of it line by line, for example {@code [shipped o-1, shipped o-2]}.
     *
     * @return the lines so far
     */
    public List<String> lines() {
        return text().lines().toList();
    }

    /** The text. */
    @Override
    public String toString() {
        return text();
    }

    PrintStream stream() {
        return stream;
    }

    boolean isOpen() {
        return open;
    }

    /** What threads print that are still there when the test is over is nobody's. */
    void close() {
        open = false;
    }
}
