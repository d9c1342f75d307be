package dev.aloft.testkit.brokers;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a platform is told of a delivery, by what the function did.
 *
 * @param returned when it returned
 * @param thrown when it threw something
 * @param later when it asked for later
 * @param rejected when it rejected the message
 */
record Told(String returned, String thrown, String later, String rejected) {
    private static final String NOT_HANDLED = "failure ALOFT-420";

    /** The answer of Lambda where AWS takes none. */
    static final Told ERROR = new Told("null", NOT_HANDLED, NOT_HANDLED, "null");
    /** The answer of Lambda where AWS would take a report, but is not known to. */
    static final Told ERROR_OR_REPORT = new Told(report(), NOT_HANDLED, NOT_HANDLED, report());

    static final Told REPORT = new Told(report(), report("m-1"), report("m-1"), report());
    /** Behind a queue a notification has two ids: its own, and the queue's for the message around it. */
    static final Told ENVELOPE = new Told(report(), report(queueId("m-1")), report(queueId("m-1")), report());
    /** A stream's records are told by their place. */
    static final Told CHECKPOINT = new Told(report(), report("1"), report("1"), report());

    static final Told FAILURE = new Told("success", NOT_HANDLED, NOT_HANDLED, "success");
    static final Told STATUS = new Told("status 204", "status 500", "status 503, retry-after 90", "status 204");
    static final Told LETTERS = new Told(
            "no dead letters",
            "dead letter after 5 attempts",
            "dead letter after 5 attempts",
            "dead letter after 1 attempts");

    private static String queueId(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Lambda's partial response. */
    static String report(String... ids) {
        StringBuilder report = new StringBuilder();
        for (String id : ids) {
            report.append(report.isEmpty() ? "" : ",")
                    .append("{\"itemIdentifier\":\"")
                    .append(id)
                    .append("\"}");
        }
        return "{\"batchItemFailures\":[" + report + "]}";
    }

    /** What was told, without the rest of what came of an attempt. */
    static String of(Attempt attempt) {
        String first = attempt.text().lines().findFirst().orElse("");
        return attempt.failed() && first.startsWith("ALOFT-420 ") ? NOT_HANDLED : first;
    }

    /**
     * What a platform is told of three messages of one order, of which the function fails at the second.
     *
     * @param answer the answer
     * @param calls how often the function was called
     */
    record Part(String answer, int calls) {
        /** No batch: there is nothing to take back in part. */
        static final Part SINGLE = new Part("", 0);

        static final Part SECOND = new Part(report("m-2"), 3);
        static final Part SECOND_ENVELOPE = new Part(report(queueId("m-2")), 3);
        static final Part FROM_SECOND = new Part(report("m-2", "m-3"), 2);
        static final Part CHECKPOINT = new Part(report("2"), 2);
        static final Part WHOLE = new Part(NOT_HANDLED, 3);
        static final Part WHOLE_AT_SECOND = new Part(NOT_HANDLED, 2);
        static final Part WHOLE_REQUEST = new Part("status 500", 2);
        static final Part SECOND_FIVE_TIMES = new Part("dead letter after 5 attempts", 7);
    }
}
