package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import org.jspecify.annotations.Nullable;

/** Why an event that is recognised as HTTP cannot be read; the fault lies with whoever made the event, not with the client. */
final class BrokenEvent {
    private static final String NEXT =
            " The sender of the event must follow the payload version that it declares; a hand-made"
                    + " test event must be complete.";

    private BrokenEvent() {}

    static AloftException notAnObject() {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-202",
                "The event is JSON, but not an object. What AWS sends is one: HTTP requests, messages and events. Compare what"
                        + " invokes the function with the service's sample event.");
    }

    static AloftException without(String field, String dialect) {
        return error("The " + dialect + " event has no " + field + "." + NEXT, null);
    }

    static AloftException notBase64(@Nullable Throwable cause) {
        return error(
                "The event says isBase64Encoded, but its body is not base64 (RFC 4648, section 4, with padding)."
                        + NEXT,
                cause);
    }

    private static AloftException error(String message, @Nullable Throwable cause) {
        return new AloftException(Kind.NATIVE_EVENT, "ALOFT-203", message, cause);
    }
}
