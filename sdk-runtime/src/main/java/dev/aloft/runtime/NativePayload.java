package dev.aloft.runtime;

import dev.aloft.Attributes;
import dev.aloft.HttpRequest;

/**
 * A native event as a recording keeps it: what a platform handed over, without the platform's own types.
 *
 * <pre>{@code
 * new NativePayload("", "", Attributes.empty(), event)                              // AWS: the whole event is the body
 * new NativePayload("", "POST /", Attributes.of("content-type", "application/json"), push) // Google
 * new NativePayload("ship-order", "storageQueue", Attributes.of("DequeueCount", "1"), message) // Azure
 * }</pre>
 */
public final class NativePayload {
    private final String function;
    private final String entry;
    private final Attributes fields;
    private final byte[] body;

    /**
     * An event.
     *
     * @param function the function that the platform named; empty where it names none
     * @param entry how the event came in: a method and target as {@code POST /orders?x=1}, the name of an entry method, or nothing
     * @param fields what came beside the body: headers, or a trigger's metadata
     * @param body the event or its data
     */
    public NativePayload(String function, String entry, Attributes fields, byte[] body) {
        this.function = function;
        this.entry = entry;
        this.fields = fields;
        this.body = body.clone();
    }

    /** The function that the platform named; empty where it names none. */
    public String function() {
        return function;
    }

    /** How the event came in, for example {@code POST /} or {@code storageQueue}; empty on AWS. */
    public String entry() {
        return entry;
    }

    /** Headers, or a trigger's metadata. */
    public Attributes fields() {
        return fields;
    }

    /** The event or its data. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether it is an HTTP request, so that {@link #request()} can be asked for. */
    public boolean isRequest() {
        return entry.indexOf(" /") > 0;
    }

    /**
     * The request, its headers being the fields.
     *
     * @return the request
     */
    public HttpRequest request() {
        int space = entry.indexOf(' ');
        int question = entry.indexOf('?');
        int end = question < 0 ? entry.length() : question;
        HttpRequest.Builder request = HttpRequest.builder(entry.substring(0, space), entry.substring(space + 1, end));
        for (int i = 0; i < fields.size(); i++) {
            request.header(fields.name(i), fields.value(i));
        }
        return request.query(question < 0 ? "" : entry.substring(question + 1))
                .body(body)
                .build();
    }
}
