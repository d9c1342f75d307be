package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Why an event that is recognised, or one record of it, cannot be read; the fault lies with whoever made the event, not with the
 * client.
 */
final class BrokenEvent {
    private static final String NEXT =
            " The sender of the event must follow the payload version that it declares; a hand-made"
                    + " test event must be complete.";
    private static final String COMPARE =
            " Compare what invokes the function with the service's sample event; a hand-made test event must be complete.";

    private BrokenEvent() {}

    static AloftException notAnObject() {
        return error(
                "ALOFT-202",
                "The event is JSON, but not an object. What AWS sends is one: HTTP requests, messages and events. Compare what"
                        + " invokes the function with the service's sample event.");
    }

    /** An HTTP event without a field. */
    static AloftException without(String field, String dialect) {
        return error("ALOFT-203", "The " + dialect + " event has no " + field + "." + NEXT);
    }

    static AloftException notBase64(@Nullable Throwable cause) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-203",
                "The event says isBase64Encoded, but its body is not base64 (RFC 4648, section 4, with padding)."
                        + NEXT,
                cause);
    }

    /** A whole event of messages lacks what it cannot be told apart without. */
    static AloftException incomplete(String service, String what) {
        return error("ALOFT-210", "The " + service + " event has " + what + "." + COMPARE);
    }

    static AloftException mixed(String service, int index) {
        return error(
                "ALOFT-211",
                "Record " + index + " of the " + service
                        + " event is of another source than the first. Which function it"
                        + " is for cannot be told. Bind each source with an event source mapping of its own."
                        + COMPARE);
    }

    static AloftException body(String service, @Nullable String id, String expected) {
        return error(
                "ALOFT-212",
                "The payload of the " + service + " record " + shown(id) + " is not " + expected + "." + COMPARE);
    }

    static AloftException attribute(String service, @Nullable String id) {
        return error(
                "ALOFT-213",
                "An attribute of the " + service + " record " + shown(id)
                        + " cannot be read: it has no type or no value of"
                        + " its type, or is declared binary and is not base64. Correct what sends the message.");
    }

    static AloftException notification(@Nullable String id) {
        return error(
                "ALOFT-214",
                "The body of the aws:sqs record " + shown(id) + " is not a notification of SNS, which a function with a"
                        + " topic trigger expects from a queue. If the subscription has raw message delivery, set"
                        + " ALOFT_SNS_RAW=on; if the queue gets its messages from elsewhere, use a queue trigger.");
    }

    static AloftException identity(String service, int index, String field) {
        return error(
                "ALOFT-215",
                "Record " + index + " of the " + service + " event has no " + field + ", so it has no identity."
                        + COMPARE);
    }

    /** Ids of RabbitMQ's messages come from their sender: they must not forge log lines. */
    private static String shown(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return "without id";
        }
        StringBuilder safe = new StringBuilder();
        appendPrintable(id, 120, safe);
        return safe.toString();
    }

    /** Appends text from outside, so that it cannot forge log lines. */
    static void appendPrintable(String text, int limit, StringBuilder safe) {
        for (int i = 0; i < text.length() && i < limit; i++) {
            char c = text.charAt(i);
            safe.append(c > ' ' && c < 127 ? c : '?');
        }
    }

    private static AloftException error(String code, String message) {
        return new AloftException(Kind.NATIVE_EVENT, code, message);
    }
}
