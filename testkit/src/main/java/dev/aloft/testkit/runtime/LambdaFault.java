package dev.aloft.testkit.runtime;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An error as the runtime reported it to Lambda.
 *
 * @param type the error's class, for example {@code java.lang.IllegalStateException}; empty if it told none
 * @param message the error's text; empty if it told none
 * @param stackTrace one line per frame, often empty
 * @param json the whole report as it was sent
 */
public record LambdaFault(String type, String message, List<String> stackTrace, String json) {

    /** Copies the list. */
    public LambdaFault {
        stackTrace = List.copyOf(stackTrace);
    }

    /** Reads a report; one that is no JSON object has no type and no message, only its text. */
    static LambdaFault of(byte[] report) {
        String json = new String(report, StandardCharsets.UTF_8);
        try {
            return of(new FaultJson(json).object(), json);
        } catch (IllegalArgumentException invalid) {
            return new LambdaFault("", "", List.of(), json);
        }
    }

    private static LambdaFault of(Map<String, Object> report, String json) {
        return new LambdaFault(
                text(report, "errorType"), text(report, "errorMessage"), texts(report, "stackTrace"), json);
    }

    private static String text(Map<String, Object> report, String name) {
        return report.get(name) instanceof String text ? text : "";
    }

    private static List<String> texts(Map<String, Object> report, String name) {
        return report.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
