package dev.aloft.testkit.brokers;

import java.util.List;

/**
 * What came of handing a native event to a deployment.
 *
 * @param failed whether the platform was told that it was not handled
 * @param text what was thrown, answered and logged
 */
record Attempt(boolean failed, String text) {
    static Attempt threw(Throwable failure, List<String> log) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage()).append('\n');
        }
        return new Attempt(true, text + String.join("\n", log));
    }

    static Attempt answered(int status, String answer, List<String> log) {
        return new Attempt(status / 100 != 2, answer + "\n" + String.join("\n", log));
    }
}
