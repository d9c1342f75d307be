package dev.aloft.gcp;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.List;

/** What can go wrong between Google and a function. */
final class GoogleErrors {
    private GoogleErrors() {}

    static AloftException badTimeout() {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-113",
                "The setting CLOUD_RUN_TIMEOUT_SECONDS is not a whole number of seconds above zero. Set it to the service's"
                        + " request timeout, or remove it.");
    }

    static AloftException notRecognised(List<String> functions) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-232",
                "The functions " + functions
                        + " take messages, but the request is neither a CloudEvent nor a Pub/Sub push nor a"
                        + " Cloud Task. A push subscription must wrap its messages, or unwrap them with metadata"
                        + " (--push-no-wrapper --push-no-wrapper-write-metadata); without, nothing tells what a message is.");
    }

    static AloftException incomplete(String what) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-233",
                "The Pub/Sub message, Cloud Task or job of Cloud Scheduler cannot be read: " + what
                        + ". Check what calls this service besides Google.");
    }

    static AloftException unconvertedEvent() {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-234",
                "Eventarc's subscription delivered an event inside of a Pub/Sub message (CE_PUBSUB_BINDING), which only the front"
                        + " end of Cloud Run can take out. Let the subscription push to the service's own URL, as Eventarc made"
                        + " it.");
    }

    static AloftException unreadable(String service, String what) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-260",
                "The event of " + service + " cannot be read: " + what
                        + ". Check what calls this service besides Google.");
    }

    static AloftException malformedMessage(String what) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-261",
                "The event of Firestore or Datastore has data that is no protocol buffer: " + what
                        + ". Check what calls this service besides Google.");
    }

    static String eventOfNobody(List<String> functions) {
        return "ALOFT-235 A message or event came at a path that no HTTP function has, and nothing ran: with HTTP functions among"
                + " its functions " + functions
                + " the service answers HTTP requests only. Deploy those for messages and events"
                + " as services of their own, with ALOFT_FUNCTION or the function's name as the service's name.";
    }

    static AloftException unreadableMultipart(Throwable cause) {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-308",
                "The multipart body is malformed, or more than Google's server takes: 100 parts of 10 MB with 8 KB of headers"
                        + " each.",
                cause);
    }

    static AloftException ambiguousMultipart() {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-308",
                "The multipart body is malformed: its Content-Type names no boundary, or one that stands inside a part.");
    }

    static AloftException incompleteMultipart() {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-205",
                "This version of Google's functions framework has taken the multipart body apart and does not hand over all"
                        + " of its parts; it hides all but the last of those with equal names. Deploy with"
                        + " java-function-invoker 2.0, or send such files in requests of their own.");
    }
}
