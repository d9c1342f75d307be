package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.local.engine.Timeline;
import dev.aloft.local.engine.Timeline.What;
import java.io.PrintStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the developer reads: one line per request, for example {@code POST /orders 201 12 ms place-order cold}, one per delivery, and
 * failures on the error stream. There is nothing in it of queries, headers and bodies, which may be secret.
 *
 * @param kept what invocations logged, for the page; null inside as long as there is nothing and nobody asked
 */
record Console(PrintStream out, PrintStream errors, AtomicReference<@Nullable Journal> kept) {
    Console(PrintStream out, PrintStream errors) {
        this(out, errors, new AtomicReference<>());
    }

    /** Nothing but failures, for tests. */
    static Console quiet() {
        return new Console(new PrintStream(PrintStream.nullOutputStream(), false), System.err);
    }

    /** What invocations logged. */
    Journal journal() {
        Journal journal = kept.get();
        if (journal == null) {
            kept.compareAndSet(null, new Journal());
            journal = kept.get();
        }
        return Objects.requireNonNull(journal);
    }

    /** An invocation begins in the current thread. */
    void begins(LocalInvocation invocation) {
        Journal journal = kept.get();
        if (journal != null) {
            journal.begins(invocation);
        }
    }

    /** An invocation has ended in the current thread. */
    void ended(LocalInvocation invocation, long nanos) {
        Journal journal = kept.get();
        if (journal != null) {
            journal.ended(invocation, nanos);
        }
    }

    void answered(HttpRequest request, int status, long nanos, LocalInvocation invocation) {
        StringBuilder line = new StringBuilder(80);
        line.append(request.method())
                .append(' ')
                .append(request.path())
                .append(' ')
                .append(status);
        line.append(' ').append(nanos / 1_000_000).append(" ms");
        if (!invocation.functionName().isEmpty()) {
            line.append(' ').append(invocation.functionName());
        }
        if (invocation.isColdStart()) {
            line.append(" cold");
        }
        out.println(line);
    }

    /** For example {@code queue orders ship-order handled 3 ms}. */
    void handled(String place, int messages, long nanos) {
        String together = messages == 1 ? "" : messages + " messages ";
        out.println(place + " handled " + together + nanos / 1_000_000 + " ms");
    }

    /** What was not handled, or comes again all the same, without the reason, which the log of errors has. */
    void delivered(Timeline.Step step) {
        String outcome = outcome(step);
        if (!outcome.isEmpty()) {
            String attempt = step.attempt().isEmpty() ? "" : " attempt " + step.attempt();
            String function = step.source().startsWith("schedule ") ? "" : " " + step.function();
            out.println(step.source() + function + " " + outcome + attempt);
        }
    }

    private static String outcome(Timeline.Step step) {
        boolean ends = step.then() == Timeline.Then.DEAD_LETTERED || step.then() == Timeline.Then.DROPPED;
        String end = step.then() == Timeline.Then.DROPPED ? "dropped after" : "dead-lettered after";
        if (step.what() == What.SENT || step.what() == What.NOT_TRIED) {
            return ends ? end : "";
        }
        if (step.what() == What.HANDLED) {
            return step.then() == Timeline.Then.AGAIN ? "acknowledgement lost," : "";
        }
        if (step.what() == What.FAILED || step.what() == What.REJECTED) {
            return ends ? end : "failed,";
        }
        return step.what() == What.TIMED_OUT ? "timed out, " + (ends ? end : "again after") : step.outcome();
    }

    /** A function that could not even be called: its handler cannot be created, for example. @return what is written */
    String notCalled(String functionName, Throwable failure) {
        StringBuilder text = new StringBuilder("Function " + functionName + " could not be called:");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause == failure ? " " : "\nCaused by: ").append(printable(String.valueOf(cause)));
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("\n\tat ").append(frame);
            }
        }
        failed(System.Logger.Level.ERROR, text.toString());
        return text.toString();
    }

    /** What a message says must not forge lines. */
    private static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
        }
        return safe.toString();
    }

    /** Without method and path, which may be anything. */
    void refused(RefusedRequest request) {
        out.println("(refused) " + request.status() + " " + request.getMessage());
    }

    void failed(System.Logger.Level level, String text) {
        errors.println(level + " " + text);
    }

    void report(String line) {
        errors.println(line);
    }
}
