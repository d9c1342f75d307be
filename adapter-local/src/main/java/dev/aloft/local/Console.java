package dev.aloft.local;

import dev.aloft.HttpRequest;
import java.io.PrintStream;

/**
 * What the developer reads: one line per request, for example {@code POST /orders 201 12 ms place-order cold}, and failures on
 * the error stream. There is nothing in it of queries, headers and bodies, which may be secret.
 */
record Console(PrintStream out, PrintStream errors) {
    /** Nothing but failures, for tests. */
    static Console quiet() {
        return new Console(new PrintStream(PrintStream.nullOutputStream(), false), System.err);
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
