package dev.aloft.runtime.cloudevents;

import dev.aloft.Headers;

/**
 * The headers and the body of an HTTP message that carries events, for example {@code ce-id: 1} and so on with the data as the body.
 *
 * @param headers what tells how the body is to be read
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EncodedEvent(Headers headers, byte[] body) {}
