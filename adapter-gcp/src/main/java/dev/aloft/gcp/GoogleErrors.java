package dev.aloft.gcp;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.spi.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;

/** What can go wrong between Google and a function. */
final class GoogleErrors {
    private static final int LONGEST_NAME = 200;

    private GoogleErrors() {}

    static AloftException badTimeout() {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-113",
                "The setting CLOUD_RUN_TIMEOUT_SECONDS is not a whole number of seconds above zero. Set it to the service's"
                        + " request timeout, or remove it.");
    }

    static AloftException noFunctionFor(String eventType, String source, List<FunctionDefinition> functions) {
        List<String> names = new ArrayList<>();
        for (FunctionDefinition function : functions) {
            names.add(function.name());
        }
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-204",
                "The functions " + names + " expect HTTP requests but got the event " + printable(eventType) + " of "
                        + printable(source) + ". Remove the event trigger from this deployment and deploy it with the"
                        + " signature type http.");
    }

    /** Both names come from outside; they must not forge log lines. */
    private static String printable(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < name.length() && i < LONGEST_NAME; i++) {
            char c = name.charAt(i);
            safe.append(c > ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
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
