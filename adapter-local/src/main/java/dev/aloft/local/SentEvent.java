package dev.aloft.local;

import dev.aloft.Event;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.cloudevents.CloudEventReader;
import dev.aloft.runtime.cloudevents.ContentMode;

/**
 * A CloudEvent as a developer posts it: with its attributes in headers ({@code ce-id} and so on) and the data as the body, or all of
 * it as one JSON object of the type {@code application/cloudevents+json}.
 */
final class SentEvent {
    private final Event event;

    private SentEvent(Event event) {
        this.event = event;
    }

    /**
     * Reads it.
     *
     * @throws dev.aloft.AloftException with code ALOFT-230 or ALOFT-201 if an attribute is missing or malformed
     */
    static SentEvent of(HttpRequest request) throws RefusedRequest {
        byte[] body = request.body().bytes();
        return switch (ContentMode.of(request.headers())) {
            case BINARY -> new SentEvent(CloudEventReader.binary(request.headers(), body));
            case STRUCTURED -> new SentEvent(CloudEventReader.structured(body));
            case NONE, BATCH, OTHER_FORMAT -> throw RefusedRequest.noEvent();
        };
    }

    /**
     * Gives it to the functions that take it.
     *
     * @throws dev.aloft.AloftException with code ALOFT-125 if there is none
     */
    HttpResponse to(Sources sources) {
        sources.accept(event);
        return SentMessage.accepted(event.id());
    }
}
