package dev.aloft.runtime.cloudevents;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import org.jspecify.annotations.Nullable;

/** What can be wrong with an event; names and values that come from outside are not told. */
final class CloudEventErrors {
    private CloudEventErrors() {}

    static AloftException unreadable(String what) {
        return unreadable(what, null);
    }

    static AloftException unreadable(String what, @Nullable Throwable cause) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-230",
                "The CloudEvent cannot be read: " + what + ". Let what sends it follow CloudEvents 1.0 or 0.3.",
                cause);
    }

    static AloftException unwritable(String what) {
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-231",
                "The event cannot be written as a CloudEvent: " + what
                        + ". Change the event so that it follows CloudEvents 1.0.");
    }
}
