package dev.aloft.gcp;

import dev.aloft.Headers;

/**
 * A request to a service for messages or events.
 *
 * @param method the method
 * @param query the query as it stands in the URL, without its question mark
 * @param headers the headers
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record EventRequest(String method, String query, Headers headers, byte[] body) {
    /**
     * How Eventarc marks the URL of its own subscription: the front end of Cloud Run then makes an HTTP CloudEvent of the Pub/Sub
     * message. A request that is marked and still a message was not converted.
     */
    boolean isMarkedByEventarc() {
        return query.contains("CE_PUBSUB_BINDING");
    }
}
