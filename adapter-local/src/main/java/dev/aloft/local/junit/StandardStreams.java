package dev.aloft.local.junit;

import java.io.PrintStream;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Keeps apart what parallel tests print. The standard streams belong to the process, so there is one of these for a run of tests: it
 * stands in for both streams until the run is over, and looks at the thread that prints.
 */
@SuppressWarnings("ThreadLocalUsage") // they end with the run
final class StandardStreams implements AutoCloseable {
    private final ThreadLocal<@Nullable CapturedOutput> own = new ThreadLocal<>();
    private final InheritableThreadLocal<@Nullable CapturedOutput> inherited = new InheritableThreadLocal<>();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final PrintStream routedOut = new RoutedStream(out, this);
    private final PrintStream routedErr = new RoutedStream(err, this);

    StandardStreams() {
        System.setOut(routedOut);
        System.setErr(routedErr);
    }

    /** From now on this thread, and those that it starts, print there. @return where they printed before */
    @Nullable
    CapturedOutput direct(@Nullable CapturedOutput output) {
        CapturedOutput before = own.get();
        own.set(output);
        inherited.set(output);
        return before;
    }

    /** A worker of a fork-join pool serves everybody, whoever made it begin. */
    @Nullable
    CapturedOutput current() {
        CapturedOutput output = own.get();
        if (output == null && !(Thread.currentThread() instanceof ForkJoinWorkerThread)) {
            output = inherited.get();
        }
        return output != null && output.isOpen() ? output : null;
    }

    /** Prints for the developer, whatever the thread prints to. */
    void show(String text) {
        err.print(text);
        err.flush();
    }

    /** Leaves alone what somebody else has put in place meanwhile. */
    @Override
    public void close() {
        if (System.out == routedOut) {
            System.setOut(out);
        }
        if (System.err == routedErr) {
            System.setErr(err);
        }
    }
}
