package dev.aloft.testkit.gcp;

import dev.aloft.Event;
import java.util.List;

/**
 * Eventarc, or any other sender of CloudEvents.
 *
 * <p>{@code CloudEventEncoder.binary(event)} is a request with the headers {@code ce-id}, {@code ce-source} and so on.
 *
 * @see <a href="https://docs.cloud.google.com/eventarc/docs/cloudevents">CloudEvents of Eventarc</a>
 */
public final class CloudEventEncoder {
    private CloudEventEncoder() {}

    /**
     * One event with its attributes in headers, as Eventarc sends it.
     *
     * @param event the event
     * @return the request
     * @throws dev.aloft.AloftException with code ALOFT-231 if it does not follow CloudEvents 1.0
     */
    public static GoogleRequest binary(Event event) {
        return CloudEventWriter.binary(event);
    }

    /**
     * One event as a JSON object.
     *
     * @param event the event
     * @return the request
     * @throws dev.aloft.AloftException with code ALOFT-231 if it does not follow CloudEvents 1.0
     */
    public static GoogleRequest structured(Event event) {
        return CloudEventWriter.structured(event);
    }

    /**
     * Events as a JSON array.
     *
     * @param events the events, also none
     * @return the request
     * @throws dev.aloft.AloftException with code ALOFT-231 if one does not follow CloudEvents 1.0
     */
    public static GoogleRequest batch(List<Event> events) {
        return CloudEventWriter.batch(events);
    }
}
