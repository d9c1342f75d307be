package dev.aloft.runtime;

import java.io.PrintWriter;
import java.io.StringWriter;

/** A failure as one log entry: no text that a caller or author put into a message can forge another entry. */
final class FailureText {
    private FailureText() {}

    static String of(String functionName, String invocationId, Throwable failure) {
        return "Function " + functionName + " failed, invocation " + invocationId + ": " + trace(failure);
    }

    /** The failure with its causes and where they came from. */
    static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return escaped(trace.toString());
    }

    /** A name or id on one line. */
    static String onOneLine(String text) {
        return escaped(text, false);
    }

    /** Line breaks stay where a stack trace has them: before a tab, "Caused by:" or "Suppressed:". */
    static String escaped(String text) {
        return escaped(text, true);
    }

    private static String escaped(String text, boolean isTrace) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineBreak = isTrace
                    && (c == '\n' && isTraceLine(text, i + 1) || c == '\t' && i > 0 && text.charAt(i - 1) == '\n');
            if (lineBreak || c >= ' ' && c != 127 && c != '\u2028' && c != '\u2029' && !(c > 127 && c < 160)) {
                safe.append(c);
            } else if (!(isTrace
                    && c == '\r'
                    && i + 1 < text.length()
                    && text.charAt(i + 1) == '\n'
                    && isTraceLine(text, i + 2))) {
                String hex = Integer.toHexString(c);
                safe.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
            }
        }
        return safe.toString();
    }

    private static boolean isTraceLine(String text, int start) {
        return start == text.length()
                || text.startsWith("\tat ", start)
                || text.startsWith("\t...", start)
                || text.startsWith("\tSuppressed: ", start)
                || text.startsWith("\t\t", start)
                || text.startsWith("Caused by: ", start);
    }
}
