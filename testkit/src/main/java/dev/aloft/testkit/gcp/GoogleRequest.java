package dev.aloft.testkit.gcp;

import dev.aloft.Headers;

/**
 * A request as a service of Google would send it, always a POST.
 *
 * <pre>{@code
 * GoogleRequest request = PubSubEncoder.push("projects/p/subscriptions/orders").encode(message);
 * }</pre>
 *
 * @param headers the headers; the names come in lower case, as over HTTP/2
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record GoogleRequest(Headers headers, byte[] body) {}
