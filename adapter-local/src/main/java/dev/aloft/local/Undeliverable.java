package dev.aloft.local;

import dev.aloft.Event;
import dev.aloft.Message;

/**
 * What a function could not handle.
 *
 * @param function the function's name
 * @param content a {@code Message<Body>} or an {@code Event}
 * @param attempts how often it was delivered
 * @param failure what the last delivery failed with
 */
record Undeliverable(String function, Object content, int attempts, Throwable failure) {
    String id() {
        return content instanceof Message<?> message ? message.id() : ((Event) content).id();
    }

    String reasonType() {
        return failure.getClass().getName();
    }

    /** Empty if the failure has no text. */
    String reason() {
        String text = failure.getMessage();
        return text == null ? "" : text;
    }
}
