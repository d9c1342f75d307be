package dev.aloft.runtime;

import dev.aloft.Body;
import dev.aloft.Message;
import java.lang.reflect.Type;

/** Reads a message's payload as the type that the function asks for. */
final class Payloads {
    private Payloads() {}

    static Message<?> typed(Message<Body> message, Type type) {
        if (type == Body.class) {
            return message;
        }
        if (type == String.class) {
            return message.withPayload(message.body().text());
        }
        return message.withPayload(
                type == byte[].class ? message.body().bytes() : message.body().as(type));
    }
}
