package dev.aloft.runtime.cloudevents;

import dev.aloft.Headers;
import dev.aloft.spi.MediaType;
import java.util.Optional;

/**
 * How an HTTP message carries CloudEvents.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md#3-http-message-mapping">HTTP
 *     Protocol Binding 1.0.2 §3</a>
 */
public enum ContentMode {
    /** Not at all. */
    NONE,
    /** Attributes in headers, the data as the body. */
    BINARY,
    /** One JSON object with everything. */
    STRUCTURED,
    /** A JSON array of such objects. */
    BATCH,
    /** An event format that is not JSON. */
    OTHER_FORMAT;

    /**
     * Tells by headers alone.
     *
     * <p>{@code Application/CloudEvents+JSON; charset=utf-8} is {@link #STRUCTURED}; {@code ce-id: 1} with any other type is
     * {@link #BINARY}, even where what else an event needs is missing, so that reading it says so.
     *
     * @param headers the message's headers
     * @return the mode
     */
    public static ContentMode of(Headers headers) {
        Optional<String> contentType = headers.first("content-type");
        String type = contentType.isPresent() ? MediaType.bare(contentType.get()) : "";
        if (type.startsWith("application/cloudevents")) {
            return type.equals("application/cloudevents+json")
                    ? STRUCTURED
                    : type.equals("application/cloudevents-batch+json") ? BATCH : OTHER_FORMAT;
        }
        boolean binary = headers.contains("ce-specversion") || headers.contains("ce-id") || headers.contains("ce-type");
        return binary ? BINARY : NONE;
    }
}
