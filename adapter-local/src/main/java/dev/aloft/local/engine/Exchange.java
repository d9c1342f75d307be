package dev.aloft.local.engine;

/** A request and its answer, as {@link Requests} sees them; what the {@link Target} gets as the content of its only parcel. */
public interface Exchange {
    /** What tells it from others in the timeline. */
    String id();

    /** For the timeline and for failures: method and path, without query, as {@code GET /orders/7}. */
    String line();

    /** How many bytes the body of the request has. */
    int requestLength();

    /** The function that was called; empty if none was. */
    String function();

    /** The status of the answer. */
    int status();

    /** How many bytes the body of the answer has. */
    int responseLength();

    /**
     * Gives the client an answer of the platform's, whatever the function does or has done.
     *
     * @param status its status
     * @param reason why, for the developer
     */
    void replace(int status, Throwable reason);
}
