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

    /** A message that a function with a storage trigger gets from a queue or topic. */
    static AloftException carried(@Nullable String service, @Nullable String id) {
        return error(
                "ALOFT-241",
                "The " + service + " record " + shown(id)
                        + " holds no event of S3, which a function with a storage trigger"
                        + " expects from a queue or topic. Let nothing but the bucket's notifications, or a rule of EventBridge"
                        + " for them, send to it; for other messages, use a queue or topic trigger.");
    }

    /** An event of S3 that is not whole. */
    static AloftException object(String what) {
        return error(
                "ALOFT-242",
                "The event of S3 has " + what + ", so what happened to which object cannot be told." + COMPARE);
    }

    /** An event of S3 that nothing in the API stands for. */
    static AloftException kind(String name) {
        return error(
                "ALOFT-240",
                "S3 tells of " + shown(name)
                        + ", which is nothing that a storage function can be told: objects are created or"
                        + " deleted, or their metadata is updated. Take that event type out of the bucket's notification; by"
                        + " EventBridge, a function with an event trigger takes it.");
    }

    /** A storage event that came with others, or in a message, for a function that does not ask for such. */
    static AloftException unwanted(String expected, String got, String bucket) {
        return error(
                "ALOFT-204",
                "The function expects " + expected + " but got aws:s3 (" + got + " of " + shown(bucket)
                        + "). Take that event type out of what the bucket sends there, or ask for it in the function's trigger.");
    }

    /** What may be the input of a schedule. */
    static AloftException firing(String got) {
        return error(
                "ALOFT-243",
                "A schedule's function expects the event that EventBridge writes for a rule or schedule, but got " + got
                        + ". If it is the input of a schedule of its own, remove that input; what the function needs belongs into"
                        + " its settings. To keep an input, write it as such an event: id <aws.scheduler.execution-id>,"
                        + " detail-type Scheduled Event, source aws.scheduler, time <aws.scheduler.scheduled-time>, resources"
                        + " with <aws.scheduler.schedule-arn>, detail.");
    }

    /** A database change of which something is missing or of another type than it says. */
    static AloftException change(String service, @Nullable String id, AloftException cause) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-244",
                "The " + service + " record " + shown(id) + " cannot be read as a change: " + cause.reason() + COMPARE,
                cause);
    }

    static AloftException value(String service, String type) {
        return error(
                "ALOFT-244",
                "The " + service + " record has a value of the type " + shown(type) + " that is none." + COMPARE);
    }

    static AloftException operation(String service, @Nullable String id, @Nullable String name) {
        return error(
                "ALOFT-245",
                "The " + service + " record " + shown(id) + " tells of "
                        + (name == null ? "no operation" : "the operation " + shown(name))
                        + ", which is no change of a document. It blocks what comes after it: skip it by the event source"
                        + " mapping's starting position or retry limits, or delete the mapping before such an operation.");
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
